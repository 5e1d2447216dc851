import { call, useAction } from '@firstfix/api';
import { useDates, useDurations, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, ErrorState, IconButton, PriorityMark, Skeleton, SlaRing, StatusTag, TextField } from '@firstfix/ui';
import { CloseIcon, InfoIcon, PhoneIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { AppLink } from '../../../shell/AppLink.tsx';
import { CandidateList } from '../CandidateList.tsx';
import { touched } from '../booking.ts';
import { candidatesQuery, levelOf, useLine, visitTone, whyQuery, type BoardJob, type BoardVisit, type Candidate, type Visit } from '../data.ts';
import { Pinning } from './Pinning.tsx';
import styles from './BoardPage.module.css';
import shared from '../dispatch.module.css';

function Frame({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const t = useText();
  return (
    <aside className={styles.detail} aria-label={t('dispatch.board.detail')}>
      <div className={styles.detailHead}>
        <h2>{title}</h2>
        <IconButton icon={CloseIcon} label={t('common.close')} onPress={onClose} />
      </div>
      {children}
    </aside>
  );
}

interface JobDetailProps {
  job: BoardJob;
  date: string;
  onClose: () => void;
  onAssign?: (candidate: Candidate) => void;
  onOther?: (candidate: Candidate) => void;
  onPlace?: () => void;
  pending?: string;
}

export function JobDetail({ job, date, onClose, onAssign, onOther, onPlace, pending }: JobDetailProps) {
  const t = useText();
  const dates = useDates();
  const durations = useDurations();
  const candidates = useQuery(candidatesQuery(job.number, date));
  return (
    <Frame title={job.subject} onClose={onClose}>
      <p className={styles.tags}>
        <StatusTag tone={job.list === 'UNASSIGNED' ? 'new' : 'waiting'}>{t(`dispatch.job.${job.status}`)}</StatusTag>
        <PriorityMark level={levelOf(job.priority)} />
        {job.crewSize > 1 && <span className={styles.skill}>{t('dispatch.crew.size', { count: job.crewSize })}</span>}
        {job.dueAt && <SlaRing due={job.dueAt} start={job.releasedAt} />}
      </p>
      <p className={styles.quiet}>{[job.customerName, job.siteName, job.city, durations.full(job.expectedMinutes * 60)].filter(Boolean).join(' · ')}</p>
      {job.dueAt && <p className={styles.quiet}>{t('dispatch.dueAt', { at: dates.dateTime(job.dueAt) })}</p>}
      <p>
        <AppLink href={`/work-orders/${job.number}`}>{job.number}</AppLink> · <AppLink href={`/cases/${job.caseNumber}`}>{job.caseNumber}</AppLink>
      </p>
      {onPlace && (
        <Button keys="M" onPress={onPlace}>
          {t('dispatch.board.place')}
        </Button>
      )}
      {candidates.isPending ? (
        <Skeleton lines={6} height={20} />
      ) : candidates.error && !candidates.data ? (
        <ErrorState error={candidates.error} onRetry={() => void candidates.refetch()} />
      ) : (
        <CandidateList candidates={candidates.data?.items ?? []} onAssign={onAssign} onOther={onOther} pending={pending} mostImpossible={6} />
      )}
    </Frame>
  );
}

interface VisitDetailProps {
  bar: BoardVisit;
  engineerName: string;
  onClose: () => void;
  onMove?: () => void;
  onMoveTo?: (candidate: Candidate) => void;
  onDialog: (visit: Visit) => void;
}

export function VisitDetail({ bar, engineerName, onClose, onMove, onMoveTo, onDialog }: VisitDetailProps) {
  const t = useText();
  const dates = useDates();
  const isOver = bar.status === 'DONE' || bar.status === 'CANCELLED';
  const visit = useQuery({
    queryKey: ['appointments', bar.number],
    queryFn: async ({ signal }) => (await call<Visit>('GET', `/api/v1/appointments/${bar.number}`, { signal })).data,
  });
  const [isCancelling, setCancelling] = useState(false);
  const contact = visit.data?.contact;
  return (
    <Frame title={bar.subject} onClose={onClose}>
      <p className={styles.tags}>
        <StatusTag tone={bar.orphaned ? 'breached' : visitTone[bar.status]}>{bar.orphaned ? t('dispatch.board.orphaned') : t(`dispatch.visit.${bar.status}`)}</StatusTag>
        <PriorityMark level={levelOf(bar.priority)} />
        {bar.dueAt && !isOver && <SlaRing due={bar.dueAt} start={bar.releasedAt} />}
      </p>
      <p>
        <strong>{bar.crew[0]?.name ?? engineerName}</strong> · {dates.time(bar.startsAt)}–{dates.time(bar.endsAt)}
      </p>
      {bar.crew.length > 1 && <p>{t('dispatch.crew.with', { names: bar.crew.slice(1).map((one) => one.name).join(', ') })}</p>}
      {bar.actions.includes('MOVE') && bar.crewSize > Math.max(1, bar.crew.length) && <StatusTag tone="waiting">{t('dispatch.crew.missing', { count: bar.crewSize - Math.max(1, bar.crew.length) })}</StatusTag>}
      <p className={styles.quiet}>{[bar.customerName, bar.siteName, visit.data?.where.address].filter(Boolean).join(' · ')}</p>
      {contact && (
        <p>
          {contact.name}{' '}
          {contact.phone && (
            <a className={styles.phone} href={`tel:${contact.phone}`}>
              <PhoneIcon size={13} /> {contact.phone}
            </a>
          )}
        </p>
      )}
      <p>
        {bar.number} · <AppLink href={`/work-orders/${bar.workOrderNumber}`}>{bar.workOrderNumber}</AppLink>
        {visit.data && (
          <>
            {' '}
            · <AppLink href={`/cases/${visit.data.work.caseNumber}`}>{visit.data.work.caseNumber}</AppLink>
          </>
        )}
      </p>
      <Pinning bar={bar} />
      <div className={styles.buttons}>
        {onMove && bar.actions.includes('MOVE') && (
          <Button keys="M" onPress={onMove}>
            {t('dispatch.move')}
          </Button>
        )}
        {visit.data && bar.actions.includes('MOVE') && (
          <Button kind="quiet" onPress={() => visit.data && onDialog(visit.data)}>
            {t('dispatch.otherTime')}
          </Button>
        )}
        {bar.actions.includes('CANCEL') && !isCancelling && (
          <Button kind="quiet" onPress={() => setCancelling(true)}>
            {t('dispatch.cancel')}
          </Button>
        )}
      </div>
      {isCancelling && <Cancelling number={bar.number} onDone={onClose} />}
      {!isOver && <WhyHere number={bar.number} onMoveTo={bar.actions.includes('MOVE') ? onMoveTo : undefined} />}
    </Frame>
  );
}

function Cancelling({ number, onDone }: { number: string; onDone: () => void }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const cancel = useAction({
    run: (_: void, { headers }) => call('POST', `/api/v1/appointments/${number}/cancel`, { headers, body: { reason } }),
    touches: touched,
    onSuccess: onDone,
  });
  return (
    <div className={shared.form}>
      {cancel.error && (
        <Banner kind="error" title={cancel.error.detail ?? cancel.error.title} isLive>
          {cancel.error.hint}
        </Banner>
      )}
      <TextField label={t('dispatch.reason')} value={reason} onChange={setReason} isRequired autoFocus maxLength={1000} error={cancel.error?.at('reason')} />
      <Button kind="danger" isPending={cancel.isPending} isDisabled={!reason.trim()} onPress={() => cancel.mutate()}>
        {t('dispatch.cancelNow')}
      </Button>
    </div>
  );
}

/** What the visit costs where it is, line by line, and who else could take it. */
function WhyHere({ number, onMoveTo }: { number: string; onMoveTo?: (candidate: Candidate) => void }) {
  const t = useText();
  const say = useLine();
  const numbers = useNumbers();
  const why = useQuery(whyQuery(number));
  if (why.isPending) return <Skeleton lines={5} height={18} />;
  if (!why.data) return <ErrorState error={why.error} onRetry={() => void why.refetch()} />;
  const { here, visitTotal, planTotal, others, engineerCode } = why.data;
  const money = (cents: number) => numbers.number(cents / 100, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <>
      <h3 className={shared.sideTitle}>{t('dispatch.board.why')}</h3>
      {here.length === 0 && <p className={styles.quiet}>{t('dispatch.board.costsNothing')}</p>}
      <ul className={shared.findings}>
        {here.map((line) => (
          <li key={`${line.rule}:${line.textEn}`} data-level={line.level} data-hard={line.level === 'HARD' || undefined}>
            <InfoIcon size={13} />
            <span className={shared.grow}>{say(line)}</span>
            {line.level !== 'HARD' && <span className={shared.price}>{money(line.amount)}</span>}
          </li>
        ))}
      </ul>
      <p className={styles.total}>
        {t('dispatch.board.total', { visit: money(visitTotal.money + visitTotal.preference), plan: money(planTotal.money + planTotal.preference) })}
      </p>
      <CandidateList candidates={others.filter((one) => one.engineerCode !== engineerCode)} onAssign={onMoveTo} mostImpossible={6} />
    </>
  );
}
