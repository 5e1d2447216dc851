import { call, usePages } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Card, EmptyState, ErrorState, FilterBar, Skeleton, StatusTag, type FilterValues } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { AppLink } from '../../../shell/AppLink.tsx';
import { Page } from '../../../shell/Page.tsx';
import { ExportMenu } from '../../integration/ExportMenu.tsx';
import { activeEngineersQuery } from '../data.ts';
import { overrulingReasons, summaryQuery, useFigure, type Overruling, type Summary } from './data.ts';
import styles from './policy.module.css';

const route = getRouteApi('/signed-in/shell/board/overrulings');

/** Where dispatchers chose otherwise than the engine, why, what it cost, what came of it, and what that says to the weights. */
export function Overrulings() {
  const t = useText();
  const dates = useDates();
  const numbers = useNumbers();
  const router = useRouter();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const summary = useQuery(summaryQuery());
  const engineers = useQuery(activeEngineersQuery);
  const source = usePages<Overruling>(
    ['overrulings', search],
    async (cursor, signal) => (await call<{ items: Overruling[]; nextCursor: string | null }>('GET', '/api/v1/overrulings', { query: { ...search, cursor }, signal })).data,
  );
  const columns = useMemo<Column<Overruling>[]>(() => {
    const price = (row: Overruling) => (row.moreMoney === null || row.morePreference === null ? t('dispatch.overruling.noPrice') : numbers.money((row.moreMoney + row.morePreference) / 100, 'CNY'));
    const ended = (row: Overruling) =>
      [row.onTime === null ? '' : t(row.onTime ? 'dispatch.overruling.onTime' : 'dispatch.overruling.late'), row.fixed === null ? '' : t(row.fixed ? 'dispatch.overruling.fixed' : 'dispatch.overruling.notFixed')].filter(Boolean).join(' · ');
    return [
      { id: 'decided', header: t('dispatch.overruling.decided'), cell: (row) => dates.dateTime(row.decidedAt), width: 140 },
      { id: 'by', header: t('dispatch.overruling.by'), cell: (row) => row.decidedBy, width: 90 },
      { id: 'subject', header: t('dispatch.subject'), cell: (row) => row.subject, text: (row) => row.subject, isRowHeader: true, grows: true, width: 200 },
      { id: 'best', header: t('dispatch.overruling.best'), cell: (row) => row.best.engineerName, width: 100 },
      { id: 'chosen', header: t('dispatch.overruling.chosen'), cell: (row) => row.chosen.engineerName, width: 100 },
      { id: 'rule', header: t('dispatch.overruling.rule'), cell: (row) => t(`dispatch.ruleName.${row.rule}`), text: (row) => t(`dispatch.ruleName.${row.rule}`), width: 150 },
      { id: 'more', header: t('dispatch.overruling.more'), cell: price, text: price, align: 'end', width: 110 },
      {
        id: 'reason',
        header: t('dispatch.overruling.reason'),
        cell: (row) => (row.reason === 'NONE_GIVEN' ? <span className={styles.from}>{t('dispatch.overruling.reason.NONE_GIVEN')}</span> : row.note || t(`dispatch.overruling.reason.${row.reason}`)),
        text: (row) => row.note || t(`dispatch.overruling.reason.${row.reason}`),
        width: 160,
      },
      { id: 'ended', header: t('dispatch.overruling.ended'), cell: ended, text: ended, width: 200 },
      { id: 'number', header: t('dispatch.number'), cell: (row) => row.workOrderNumber, width: 130, isHiddenAtFirst: true },
      { id: 'customer', header: t('dispatch.customer'), cell: (row) => row.customerName, width: 120, isHiddenAtFirst: true },
    ];
  }, [t, dates, numbers]);
  const values: FilterValues = { reason: search.reason ? [search.reason] : undefined, rule: search.rule ? [search.rule] : undefined, engineer: search.engineer ? [search.engineer] : undefined };
  const change = (next: FilterValues) => void navigate({ search: { reason: next.reason?.[0], rule: next.rule?.[0], engineer: next.engineer?.[0] }, replace: true });
  return (
    <Page
      title={t('dispatch.overrulings')}
      actions={
        <>
          <AppLink href="/board/policy">{t('dispatch.weigh')}</AppLink>
          <ExportMenu list="overrulings" query={{ ...search }} />
        </>
      }
    >
      <div className={styles.stack}>
        {summary.isPending ? <Skeleton lines={6} /> : !summary.data ? <ErrorState error={summary.error} onRetry={() => void summary.refetch()} /> : <Sums summary={summary.data} chosen={search.rule} onRule={(rule) => change({ ...values, rule: rule === search.rule ? undefined : [rule] })} />}
        <FilterBar
          values={values}
          onChange={change}
          filters={[
            { id: 'reason', label: t('dispatch.overruling.reason'), options: ['NONE_GIVEN' as const, ...overrulingReasons].map((id) => ({ id, label: t(`dispatch.overruling.reason.${id}`) })) },
            { id: 'rule', label: t('dispatch.overruling.rule'), options: (summary.data?.rules ?? []).map((row) => ({ id: row.rule, label: t(`dispatch.ruleName.${row.rule}`) })) },
            { id: 'engineer', label: t('dispatch.overruling.chosen'), options: (engineers.data ?? []).map((one) => ({ id: one.code, label: one.name })) },
          ]}
        />
        <div className={styles.grid}>
          <DataGrid
            label={t('dispatch.overrulings')}
            name="overrulings"
            source={source}
            columns={columns}
            rowId={(row) => row.id}
            onOpen={(row) => router.history.push(`/work-orders/${row.workOrderNumber}`)}
            empty={<EmptyState title={t('dispatch.overrulings.none')} text={t('dispatch.overrulings.noneText')} />}
          />
        </div>
      </div>
    </Page>
  );
}

