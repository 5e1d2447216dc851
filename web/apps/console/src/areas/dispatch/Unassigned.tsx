import { call, usePages, type ProblemError } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useDurations, useText } from '@firstfix/i18n';
import { Banner, ConfirmDialog, EmptyState, ErrorState, PriorityMark, Skeleton, SlaRing, StatusTag, useShortcut } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef, useState, type RefObject } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import { Page } from '../../shell/Page.tsx';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { useCan } from '../../session/session.ts';
import { BookDialog } from './dialogs.ts';
import { CandidateList } from './CandidateList.tsx';
import { useBooking } from './booking.ts';
import { candidatesQuery, codesOf, levelOf, termsQuery, useName, type Booking, type Candidate, type Job } from './data.ts';
import { WhyOtherwise } from './policy/WhyOtherwise.tsx';
import styles from './dispatch.module.css';

const route = getRouteApi('/signed-in/shell/unassigned');

/** What nobody is booked for, the most urgent first, and beside it whom to send. */
export function Unassigned() {
  const t = useText();
  const name = useName();
  const navigate = route.useNavigate();
  const { order: chosen } = route.useSearch();
  const terms = useQuery(termsQuery);
  const skills = useMemo(() => new Map((terms.data?.skills ?? []).map((term) => [term.code, name(term)])), [terms.data, name]);
  const source = usePages<Job>(
    ['unassigned'],
    async (cursor, signal) => (await call<{ items: Job[]; nextCursor: string | null }>('GET', '/api/v1/work-orders/unassigned', { query: { cursor }, signal })).data,
  );
  const job = source.items.find((item) => item.number === chosen) ?? source.items[0];
  const firstButton = useRef<HTMLButtonElement>(null);
  const choose = (number: string) => void navigate({ search: { order: number }, replace: true });
  const columns = useMemo<Column<Job>[]>(
    () => [
      { id: 'due', header: t('dispatch.due'), cell: (row) => row.dueAt && <SlaRing due={row.dueAt} start={row.releasedAt} />, width: 92 },
      { id: 'priority', header: t('dispatch.priority'), cell: (row) => <PriorityMark level={levelOf(row.priority)} />, text: (row) => row.priority, width: 78 },
      {
        id: 'state',
        header: t('dispatch.state'),
        cell: (row) =>
          row.status !== 'RELEASED' ? (
            <StatusTag tone="waiting">{t(`dispatch.job.${row.status}`)}</StatusTag>
          ) : row.visitNumber > 1 ? (
            <StatusTag tone="dispatched">{t('dispatch.visitNumber', { visit: row.visitNumber })}</StatusTag>
          ) : (
            <StatusTag tone="new">{t('dispatch.job.RELEASED')}</StatusTag>
          ),
        text: (row) => t(`dispatch.job.${row.status}`),
        width: 182,
      },
      { id: 'subject', header: t('dispatch.subject'), cell: (row) => row.subject, text: (row) => row.subject, isRowHeader: true, grows: true, width: 220 },
      { id: 'customer', header: t('dispatch.customer'), cell: (row) => row.customerName, text: (row) => row.customerName, width: 120 },
      { id: 'skill', header: t('dispatch.skill'), cell: (row) => (row.requiredSkill ? (skills.get(row.requiredSkill) ?? row.requiredSkill) : ''), width: 100 },
      { id: 'crew', header: t('dispatch.crew'), cell: (row) => (row.crewSize > 1 ? t('dispatch.crew.size', { count: row.crewSize }) : ''), width: 84 },
      { id: 'number', header: t('dispatch.number'), cell: (row) => row.number, width: 132 },
      { id: 'site', header: t('dispatch.site'), cell: (row) => row.siteName, text: (row) => row.siteName, width: 140, isHiddenAtFirst: true },
    ],
    [t, skills],
  );
  return (
    <Page title={t('dispatch.unassigned')} layout="fill" note={<span className={styles.quiet}>{t('dispatch.keys')}</span>} actions={<ExportMenu list="work-orders.unassigned" />}>
      <div className={styles.split}>
        <div className={styles.list}>
          <DataGrid
            label={t('dispatch.unassigned')}
            name="unassigned"
            source={source}
            columns={columns}
            rowId={(row) => row.number}
            onActive={(row) => choose(row.number)}
            onOpen={(row) => {
              choose(row.number);
              // Enter goes on to the best candidate, Enter again books.
              requestAnimationFrame(() => firstButton.current?.focus());
            }}
            empty={<EmptyState title={t('dispatch.allAssigned')} text={t('dispatch.allAssignedText')} />}
          />
        </div>
        <aside className={styles.side} aria-label={t('dispatch.whom')}>
          {job ? <Whom key={job.number} job={job} firstButton={firstButton} /> : <EmptyState title={t('dispatch.nothingChosen')} />}
        </aside>
      </div>
      <WhyOtherwise />
    </Page>
  );
}

