import { call, usePages } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Card, EmptyState, ErrorState, PriorityMark, Segmented, Skeleton, type Priority } from '@firstfix/ui';
import { CheckIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { AppLink, Page } from '../../index.ts';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { KeptShare, useSpan, VerdictTag, type Span } from './kept.tsx';
import { complianceQuery, forecastQuery, reportDays, useServiceTime, type ComplianceLine, type ForecastSpan, type JudgedMilestone } from './data.ts';
import styles from './serviceLevels.module.css';

const prospects = ['onCourse', 'bookedTooLate', 'nobodyBooked', 'waitsForDesk'] as const;
/** What was promised and kept, by contract level, and what the next hours will bring. */
export function ServiceLevels() {
  const t = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/shell/service-levels' });
  const days = search.days ?? '30';
  const span = useSpan(days);
  const change = (next: typeof search) => void navigate({ to: '/service-levels', search: next, replace: true });
  return (
    <Page
      title={t('sla.levels')}
      actions={<ExportMenu list="milestones" query={{ ...span, coverage: search.coverage, milestone: search.milestone, verdict: search.verdict }} />}
    >
      <div className={styles.levels}>
        <Forecast />
        <Card title={t('sla.compliance')} actions={<Segmented label={t('sla.compliance.span')} options={reportDays.map((id) => ({ id, label: t(`sla.compliance.days.${id}`) }))} value={days} onChange={(next) => change({ ...search, days: next })} />}>
          <Lines span={span} search={search} onChoose={(which) => change({ ...search, ...which })} />
        </Card>
        <Milestones span={span} search={search} onAll={() => change({ days: search.days })} />
      </div>
    </Page>
  );
}

function Forecast() {
  const t = useText();
  const dates = useDates();
  const forecast = useQuery(forecastQuery);
  if (forecast.isError) return <ErrorState error={forecast.error} onRetry={() => void forecast.refetch()} />;
  if (forecast.isPending) return <Skeleton lines={4} />;
  return (
    <section aria-label={t('sla.forecast')}>
      <div className={styles.tiles}>
        {forecast.data.spans.map((one) => (
          <Tile key={one.hours} span={one} atLeast={forecast.data.atLeast} />
        ))}
      </div>
      <p className={styles.note}>{t('sla.forecast.asOf', { at: dates.time(forecast.data.asOf) })}</p>
    </section>
  );
}

function Tile({ span, atLeast }: { span: ForecastSpan; atLeast: boolean }) {
  const t = useText();
  const numbers = useNumbers();
  const broken = span.bookedTooLate + span.nobodyBooked;
  return (
    <article className={styles.tile} aria-label={t('sla.forecast.within', { hours: span.hours })}>
      <h2>{t('sla.forecast.within', { hours: span.hours })}</h2>
      <p className={styles.figure} data-bad={broken > 0 || undefined}>
        <AppLink href={`/at-risk?within=PT${span.hours}H&missed=false`}>{t(atLeast ? 'sla.forecast.breachesAtLeast' : 'sla.forecast.breaches', { count: broken })}</AppLink>
        <span className={styles.note}>{t('sla.forecast.of', { due: numbers.number(span.due) })}</span>
      </p>
      <div className={styles.bar} aria-hidden="true">
        {prospects.map((prospect) => span[prospect] > 0 && <span key={prospect} data-prospect={prospect} style={{ flexGrow: span[prospect] }} />)}
      </div>
      <ul className={styles.legend}>
        {prospects.map((prospect) => (
          <li key={prospect}>
            <span className={styles.dot} data-prospect={prospect} aria-hidden="true" />
            {t(`sla.prospect.${prospect}`)}
            <strong>{numbers.number(span[prospect])}</strong>
          </li>
        ))}
      </ul>
    </article>
  );
}

interface Which {
  coverage?: string;
  milestone?: string;
  verdict?: string;
}

function Lines({ span, search, onChoose }: { span: Span; search: Which; onChoose: (which: Which) => void }) {
  const t = useText();
  const numbers = useNumbers();
  const report = useQuery(complianceQuery(span));
  if (report.isError) return <ErrorState error={report.error} onRetry={() => void report.refetch()} />;
  if (report.isPending) return <Skeleton lines={6} />;
  if (report.data.length === 0) return <EmptyState icon={CheckIcon} title={t('sla.compliance.none')} text={t('sla.compliance.none.text')} />;
  const chosen = (line: ComplianceLine, verdict?: string) => search.coverage === line.coverageCode && search.milestone === line.milestone && search.verdict === verdict;
  const figure = (line: ComplianceLine, verdict: 'KEPT' | 'MISSED' | 'WAITING', count: number) => (
    <td className={styles.count}>
      <button type="button" className={styles.count} aria-pressed={chosen(line, verdict)} aria-label={t('sla.compliance.show', { coverage: line.coverageCode, milestone: t(`sla.milestone.${line.milestone}`), verdict: t(`sla.verdict.${verdict}`), count })} onClick={() => onChoose({ coverage: line.coverageCode, milestone: line.milestone, verdict })}>
        {numbers.number(count)}
      </button>
    </td>
  );
  return (
    <div className={styles.scroll}>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th scope="col">{t('sla.atRisk.coverage')}</th>
            <th scope="col">{t('sla.atRisk.milestone')}</th>
            <th scope="col">{t('sla.compliance.share')}</th>
            <th scope="col" className={styles.count}>{t('sla.verdict.KEPT')}</th>
            <th scope="col" className={styles.count}>{t('sla.verdict.MISSED')}</th>
            <th scope="col" className={styles.count}>{t('sla.verdict.WAITING')}</th>
          </tr>
        </thead>
        <tbody>
          {report.data.map((line) => (
            <tr key={`${line.coverageCode} ${line.milestone}`}>
              <th scope="row">{line.coverageCode}</th>
              <td>{t(`sla.milestone.${line.milestone}`)}</td>
              <td>
                <KeptShare percent={line.keptPercent} />
              </td>
              {figure(line, 'KEPT', line.kept)}
              {figure(line, 'MISSED', line.missed)}
              {figure(line, 'WAITING', line.waiting)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The cases behind the figures. */
function Milestones({ span, search, onAll }: { span: Span; search: Which; onAll: () => void }) {
  const t = useText();
  const dates = useDates();
  const router = useRouter();
  const serviceTime = useServiceTime();
  const which = { coverage: search.coverage, milestone: search.milestone, verdict: search.verdict };
  const source = usePages<JudgedMilestone>(
    ['milestones', span, which],
    async (cursor, signal) => (await call<{ items: JudgedMilestone[]; nextCursor: string | null }>('GET', '/api/v1/milestones', { query: { ...span, ...which, cursor }, signal })).data,
  );
  const columns = useMemo<Column<JudgedMilestone>[]>(
    () => [
      { id: 'case', header: t('sla.atRisk.case'), cell: (row) => <AppLink href={`/cases/${row.caseNumber}`}>{row.caseNumber}</AppLink>, text: (row) => row.caseNumber, isRowHeader: true, width: 140 },
      { id: 'verdict', header: t('sla.compliance.verdict'), cell: (row) => <VerdictTag verdict={row.verdict} />, text: (row) => t(`sla.verdict.${row.verdict}`), width: 120 },
      { id: 'late', header: t('sla.compliance.late'), cell: (row) => (row.verdict === 'MISSED' ? serviceTime(row.lateSeconds) : ''), align: 'end', width: 130 },
      { id: 'milestone', header: t('sla.atRisk.milestone'), cell: (row) => t(`sla.milestone.${row.milestone}`), width: 110 },
      { id: 'priority', header: t('sla.atRisk.priority'), cell: (row) => <PriorityMark level={Number(row.priority[1]) as Priority} />, text: (row) => row.priority, width: 80 },
      { id: 'coverage', header: t('sla.atRisk.coverage'), cell: (row) => row.coverageCode, width: 100 },
      { id: 'due', header: t('sla.atRisk.due'), cell: (row) => dates.dateTime(row.dueAt), width: 150 },
      { id: 'reached', header: t('sla.compliance.reached'), cell: (row) => (row.reachedAt ? dates.dateTime(row.reachedAt) : ''), grows: true, width: 150 },
    ],
    [t, dates, serviceTime],
  );
  const words = [
    search.coverage,
    search.milestone && t(`sla.milestone.${search.milestone}`),
    search.verdict && t(`sla.verdict.${search.verdict}`),
  ].filter(Boolean);
  return (
    <Card title={words.length > 0 ? t('sla.compliance.of', { which: words.join(' · ') }) : t('sla.compliance.all')} actions={words.length > 0 && <button type="button" className={styles.link} onClick={onAll}>{t('sla.compliance.showAll')}</button>}>
      <div className={styles.cases}>
        <DataGrid
          label={t('sla.compliance.all')}
          name="milestones"
          source={source}
          columns={columns}
          rowId={(row) => `${row.caseId}:${row.milestone}`}
          onOpen={(row) => router.history.push(`/cases/${row.caseNumber}`)}
          empty={<EmptyState icon={CheckIcon} title={t('sla.compliance.nothing')} />}
        />
      </div>
    </Card>
  );
}
