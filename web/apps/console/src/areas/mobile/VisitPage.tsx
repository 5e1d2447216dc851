import { api, isProblem, take, useAction } from '@firstfix/api';
import { SiteZone, useDates, useText } from '@firstfix/i18n';
import { Banner, Button, ButtonLink, Card, Drawer, EmptyState, ErrorState, KeyValueList, NoPermission, Skeleton, StatusTag, TextField, useShortcut } from '@firstfix/ui';
import { CarIcon, CheckIcon, ChevronLeftIcon, ChevronRightIcon, EditIcon, FileIcon, LockIcon, MapIcon, PhoneIcon } from '@firstfix/ui/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { CaseKnowledge } from '../knowledge/CaseKnowledge.tsx';
import { CausesCard } from './CausesCard.tsx';
import { NextChecks } from './NextChecks.tsx';
import { ChecklistCard } from './ChecklistCard.tsx';
import { useChecks } from './checks.ts';
import { ClockTag } from './ClockTag.tsx';
import { completionQuery, directions, stepsOf, useName, useStep, visitQuery, visitTones, workOrderQuery, type Missing, type Visit, type WorkOrder } from './data.ts';
import { keep, readKept } from './kept.ts';
import { PartsCard } from './PartsCard.tsx';
import { Phone } from './Phone.tsx';
import { PhotosCard } from './PhotosCard.tsx';
import { ReportCards } from './ReportCards.tsx';
import { useReport } from './report.ts';
import { SignOff } from './SignOff.tsx';
import styles from './mobile.module.css';

const route = getRouteApi('/signed-in/m/visits/$number');

export function VisitPage() {
  const t = useText();
  const { number } = route.useParams();
  const visit = useQuery(visitQuery(number));
  const order = useQuery(workOrderQuery(visit.data?.work.number ?? ''));
  const problem = visit.error ?? order.error;
  if (visit.data && order.data) {
    return (
      <SiteZone value={visit.data.where.zone}>
        {/* Anew for another visit: drafts and taps belong to one. */}
        <VisitOf key={order.data.number} visit={visit.data} order={order.data} />
      </SiteZone>
    );
  }
  return (
    <Phone
      title={number}
      head={
        <div className={styles.headRow}>
          <ButtonLink href="/m" className={styles.square} icon={ChevronLeftIcon} aria-label={t('mobile.back')}>
            {null}
          </ButtonLink>
          <h1 className={styles.title}>{number}</h1>
        </div>
      }
    >
      {problem && isProblem(problem) && problem.isForbidden ? (
        <NoPermission right="work-order.read" />
      ) : (isProblem(problem) && problem.isMissing) || visit.data === null ? (
        <EmptyState title={t('shell.missing')} text={t('shell.missingText')} action={<ButtonLink href="/m">{t('mobile.back')}</ButtonLink>} />
      ) : problem ? (
        <ErrorState error={problem} onRetry={() => void (visit.error ? visit : order).refetch()} />
      ) : (
        [0, 1, 2].map((card) => (
          <div key={card} className={styles.card}>
            <Skeleton lines={4} height={18} />
          </div>
        ))
      )}
    </Phone>
  );
}

const steps = ['ACCEPT', 'TRAVEL', 'ARRIVE', 'WORK', 'FINISH'] as const;
const stepNow: Record<Visit['status'], (typeof steps)[number] | null> = { BOOKED: 'ACCEPT', ACCEPTED: 'TRAVEL', TRAVELLING: 'ARRIVE', ON_SITE: 'WORK', DONE: null, CANCELLED: null };
const stepSigns = { ACCEPT: CheckIcon, TRAVEL: CarIcon, ARRIVE: MapIcon };