function Sums({ summary, chosen, onRule }: { summary: Summary; chosen?: string; onRule: (rule: string) => void }) {
  const t = useText();
  const numbers = useNumbers();
  return (
    <div className={styles.columns}>
      <Card title={t('dispatch.overruling.byRule')} note={t('dispatch.overruling.counted', { count: summary.counted, explained: summary.explained })}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={styles.scroll} role="group" tabIndex={0} aria-label={t('dispatch.overruling.byRule')}>
          <table className={styles.result}>
            <thead>
              <tr>
                <th scope="col">{t('dispatch.overruling.rule')}</th>
                <th scope="col">{t('dispatch.overruling.times')}</th>
                <th scope="col">{t('dispatch.overruling.average')}</th>
                <th scope="col">{t('dispatch.overruling.onTime')}</th>
                <th scope="col">{t('dispatch.overruling.fixed')}</th>
              </tr>
            </thead>
            <tbody>
              {summary.rules.map((row) => (
                <tr key={row.rule}>
                  <th scope="row">
                    <button type="button" className={styles.link} aria-pressed={row.rule === chosen} onClick={() => onRule(row.rule)}>
                      {t(`dispatch.ruleName.${row.rule}`)}
                    </button>
                  </th>
                  <td>{row.times}</td>
                  <td>{row.averageMore === 0 ? '–' : numbers.money(row.averageMore / 100, 'CNY')}</td>
                  <td>{row.began === 0 ? '–' : t('dispatch.overruling.of', { count: row.onTime, all: row.began })}</td>
                  <td>{row.ended === 0 ? '–' : t('dispatch.overruling.of', { count: row.fixed, all: row.ended })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      <Suggestions summary={summary} />
    </div>
  );
}

function Suggestions({ summary }: { summary: Summary }) {
  const t = useText();
  const say = useFigure();
  const numbers = useNumbers();
  return (
    <Card title={t('dispatch.suggestions')}>
      {summary.suggestions.length === 0 ? (
        <p className={styles.why}>{t('dispatch.suggestions.none')}</p>
      ) : (
        <ul className={styles.lines}>
          {summary.suggestions.map((one) => (
            <li key={one.figure}>
              <strong>{t(`dispatch.weigh.name.${one.figure}`)}</strong>
              <StatusTag tone="waiting" isPlain>
                {t('dispatch.suggestion.cases', { count: one.cases })}
              </StatusTag>
              <p>
                {t('dispatch.suggestion.said', {
                  travel: one.averageTravelMinutes,
                  price: numbers.money(one.averageMore / 100, 'CNY'),
                  what: t(`dispatch.suggestion.for.${one.rule}`),
                })}{' '}
                {t('dispatch.suggestion.implied', { present: say(one.figure, one.present), implied: say(one.figure, one.implied) })}
              </p>
              <AppLink href={`/board/policy?focus=${one.figure}&value=${one.implied}`}>{t('dispatch.suggestion.look')}</AppLink>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
