import type { BoardHandle, BoardRow, Ghost } from '@firstfix/board';
import { SiteZone, useDates, useText } from '@firstfix/i18n';
import { Banner, Button, ConfirmDialog, EmptyState, ErrorState, Skeleton, useShortcut } from '@firstfix/ui';
import type { ProblemError } from '@firstfix/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Page } from '../../../shell/Page.tsx';
import { BookDialog } from '../dialogs.ts';
import { boardQuery, codesOf, crewNames, suggestionsQuery, termsQuery, useName, type Board, type BoardJob, type BoardVisit, type Booking, type Candidate, type Visit } from '../data.ts';
import { useToldByPolicy } from '../policy/byPolicy.ts';
import { WhyOtherwise } from '../policy/WhyOtherwise.tsx';
import { AtRiskLane } from './AtRiskLane.tsx';
import { BoardBar, UndoLast } from './BoardBar.tsx';
import { JobDetail, VisitDetail } from './Detail.tsx';
import { JobsList, type JobTab } from './JobsList.tsx';
import { LiveTimeline } from './LiveTimeline.tsx';
import { PlanMenu, whoWorks } from './PlanMenu.tsx';
import { RowHead } from './RowHead.tsx';
import { useBoardActions, type Move } from './actions.ts';
import { usePlacing, type Held } from './placing.ts';
import { ListView, MapPane, PlanPanel, Versions, WeekPane } from './otherViews.ts';
import { leavingOf, planQuery, usePlanActions, type PlanVersion } from './plans.ts';
import { useNarrow, useSame, useSteady } from './watching.ts';
import { chooseOrder, filtered, findBar, ghostsOf, peopleOf, rowName } from './finding.ts';
import { useBoardNews } from './news.ts';
import { sourceOf, toRow, type Words } from './rows.ts';
import type { BoardSearch } from './search.ts';
import styles from './BoardPage.module.css';

const route = getRouteApi('/signed-in/shell/board');
const none: Board['rows'] = [];
const hour = 3_600_000;
const nothingAtRisk: Board['atRisk'] = [];
const noJobs: Board['jobs'] = [];
const noPositions: ReadonlySet<number> = new Set();