function VisitOf({ visit, order }: { visit: Visit; order: WorkOrder }) {
  const t = useText();
  const name = useName();
  const router = useRouter();
  const { step } = route.useSearch();
  const { number } = route.useParams();
  const checks = useChecks(order.number);
  const report = useReport(order.number, order.report);
  const isStarted = order.startedAt != null;
  const isOver = visit.status === 'DONE' || order.finishedAt != null;
  const canWrite = order.actions.includes('WRITE');
  const completion = useQuery({ ...completionQuery(order.number), enabled: isStarted && !isOver });
  const [isListing, setListing] = useState(false);
  const { machine } = order;

  const openSignOff = () => void router.navigate({ to: '/m/visits/$number', params: { number }, search: { step: 'sign' } });
  const sign = step === 'sign' && isStarted && !order.report.signed && !isOver;
  const current = isOver ? null : order.report.signed || sign ? 'FINISH' : stepNow[visit.status];
  const at = current === null ? steps.length : steps.indexOf(current);

  return (
    <Phone
      title={`${visit.number} ${order.subject}`}
      head={
        <>
          <div className={styles.headRow}>
            <ButtonLink href={sign ? `/m/visits/${number}` : '/m'} className={styles.square} icon={ChevronLeftIcon} aria-label={t(sign ? 'mobile.backToVisit' : 'mobile.back')}>
              {null}
            </ButtonLink>
            <div className={styles.grows}>
              <h1 className={styles.title}>{sign ? t('mobile.sign.title') : visit.where.customerName || order.customer.name}</h1>
              <p className={styles.note}>{[visit.number, machine && name(machine), machine?.location].filter(Boolean).join(' · ')}</p>
            </div>
            {!isOver && !sign && <ClockTag clock={order.clock} dueAt={order.dueAt} />}
          </div>
          {!sign && (
            <ol className={styles.steps} aria-label={t('ui.stepper')}>
              {steps.map((one, position) => {
                const state = position < at ? 'done' : position === at ? 'current' : 'todo';
                return (
                  <li key={one} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
                    {state === 'done' && <CheckIcon size={13} />}
                    <span>{t(`mobile.way.${one}`)}</span>
                    <span className="visually-hidden"> ({t(`ui.step.${state}`)})</span>
                  </li>
                );
              })}
            </ol>
          )}
        </>
      }
      foot={!sign && <Foot visit={visit} order={order} missing={completion.data?.beforeLeaving} isLoading={completion.isPending} flush={report.writing.flush} unsaved={checks.unsaved.size} onList={() => setListing(true)} onSign={openSignOff} />}
    >
      {sign ? (
        <SignOff number={number} order={order} report={report} />
      ) : (
        <>
          <Ended visit={visit} order={order} />
          <About visit={visit} order={order} />
          <CausesCard order={order} />
          {canWrite && <NextChecks caseNumber={order.serviceCase.number} />}
          <CaseKnowledge caseNumber={order.serviceCase.number} place="phone" className={styles.panel} />
          <ChecklistCard order={order} checks={checks} canWrite={canWrite} />
          {isStarted && (
            <>
              <PartsCard order={order} canWrite={canWrite} />
              <PhotosCard order={order} canWrite={canWrite} />
              <ReportCards order={order} report={report} canWrite={canWrite} />
            </>
          )}
        </>
      )}
      <MissingList isOpen={isListing} onClose={() => setListing(false)} missing={completion.data?.beforeLeaving ?? []} order={order} />
    </Phone>
  );
}

