import { call, usePages, type Schema } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Button, Card, EmptyState, ErrorState, Segmented, Skeleton } from '@firstfix/ui';
import { CheckIcon, EditIcon, PlusIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { AppLink, Page, useCan } from '../../index.ts';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { KeptShare, useSpan, VerdictTag, type Span, type Verdict } from './kept.tsx';
import { StandardDialog } from './StandardDialog.tsx';
import { reportDays, rolesQuery, standardsQuery, useName, useServiceTime, type StandardLine } from './data.ts';
import styles from './serviceLevels.module.css';

type StandardClock = Schema<'StandardReportRow'>;

interface Which {
  standard?: string;
  verdict?: string;
}

/** What the house promises beside contracts, to customers and between departments, and how well it was kept. */
export function Standards() {
  const t = useText();
  const can = useCan();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/shell/standards' });
  const days = search.days ?? '30';
  const span = useSpan(days);
  const [editing, setEditing] = useState<StandardLine['standard'] | 'new' | null>(null);
  const change = (next: typeof search) => void navigate({ to: '/standards', search: next, replace: true });
  return (
    <Page
      title={t('sla.standards')}
      actions={
        <>
          <ExportMenu list="standard-clocks" query={{ ...span, standard: search.standard, verdict: search.verdict }} />
          {can('standard.maintain') && (
            <Button kind="primary" icon={PlusIcon} onPress={() => setEditing('new')}>
              {t('sla.standard.new')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.levels}>
        <Card title={t('sla.standards')} note={t('sla.standards.note')} actions={<Segmented label={t('sla.compliance.span')} options={reportDays.map((id) => ({ id, label: t(`sla.compliance.days.${id}`) }))} value={days} onChange={(next) => change({ ...search, days: next })} />}>
          <Lines span={span} search={search} onChoose={(which) => change({ ...search, ...which })} onEdit={setEditing} />
        </Card>
        <Clocks span={span} search={search} onAll={() => change({ days: search.days })} />
      </div>
      {editing && <StandardDialog standard={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

interface LinesProps {
  span: Span;
  search: Which;
  onChoose: (which: Which) => void;
  onEdit: (standard: StandardLine['standard']) => void;
}

function Lines({ span, search, onChoose, onEdit }: LinesProps) {
  const t = useText();
  const name = useName();
  const numbers = useNumbers();
  const serviceTime = useServiceTime();
  const report = useQuery(standardsQuery(span));
  const roles = useQuery(rolesQuery);
  if (report.isError) return <ErrorState error={report.error} onRetry={() => void report.refetch()} />;
  if (report.isPending) return <Skeleton lines={8} />;
  const roleOf = (code: string) => {
    const role = roles.data?.find((one) => one.code === code);
    return role ? name(role) : code;
  };
  const figure = (line: StandardLine, verdict: Verdict, count: number) => (
    <td className={styles.count}>
      <button
        type="button"
        className={styles.count}
        aria-pressed={search.standard === line.standard.code && search.verdict === verdict}
        aria-label={t('sla.standard.show', { standard: name(line.standard), verdict: t(`sla.verdict.${verdict}`), count })}
        onClick={() => onChoose({ standard: line.standard.code, verdict })}
      >
        {numbers.number(count)}
      </button>
    </td>
  );
  return (
    <div className={styles.scroll}>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th scope="col">{t('sla.standard')}</th>
            <th scope="col">{t('sla.standard.between')}</th>
            <th scope="col">{t('sla.standard.target')}</th>
            <th scope="col">{t('sla.standard.responsible')}</th>
            <th scope="col">{t('sla.compliance.share')}</th>
            <th scope="col" className={styles.count}>{t('sla.verdict.KEPT')}</th>
            <th scope="col" className={styles.count}>{t('sla.verdict.MISSED')}</th>
            <th scope="col" className={styles.count}>{t('sla.verdict.WAITING')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('sla.standard.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {report.data.map((line) => (
            <tr key={line.standard.code}>
              <th scope="row">
                {name(line.standard)}
                <div className={styles.note}>
                  {[t(`sla.standard.audience.${line.standard.audience}`), line.standard.tier && t(`sla.tier.${line.standard.tier}`), !line.standard.active && t('sla.standard.inactive')].filter(Boolean).join(' · ')}
                </div>
              </th>
              <td>{t('sla.standard.fromTo', { from: t(`sla.moment.${line.standard.beginsWith}`), to: t(`sla.moment.${line.standard.endsWith}`) })}</td>
              <td>
                {serviceTime(line.standard.minutes * 60)}
                <div className={styles.note}>{line.standard.calendarCode}</div>
              </td>
              <td>{roleOf(line.standard.responsibleRole)}</td>
              <td>
                <KeptShare percent={line.keptPercent} />
              </td>
              {figure(line, 'KEPT', line.kept)}
              {figure(line, 'MISSED', line.missed)}
              {figure(line, 'WAITING', line.waiting)}
              <td>
                {line.actions.includes('CHANGE') && (
                  <Button kind="quiet" icon={EditIcon} onPress={() => onEdit(line.standard)} aria-label={t('sla.standard.changeOf', { standard: name(line.standard) })}>
                    {t('sla.standard.change')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The cases behind the figures. */
function Clocks({ span, search, onAll }: { span: Span; search: Which; onAll: () => void }) {
  const t = useText();
  const name = useName();
  const dates = useDates();
  const router = useRouter();
  const serviceTime = useServiceTime();
  const standards = useQuery(standardsQuery(span));
  const which = { standard: search.standard, verdict: search.verdict };
  const source = usePages<StandardClock>(
    ['standard-clocks', span, which],
    async (cursor, signal) => (await call<{ items: StandardClock[]; nextCursor: string | null }>('GET', '/api/v1/standard-clocks', { query: { ...span, ...which, cursor }, signal })).data,
  );
  const nameOf = useMemo(() => {
    const known = new Map((standards.data ?? []).map((line) => [line.standard.code, line.standard]));
    return (code: string) => {
      const standard = known.get(code);
      return standard ? name(standard) : code;
    };
  }, [standards.data, name]);
  const columns = useMemo<Column<StandardClock>[]>(
    () => [
      { id: 'case', header: t('sla.atRisk.case'), cell: (row) => <AppLink href={`/cases/${row.caseNumber}`}>{row.caseNumber}</AppLink>, text: (row) => row.caseNumber, isRowHeader: true, width: 140 },
      { id: 'verdict', header: t('sla.compliance.verdict'), cell: (row) => <VerdictTag verdict={row.verdict} />, text: (row) => t(`sla.verdict.${row.verdict}`), width: 120 },
      { id: 'late', header: t('sla.compliance.late'), cell: (row) => (row.verdict === 'MISSED' ? serviceTime(row.lateSeconds) : ''), align: 'end', width: 130 },
      { id: 'standard', header: t('sla.standard'), cell: (row) => nameOf(row.standardCode), grows: true, width: 200 },
      { id: 'started', header: t('sla.standard.begun'), cell: (row) => dates.dateTime(row.startedAt), width: 150 },
      { id: 'due', header: t('sla.atRisk.due'), cell: (row) => dates.dateTime(row.dueAt), width: 150 },
      { id: 'ended', header: t('sla.compliance.reached'), cell: (row) => (row.endedAt ? dates.dateTime(row.endedAt) : ''), width: 150 },
    ],
    [t, dates, serviceTime, nameOf],
  );
  const words = [search.standard && nameOf(search.standard), search.verdict && t(`sla.verdict.${search.verdict}`)].filter(Boolean);
  return (
    <Card title={words.length > 0 ? t('sla.compliance.of', { which: words.join(' · ') }) : t('sla.standards.all')} actions={words.length > 0 && <button type="button" className={styles.link} onClick={onAll}>{t('sla.compliance.showAll')}</button>}>
      <div className={styles.cases}>
        <DataGrid
          label={t('sla.standards.all')}
          name="standard-clocks"
          source={source}
          columns={columns}
          rowId={(row) => `${row.caseId}:${row.standardCode}`}
          onOpen={(row) => router.history.push(`/cases/${row.caseNumber}`)}
          empty={<EmptyState icon={CheckIcon} title={t('sla.compliance.nothing')} />}
        />
      </div>
    </Card>
  );
}