/** Who goes when: engineers and their day, open work beside it, danger above it. Everything it shows is in its address. */
export function BoardPage() {
  const t = useText();
  const name = useName();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const go = useCallback((change: BoardSearch) => void navigate({ search: (before: BoardSearch) => ({ ...before, ...change }), replace: true }), [navigate]);
  const board = useQuery(boardQuery(search.territory, search.date));
  const suggestions = useQuery({ ...suggestionsQuery(search.territory, search.date), enabled: board.data !== undefined });
  const terms = useQuery(termsQuery);
  const isNarrow = useNarrow();
  const data = board.data;
  const dates = useDates(data?.zone);
  const may = (action: string) => data?.actions.includes(action) ?? false;
  const handle = useRef<BoardHandle>(null);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [overlapping, setOverlapping] = useState<{ booking?: Booking; move?: Move; problem: ProblemError } | null>(null);
  const [dialog, setDialog] = useState<{ order: { number: string; subject: string; crewSize: number }; engineer: string; crew?: string[]; startsAt: string | null; moves?: Visit } | null>(null);
  useBoardNews(search.territory, search.date);

  const words = useMemo<Words>(() => ({ t, time: dates.time }), [t, dates.time]);
  const { skill, q, phone, duty } = search;
  const people = useMemo(() => filtered(data?.rows ?? none, { skill, q, phone, duty }), [data?.rows, skill, q, phone, duty]);
  const silent = useMemo(() => (data?.rows ?? none).filter((row) => row.silentSince).length, [data?.rows]);
  const plan = useQuery({ ...planQuery(search.territory, search.date), enabled: data !== undefined });
  useToldByPolicy(plan.data, () => go({ panel: 'versions', sel: undefined }));
  const proposal = plan.data?.open ?? null;
  const [rejected, setRejected] = useState<ReadonlySet<number>>(noPositions);
  const leaving = useMemo(() => leavingOf(proposal, rejected), [proposal, rejected]);
  const rows = useMemo(() => people.map((row) => toRow(row, words, leaving)), [people, words, leaving]);
  const byCode = useMemo(() => new Map((data?.rows ?? none).map((row) => [row.code, row])), [data?.rows]);
  const skillNames = useMemo(() => new Map((terms.data?.skills ?? []).map((term) => [term.code, name(term)])), [terms.data, name]);
  const bestOf = useMemo(() => new Map((suggestions.data?.items ?? []).map((item) => [item.workOrderNumber, item])), [suggestions.data]);
  const jobs = data?.jobs ?? noJobs;
  const job = jobs.find((one) => one.number === search.sel);
  const chosen = useMemo(() => findBar(data?.rows ?? none, search.sel), [data?.rows, search.sel]);
  const atRisk = data?.atRisk ?? nothingAtRisk;
  const known = useMemo(() => {
    const here = new Set([...(data?.jobs ?? []).map((one) => one.number), ...(data?.rows ?? none).flatMap((row) => row.bars.map((bar) => bar.workOrderNumber))]);
    return atRisk.flatMap((one) => (one.workOrderNumber && here.has(one.workOrderNumber) ? [one.workOrderNumber] : [])).join(' ');
  }, [data?.jobs, data?.rows, atRisk]);
  const tab = (search.tab ?? 'UNASSIGNED') as JobTab;
  const inTab = jobs.filter((one) => one.list === tab);

  const actions = useBoardActions((found) => setProblem(found));
  const { book, move } = actions;
  const plans = usePlanActions({ territory: search.territory, date: data?.date }, (found) => setProblem(found), actions.done);
  const assign = (to: BoardJob, candidate: Candidate) => {
    if (!candidate.startsAt || book.isPending) return;
    const at = inTab.findIndex((one) => one.number === to.number);
    const following = inTab[at + 1] ?? inTab[at - 1];
    setProblem(null);
    submit({ workOrderNumber: to.number, engineerCode: candidate.engineerCode, crew: codesOf(candidate.crew), startsAt: candidate.startsAt, endsAt: candidate.endsAt }, () =>
      // The list keeps its place: the next job takes the one that was assigned, unless something else has been chosen since.
      void navigate({ search: (before: BoardSearch) => (before.sel === undefined || before.sel === to.number ? { ...before, sel: following?.number } : before), replace: true }),
    );
  };
  const submit = (booking: Booking, then?: () => void) =>
    book.mutate(booking, {
      onSuccess: () => {
        setOverlapping(null);
        then?.();
      },
      onError: (found) => {
        if (found.code !== 'dispatch.overlap-not-accepted') return;
        setProblem(null);
        setOverlapping({ booking, problem: found });
      },
    });
  const submitMove = (wanted: Move) =>
    move.mutate(wanted, {
      onSuccess: () => setOverlapping(null),
      onError: (found) => {
        if (found.code !== 'dispatch.overlap-not-accepted') return;
        setProblem(null);
        setOverlapping({ move: wanted, problem: found });
      },
    });
  /** @param people who go then, the lead first */
  const moveTo = (bar: BoardVisit, from: readonly string[], [engineerCode = '', ...crew]: string[], startsAt: string) => {
    const length = Date.parse(bar.endsAt) - Date.parse(bar.startsAt);
    setProblem(null);
    submitMove({
      number: bar.number,
      version: bar.version,
      engineerCode,
      crew,
      startsAt,
      endsAt: new Date(Date.parse(startsAt) + length).toISOString(),
      former: { engineerCode: from[0] ?? '', crew: from.slice(1), startsAt: bar.startsAt, endsAt: bar.endsAt },
    });
  };

  const onDrop = (held: Held, row: string, crew: string[], from: number) => {
    const startsAt = new Date(from).toISOString();
    if (!held.visit) return submit({ workOrderNumber: held.workOrder, engineerCode: row, crew, startsAt });
    const found = findBar(data?.rows ?? none, held.visit);
    if (!found) return;
    const before = peopleOf(found);
    // The line of a colleague who goes anyway: only the time is another.
    const people = before.includes(row) ? before : before.map((code) => (code === held.seat ? row : code));
    if (found.bar.startsAt !== startsAt || people !== before) moveTo(found.bar, before, people, startsAt);
  };
  const placing = usePlacing(rows, data?.date, handle, onDrop);
  const takeJob = (taken: BoardJob, byHand: boolean) => {
    const best = bestOf.get(taken.number)?.best[0];
    const row = best?.engineerCode ?? rows[0]?.id;
    if (!row || !may('BOOK') || !data) return;
    const from = best?.startsAt ? Date.parse(best.startsAt) : Math.max(Date.now(), Date.parse(data.startsAt) + 8 * hour);
    placing.take({ workOrder: taken.number, label: taken.subject, minutes: taken.expectedMinutes, byHand }, row, from);
    if (!byHand) handle.current?.showTime(from);
  };
  const takeBar = (bar: BoardVisit, row: string, byHand: boolean) =>
    placing.take(
      { workOrder: bar.workOrderNumber, visit: bar.number, seat: row, others: codesOf(bar.crew).filter((code) => code !== row), label: bar.subject, minutes: Math.round((Date.parse(bar.endsAt) - Date.parse(bar.startsAt)) / 60_000), byHand },
      row,
      Date.parse(bar.startsAt),
    );

  const step = (by: number) => {
    const at = inTab.findIndex((one) => one.number === search.sel);
    const next = inTab[at < 0 ? 0 : Math.max(0, Math.min(inTab.length - 1, at + by))];
    if (next) go({ sel: next.number });
  };
  const group = t('dispatch.board');
  useShortcut('J', t('dispatch.board.keyNext'), group, () => step(1));
  useShortcut('K', t('dispatch.board.keyBefore'), group, () => step(-1));
  useShortcut('M', t('dispatch.board.keyMove'), group, () => {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.bar : undefined;
    const held = findBar(data?.rows ?? none, focused ?? search.sel);
    const row = focused ? document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row : undefined;
    if (held?.bar.actions.includes('MOVE')) takeBar(held.bar, row ?? held.row.code, false);
    else if (job) takeJob(job, false);
  });
  const assignRank = (rank: number) => {
    const best = job && bestOf.get(job.number)?.best[rank];
    if (job && best && may('BOOK')) assign(job, best);
  };
  useShortcut('1', t('dispatch.assignKey', { rank: 1 }), group, () => assignRank(0));
  useShortcut('2', t('dispatch.assignKey', { rank: 2 }), group, () => assignRank(1));
  useShortcut('3', t('dispatch.assignKey', { rank: 3 }), group, () => assignRank(2));
  useShortcut('Enter', t('dispatch.board.keyEnter'), group, () => assignRank(0));
  useShortcut('Escape', t('dispatch.board.keyEscape'), group, () => (placing.held ? placing.leave() : go({ sel: undefined })));

  const ghosts = useMemo<Ghost[]>(() => {
    const proposed = (proposal?.changes ?? []).flatMap((change): Ghost[] =>
      change.wanted && !rejected.has(change.position)
        ? ghostsOf(change.wanted, {
            id: `plan ${change.position}`,
            label: change.customerName || change.subject,
            words: t('dispatch.plan.ghost', { name: crewNames(change.wanted), at: dates.time(change.wanted.startsAt), subject: change.subject }),
            kind: 'proposal',
          })
        : [],
    );
    const candidates = (job ? (bestOf.get(job.number)?.best ?? []) : []).flatMap((candidate, index): Ghost[] =>
      candidate.startsAt && candidate.endsAt
        ? ghostsOf(
            { ...candidate, startsAt: candidate.startsAt, endsAt: candidate.endsAt },
            {
              id: `${job?.number ?? ''} ${index}`,
              label: `#${index + 1} ${job?.subject ?? ''}`,
              words: t('dispatch.board.ghost', { rank: index + 1, name: crewNames(candidate), at: dates.time(candidate.startsAt) }),
              kind: 'candidate',
            },
          )
        : [],
    );
    return [...proposed, ...candidates];
  }, [job, bestOf, proposal, rejected, t, dates]);

  // Must not change with the data: every row would be drawn anew.
  const header = useCallback((row: BoardRow) => <RowHead row={sourceOf(row)} skillNames={skillNames} />, [skillNames]);
  const startsAt = data ? Date.parse(data.startsAt) : 0;
  // Only a day that is opened anew is scrolled to its hours; what changes afterwards moves nothing.
  const opened = useRef('');
  /** Whose day was opened from the week. */
  const awaited = useRef<string | null>(null);
  useEffect(() => {
    // Once more when a proposal stands beside it: there is less room then.
    const day = data ? `${data.date} ${data.territory ?? ''} ${view} ${plan.isPending}` : '';
    if (!data || opened.current === day || !handle.current) return;
    opened.current = day;
    const isToday = Date.now() > Date.parse(data.startsAt) && Date.now() < Date.parse(data.endsAt);
    handle.current.showTime(isToday ? Date.now() - hour : Date.parse(data.startsAt) + 8 * hour);
    if (awaited.current) handle.current.showRow(awaited.current);
    awaited.current = null;
  });

  const chooseRisk = useCallback(
    (order: string) => {
      const now = queries.getQueryData<Board>(boardQuery(search.territory, search.date).queryKey);
      if (now) chooseOrder(order, now, go, handle.current);
    },
    [queries, search.territory, search.date, go],
  );
  const showNow = useCallback(() => handle.current?.showTime(Date.now() - hour), []);
  const decide = (act: () => void) => {
    setProblem(null);
    setRejected(noPositions);
    go({ sel: undefined, panel: undefined });
    act();
  };
  const openDay = (date: string, engineer: string) => {
    awaited.current = engineer;
    void navigate({ search: (before) => ({ ...before, date, view: undefined, sel: undefined }) });
  };
  const select = (number: string) => go({ sel: number, panel: undefined });
  // The page is drawn anew with every change on the board; its parts only when something of theirs is another.
  const chooseTab = useSteady((next: JobTab) => go({ tab: next === 'UNASSIGNED' ? undefined : next }));
  const chooseJob = useSteady((one: BoardJob) => select(one.number));
  const assignSteadily = useSteady(assign);
  const grabJob = useSteady((one: BoardJob) => takeJob(one, true));
  const chooseBar = useSteady((bar: { id: string }) => select(bar.id));
  const grabBar = useSteady((bar: { id: string }, row: BoardRow) => {
    const found = findBar(data?.rows ?? none, bar.id);
    if (found) takeBar(found.bar, row.id, true);
  });
  const planTheDay = useSteady((cause: PlanVersion['cause']) => decide(() => plans.ask.mutate(cause)));
  const reportIll = useSteady((code: string) => decide(() => plans.ill.mutate(code)));
  const showVersions = useSteady(() => go({ panel: 'versions', sel: undefined }));
  const undoLast = useSteady(actions.undoLast);
  const atWork = useSame(useMemo(() => whoWorks(data?.rows ?? none), [data?.rows]));
  const view = search.view ?? (isNarrow ? 'list' : 'board');
  const isBoard = view === 'board';
  return (
    // Every time on the board is that of the place, wherever the dispatcher sits.
    <SiteZone value={data?.zone}>
    <Page
      title={t('dispatch.board')}
      layout="fill"
      bar={
        <div className={styles.bar}>
          <BoardBar date={data?.date} zone={data?.zone} search={search} go={go} asOf={board.isError ? data?.asOf : undefined} view={view} silent={silent} onNow={showNow} />
          {may('PLAN') && (
            <PlanMenu
              engineers={atWork}
              chosen={chosen?.row.code}
              isPending={plans.ask.isPending || plans.ill.isPending || proposal?.status === 'COMPUTING'}
              mayReportAbsence={may('REPORT_ABSENCE')}
              onPlan={planTheDay}
              onIll={reportIll}
              onVersions={showVersions}
            />
          )}
          <UndoLast last={actions.last} onUndo={undoLast} isUndoing={actions.isUndoing} />
        </div>
      }
    >
      {board.isPending ? (
        <div className={styles.pad}>
          <Skeleton lines={10} height={34} />
        </div>
      ) : !data ? (
        <ErrorState error={board.error} onRetry={() => void board.refetch()} />
      ) : (
        <div className={styles.board} data-detail={job !== undefined || chosen !== null || proposal !== null || search.panel === 'versions'}>
          <AtRiskLane rows={atRisk} hasMore={data.moreAtRisk} known={known} onChoose={chooseRisk} />
          {problem && (
            <div className={styles.problem}>
              <Banner kind="error" title={problem.detail ?? problem.title} isLive actions={<Button kind="quiet" onPress={() => setProblem(null)}>{t('common.close')}</Button>}>
                {problem.hint}
              </Banner>
            </div>
          )}
          <JobsList
            jobs={jobs}
            tab={tab}
            onTab={chooseTab}
            chosen={search.sel}
            onChoose={chooseJob}
            suggestions={bestOf}
            skillNames={skillNames}
            onAssign={may('BOOK') ? assignSteadily : undefined}
            pending={book.isPending ? `${book.variables?.workOrderNumber ?? ''} ${book.variables?.engineerCode ?? ''}` : undefined}
            onGrab={may('BOOK') && isBoard ? grabJob : undefined}
          />
          <div className={styles.main}>
            <Suspense fallback={<Skeleton lines={10} height={34} />}>
            {data.rows.length === 0 ? (
              <EmptyState title={t('dispatch.noEngineers')} text={t('dispatch.noEngineersText')} />
            ) : rows.length === 0 ? (
              <EmptyState title={t('dispatch.board.nobodyFits')} action={<Button onPress={() => go({ skill: undefined, q: undefined, phone: undefined, duty: undefined })}>{t('dispatch.board.clearFilters')}</Button>} />
            ) : view === 'list' ? (
              <ListView board={data} rows={people} onOpen={select} />
            ) : view === 'map' ? (
              <MapPane key={`${data.date} ${data.territory ?? ''}`} board={data} rows={people} search={search} go={go} onSelect={select} />
            ) : view === 'week' ? (
              <WeekPane search={search} skillNames={skillNames} onDay={openDay} />
            ) : (
              <LiveTimeline
                ref={handle}
                board={data}
                label={t('dispatch.board.grid', { date: dates.day(data.date) })}
                rows={rows}
                from={startsAt}
                to={Date.parse(data.endsAt)}
                pixelsPerHour={search.zoom ? Number(search.zoom) : 72}
                hourLabel={dates.time}
                hoursTitle={t('dispatch.board.hours')}
                header={header}
                headerTitle={t('dispatch.board.engineers', { count: rows.length })}
                selected={search.sel}
                ghosts={ghosts}
                target={placing.target}
                onSelect={chooseBar}
                onGrab={grabBar}
              />
            )}
            </Suspense>
          </div>
          {job ? (
            <JobDetail
              key={job.number}
              job={job}
              date={data.date}
              onClose={() => go({ sel: undefined })}
              onAssign={may('BOOK') ? (candidate) => assign(job, candidate) : undefined}
              onOther={may('BOOK') ? (candidate) => setDialog({ order: job, engineer: candidate.engineerCode, crew: codesOf(candidate.crew), startsAt: candidate.startsAt ?? null }) : undefined}
              onPlace={may('BOOK') && isBoard ? () => takeJob(job, false) : undefined}
              pending={book.isPending ? book.variables?.engineerCode : undefined}
            />
          ) : chosen ? (
              <VisitDetail
                key={chosen.bar.number}
                bar={chosen.bar}
                engineerName={chosen.row.name}
                onClose={() => go({ sel: undefined })}
                onMove={!isBoard ? undefined : () => takeBar(chosen.bar, chosen.row.code, false)}
                onMoveTo={(candidate) => candidate.startsAt && moveTo(chosen.bar, peopleOf(chosen), [candidate.engineerCode, ...codesOf(candidate.crew)], candidate.startsAt)}
                onDialog={(visit) => setDialog({ order: visit.work, engineer: visit.engineerCode, crew: codesOf(visit.crew), startsAt: visit.startsAt, moves: visit })}
              />
          ) : search.panel === 'versions' ? (
            <Versions versions={plan.data?.versions ?? []} onUndo={(version) => decide(() => plans.undo.mutate(version))} onClose={() => go({ panel: undefined })} />
          ) : (
            proposal && (
              <PlanPanel
                version={proposal}
                rejected={rejected}
                onReject={setRejected}
                isPending={plans.publish.isPending}
                onPublish={(positions) => decide(() => plans.publish.mutate({ version: proposal, positions }))}
                onDiscard={() => decide(() => plans.discard.mutate(proposal))}
                onShow={(change) => change.wanted && (handle.current?.showRow(change.wanted.engineerCode), handle.current?.showTime(Date.parse(change.wanted.startsAt)))}
              />
            )
          )}
          <p className="visually-hidden" role="status">
            {placing.target ? [rowName(byCode, placing.target.row), dates.time(placing.target.from), ...placing.target.reasons].join(', ') : ''}
          </p>
        </div>
      )}
      <WhyOtherwise />
      {dialog && data && <BookDialog {...dialog} engineers={data.rows.map((row) => ({ id: row.code, label: row.name }))} zone={data.zone} onClose={() => setDialog(null)} />}
      {overlapping && (
        <ConfirmDialog
          isOpen
          onClose={() => setOverlapping(null)}
          title={t('dispatch.doubleBooking')}
          confirm={t('dispatch.bookAnyway')}
          isPending={book.isPending || move.isPending}
          onConfirm={() => {
            if (overlapping.booking) submit({ ...overlapping.booking, acceptOverlap: true });
            if (overlapping.move) submitMove({ ...overlapping.move, acceptOverlap: true });
          }}
        >
          <p>{overlapping.problem.detail}</p>
        </ConfirmDialog>
      )}
    </Page>
    </SiteZone>
  );
}