/** How it ended, or that it is signed: first of all, because nothing else can be changed then. */
function Ended({ visit, order }: { visit: Visit; order: WorkOrder }) {
  const t = useText();
  const dates = useDates();
  const { report } = order;
  if (visit.status === 'CANCELLED') {
    return (
      <Banner kind="warning" title={t('mobile.cancelled')}>
        {visit.cancelReason}
      </Banner>
    );
  }
  const isOver = order.finishedAt != null;
  if (!report.signed && !isOver) return null;
  const next = order.visits.find((one) => one.visitNumber > order.visitNumber);
  return (
    <Card className={styles.panel} title={isOver ? t('mobile.ended') : t('mobile.signed')}>
      <div className={styles.stack}>
        {report.outcome && <p>{t(`mobile.outcome.${report.outcome}`)}</p>}
        {report.signedByName && report.signedAt && <p className={styles.note}>{t('mobile.signedBy', { name: report.signedByName, at: dates.dateTime(report.signedAt) })}</p>}
        {next && <p className={styles.note}>{t('mobile.nextVisit', { number: next.number })}</p>}
        {report.signed && (
          <ButtonLink href={`/api/v1/work-orders/${order.number}/report.pdf`} target="_blank" icon={FileIcon}>
            {t('mobile.pdf')}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}

function About({ visit, order }: { visit: Visit; order: WorkOrder }) {
  const t = useText();
  const dates = useDates();
  const name = useName();
  const { where } = visit;
  const { contact, machine, serviceCase } = order;
  const phone = contact?.mobile || contact?.phone;
  const earlier = order.visits.filter((one) => one.visitNumber < order.visitNumber);
  return (
    <>
      <Card className={styles.panel} title={order.subject} note={<StatusTag tone={visitTones[visit.status]}>{t(`mobile.status.${visit.status}`)}</StatusTag>}>
        <div className={styles.stack}>
          <p className={styles.note}>{t('mobile.planned', { from: dates.dateTime(visit.startsAt), until: dates.time(visit.endsAt), minutes: order.expectedMinutes })}</p>
          {visit.crew.length > 0 && <p className={styles.note}>{t('mobile.crew', { lead: visit.engineerName, names: visit.crew.map((one) => one.name).join(', ') })}</p>}
          {serviceCase.description && <p className={styles.text}>{serviceCase.description}</p>}
          <ClockTag clock={order.clock} dueAt={order.dueAt} hasName />
          <p className={styles.where}>
            <span>{[where.customerName, order.site.name].filter(Boolean).join(' · ')}</span>
            <span className={styles.note}>{[where.city, where.address].filter(Boolean).join(' ')}</span>
          </p>
          <div className={styles.cardActions}>
            {phone && contact && (
              <ButtonLink href={`tel:${phone}`} icon={PhoneIcon} className={styles.grows}>
                {contact.name}
              </ButtonLink>
            )}
            <ButtonLink href={directions(where)} icon={MapIcon} className={styles.grows}>
              {t('mobile.directions')}
            </ButtonLink>
          </div>
        </div>
      </Card>
      {order.site.accessNotes && (
        <Card className={styles.warnPanel} title={t('mobile.access')}>
          <p className={styles.fact}>
            <LockIcon size={18} />
            <span className={styles.text}>{order.site.accessNotes}</span>
          </p>
        </Card>
      )}
      {machine && (
        <Card className={styles.panel} title={t('mobile.machine')}>
          <div className={styles.stack}>
            <KeyValueList
              items={[
                { label: t('mobile.model'), value: name(machine) },
                { label: t('mobile.location'), value: machine.location },
                { label: t('mobile.importance'), value: t(`mobile.importance.${machine.importance}`) },
              ]}
            />
            {order.finishedAt == null ? <SerialCheck number={order.number} serial={machine.serial} /> : <p className={styles.note}>{machine.serial}</p>}
          </div>
        </Card>
      )}
      {earlier.length > 0 && (
        <Card className={styles.panel} title={t('mobile.earlier')}>
          <ul className={styles.stack}>
            {earlier.map((one) => (
              <li key={one.number}>
                {t('mobile.earlierVisit', { visit: one.visitNumber, name: one.engineerName ?? '–' })}
                <p className={styles.note}>{[one.finishedAt && dates.dateTime(one.finishedAt), one.outcome && t(`mobile.outcome.${one.outcome}`)].filter(Boolean).join(' · ')}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** Before anything is opened: is this the machine? Four digits from its label say so. */
function SerialCheck({ number, serial }: { number: string; serial: string }) {
  const t = useText();
  const key = `visit.${number}.serial`;
  const [typed, setTyped] = useState('');
  const [confirmed, setConfirmed] = useState(() => readKept<string>(key) === serial);
  const end = serial.slice(-4).toLowerCase();
  if (confirmed) {
    return (
      <p className={styles.confirmed}>
        <CheckIcon size={18} />
        <span>{t('mobile.serial.confirmed', { serial })}</span>
      </p>
    );
  }
  const wrong = typed.length >= 4 && typed.toLowerCase() !== end;
  return (
    <TextField
      label={t('mobile.serial.label')}
      hint={t('mobile.serial.hint', { masked: `${serial.slice(0, -4)}····` })}
      value={typed}
      maxLength={4}
      autoComplete="off"
      error={wrong ? t('mobile.serial.wrong', { serial }) : undefined}
      onChange={(next) => {
        setTyped(next);
        if (next.trim().toLowerCase() === end) {
          keep(key, serial);
          setConfirmed(true);
        }
      }}
    />
  );
}

interface FootProps {
  visit: Visit;
  order: WorkOrder;
  missing: Missing[] | undefined;
  isLoading: boolean;
  flush: () => Promise<boolean>;
  unsaved: number;
  onList: () => void;
  onSign: () => void;
}

/** The one next step, at the thumb. */
function Foot({ visit, order, missing, isLoading, flush, unsaved, onList, onSign }: FootProps) {
  const t = useText();
  const queries = useQueryClient();
  const step = useStep(visit);
  const [isChecking, setChecking] = useState(false);
  const complete = useAction({
    run: (_: void, { headers }) => take(api.POST('/api/v1/work-orders/{number}/complete', { params: { path: { number: order.number } }, body: {}, headers })),
    touches: [['engineer-day'], ['visit'], ['work-order', order.number], ['completion', order.number]],
    onSuccess: () => scrollTo({ top: 0 }),
  });
  const possible = stepsOf(visit);
  const [next, ...others] = possible;
  const problem = step.error ?? complete.error;
  const lacking = missing?.filter((one) => one.code !== 'SIGNATURE') ?? [];
  const needsSignature = missing?.some((one) => one.code === 'SIGNATURE');

  /** What was typed goes to the server first, then the server says what is missing. */
  const finish = async () => {
    setChecking(true);
    try {
      if (!(await flush())) return;
      const now = await queries.fetchQuery({ ...completionQuery(order.number), staleTime: 0 });
      if (now.beforeSignature.length > 0) onList();
      else if (now.beforeLeaving.length > 0) onSign();
      else complete.mutate();
    } catch {
      onList();
    } finally {
      setChecking(false);
    }
  };
  useShortcut('Ctrl+Enter', t('mobile.finish'), t('mobile.nav'), () => {
    if (next) step.mutate(next);
    else void finish();
  });

  let button: ReactNode = null;
  if (next) {
    button = (
      <>
        <Button kind="primary" icon={stepSigns[next]} isPending={step.isPending} className={styles.grows} onPress={() => step.mutate(next)}>
          {t(`mobile.step.${next}`)}
        </Button>
        {next === 'ACCEPT' && others.includes('ARRIVE') ? null : (
          others.map((other) => (
            <Button key={other} isPending={step.isPending} onPress={() => step.mutate(other)}>
              {t(`mobile.step.${other}`)}
            </Button>
          ))
        )}
      </>
    );
  } else if (order.status === 'IN_WORK' && (order.actions.includes('WRITE') || order.actions.includes('COMPLETE'))) {
    button = (
      <Button kind="primary" icon={lacking.length > 0 ? undefined : needsSignature ? EditIcon : CheckIcon} isPending={isChecking || complete.isPending || isLoading} className={styles.grows} onPress={() => void finish()}>
        {lacking.length > 0 ? t('mobile.finishMissing', { count: lacking.length }) : needsSignature ? t('mobile.sign.title') : t('mobile.finish')}
      </Button>
    );
  } else if (order.finishedAt != null || visit.status === 'DONE' || visit.status === 'CANCELLED') {
    button = (
      <ButtonLink href="/m" kind="primary" icon={ChevronLeftIcon} className={styles.grows}>
        {t('mobile.back')}
      </ButtonLink>
    );
  }
  if (!button) return null;
  return (
    <>
      {problem && (
        <Banner kind="error" isLive title={problem.isNetwork ? t('ui.error.network') : (problem.detail ?? problem.title)}>
          {problem.hint}
        </Banner>
      )}
      {unsaved > 0 && <p className={styles.note}>{t('mobile.unsavedChecks', { count: unsaved })}</p>}
      <div className={styles.footRow}>{button}</div>
    </>
  );
}

/** Where the thing stands on the page that is missing. */
function placeOf({ code, position }: Missing): string {
  return code === 'CHECKLIST_ITEM' ? `check-${position ?? 0}` : `place-${code}`;
}

/** Not a dead button: a list of what the server still wants, each line leads there. */
function MissingList({ isOpen, onClose, missing, order }: { isOpen: boolean; onClose: () => void; missing: Missing[]; order: WorkOrder }) {
  const t = useText();
  const name = useName();
  const [goTo, setGoTo] = useState<string | null>(null);
  useEffect(() => {
    if (!goTo || isOpen) return undefined;
    // After the dialog has given the focus back.
    const timer = setTimeout(() => {
      const place = document.getElementById(goTo);
      place?.scrollIntoView({ block: 'center' });
      place?.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')?.focus({ preventScroll: true });
      setGoTo(null);
    }, 80);
    return () => clearTimeout(timer);
  }, [goTo, isOpen]);
  const lines = missing.filter((one) => one.code !== 'SIGNATURE');
  return (
    <Drawer isOpen={isOpen} onClose={onClose} title={t('mobile.missing.title', { count: lines.length })}>
      {lines.length === 0 ? (
        <EmptyState icon={CheckIcon} title={t('mobile.missing.none')} />
      ) : (
        <ul className={styles.missing}>
          {lines.map((one) => {
            const check = order.checklist.find((item) => item.position === one.position);
            return (
              <li key={placeOf(one)}>
                <Button
                  kind="quiet"
                  className={styles.missingLine}
                  onPress={() => {
                    setGoTo(placeOf(one));
                    onClose();
                  }}
                >
                  <span className={styles.grows}>{one.code === 'CHECKLIST_ITEM' && check ? name(check) : t(`mobile.missing.${one.code}`)}</span>
                  <ChevronRightIcon size={16} />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </Drawer>
  );
}