function Whom({ job, firstButton }: { job: Job; firstButton: RefObject<HTMLButtonElement | null> }) {
  const t = useText();
  const name = useName();
  const durations = useDurations();
  const dates = useDates();
  const may = useCan();
  const candidates = useQuery(candidatesQuery(job.number));
  const [other, setOther] = useState<string | null>(null);
  const [overlapping, setOverlapping] = useState<Booking | null>(null);
  const book = useBooking(() => setOverlapping(null));
  const assign = (booking: Booking) =>
    book.mutate(booking, {
      onError: (problem) => {
        if (problem.code === 'dispatch.overlap-not-accepted') setOverlapping(booking);
      },
    });
  const assignTo = (candidate: Candidate | undefined) => {
    if (!candidate?.startsAt || book.isPending) return;
    assign({ workOrderNumber: job.number, engineerCode: candidate.engineerCode, crew: codesOf(candidate.crew), startsAt: candidate.startsAt, endsAt: candidate.endsAt });
  };
  const items = candidates.data?.items ?? [];
  const possible = items.filter((item) => item.verdict !== 'IMPOSSIBLE');
  useShortcut('1', t('dispatch.assignKey', { rank: 1 }), t('dispatch.unassigned'), () => assignTo(possible[0]));
  useShortcut('2', t('dispatch.assignKey', { rank: 2 }), t('dispatch.unassigned'), () => assignTo(possible[1]));
  useShortcut('3', t('dispatch.assignKey', { rank: 3 }), t('dispatch.unassigned'), () => assignTo(possible[2]));
  const problem: ProblemError | null = book.error && book.error.code !== 'dispatch.overlap-not-accepted' ? book.error : null;
  return (
    <>
      <header className={styles.jobHead}>
        <h2>{job.subject}</h2>
        <p>
          <AppLink href={`/work-orders/${job.number}`}>{job.number}</AppLink> · <AppLink href={`/cases/${job.caseNumber}`}>{job.caseNumber}</AppLink>
        </p>
        <p className={styles.quiet}>
          {[job.customerName, job.siteName, name({ nameZh: job.modelNameZh, nameEn: job.modelNameEn }), durations.full(job.expectedMinutes * 60), job.crewSize > 1 ? t('dispatch.crew.size', { count: job.crewSize }) : ''].filter(Boolean).join(' · ')}
        </p>
        {job.dueAt && (
          <p>
            <SlaRing due={job.dueAt} start={job.releasedAt} /> <span className={styles.quiet}>{t('dispatch.dueAt', { at: dates.dateTime(job.dueAt) })}</span>
          </p>
        )}
      </header>
      {problem && (
        <Banner kind="error" title={problem.detail ?? problem.title} isLive>
          {problem.hint}
        </Banner>
      )}
      {candidates.isPending ? (
        <Skeleton lines={6} height={20} />
      ) : candidates.error ? (
        <ErrorState error={candidates.error} onRetry={() => void candidates.refetch()} />
      ) : items.length === 0 ? (
        <EmptyState title={t('dispatch.noEngineers')} text={t('dispatch.noEngineersText')} />
      ) : (
        <CandidateList
          candidates={items}
          firstButton={firstButton}
          onAssign={may('dispatch.book') ? assignTo : undefined}
          onOther={may('dispatch.book') ? (candidate) => setOther(candidate.engineerCode) : undefined}
          pending={book.isPending ? book.variables?.engineerCode : undefined}
        />
      )}
      {other && (
        <BookDialog
          order={job}
          engineers={[...new Map(items.flatMap((item) => [[item.engineerCode, item.engineerName] as const, ...item.crew.map((one) => [one.code, one.name] as const)]))].map(([id, label]) => ({ id, label }))}
          engineer={other}
          crew={codesOf(items.find((item) => item.engineerCode === other)?.crew ?? [])}
          startsAt={items.find((item) => item.engineerCode === other)?.startsAt ?? null}
          onClose={() => setOther(null)}
        />
      )}
      {overlapping && (
        <ConfirmDialog
          isOpen
          onClose={() => setOverlapping(null)}
          title={t('dispatch.doubleBooking')}
          confirm={t('dispatch.bookAnyway')}
          isPending={book.isPending}
          onConfirm={() => assign({ ...overlapping, acceptOverlap: true })}
        >
          <p>{book.error?.detail}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
