import { call } from '@firstfix/api';
import { useLanguage, useNumbers, useText } from '@firstfix/i18n';
import { Card, EmptyState, ErrorState, Segmented, Select, Skeleton, TextField } from '@firstfix/ui';
import { CheckIcon } from '@firstfix/ui/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../shell/Page.tsx';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { useSpan } from '../sla/kept.tsx';
import { causesQuery, symptomsQuery, useNameOfCode } from './data.ts';
import { scoreDays } from './Scores.tsx';
import { SupportNav } from './SupportNav.tsx';
import styles from './prediction.module.css';

const route = getRouteApi('/signed-in/shell/support/weak-points');
export const weakBy = ['CAUSE', 'MODEL', 'PART', 'FIRMWARE', 'CONDITION', 'SYMPTOM'] as const;

interface Line {
  key: string;
  faults: number;
  visits: number;
  cost: number;
  faultShare: number;
  faultsUpToHere: number;
}

/** Where products are weak, for those who build them: a Pareto of faults by cause, model, part, firmware or site, with its cost. */
export function WeakPoints() {
  const t = useText();
  const numbers = useNumbers();
  const { language } = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const by = search.by ?? 'CAUSE';
  const days = search.days ?? '365';
  const span = useSpan(days);
  const change = (part: Partial<typeof search>) => void navigate({ search: { ...search, ...part }, replace: true });
  const causes = useQuery(causesQuery);
  const symptoms = useQuery(symptomsQuery);
  const causeName = useNameOfCode(causes.data);
  const symptomName = useNameOfCode(symptoms.data);
  const asked = { by, ...span, family: search.family, symptom: search.symptom };
  const query = useQuery({
    queryKey: ['weak-points', asked],
    queryFn: async ({ signal }) => (await call<{ faults: number; cost: number; items: Line[] }>('GET', '/api/v1/weak-points', { query: asked, signal })).data,
    placeholderData: keepPreviousData,
  });
  const money = new Intl.NumberFormat(language, { style: 'currency', currency: 'CNY', maximumFractionDigits: 0 });
  const label = (key: string) =>
    !key ? t('diagnosis.notKnown') : by === 'CAUSE' ? causeName(key) : by === 'SYMPTOM' ? symptomName(key) : by === 'CONDITION' ? t(`diagnosis.condition.${key}`) : key;
  return (
    <Page
      title={t('diagnosis.weak')}
      actions={
        <>
          <Segmented label={t('diagnosis.span')} options={scoreDays.map((id) => ({ id, label: t(`diagnosis.days.${id}`) }))} value={days} onChange={(next) => change({ days: next === '30' || next === '90' ? next : undefined })} />
          <ExportMenu list="weak-points.lines" query={asked} />
        </>
      }
      bar={<SupportNav here="/weak-points" />}
    >
      <div className={styles.page}>
        <div className={styles.filters}>
          <Segmented label={t('diagnosis.weak.by')} options={weakBy.map((id) => ({ id, label: t(`diagnosis.weak.by.${id}`) }))} value={by} onChange={(next) => change({ by: next as (typeof weakBy)[number] })} />
          <Select
            label={t('diagnosis.column.symptom')}
            value={search.symptom ?? ''}
            onChange={(symptom) => change({ symptom: symptom || undefined })}
            options={[{ id: '', label: t('diagnosis.weak.all') }, ...(symptoms.data ?? []).filter((one) => one.parentCode).map((one) => ({ id: one.code, label: symptomName(one.code) }))]}
          />
          <TextField label={t('diagnosis.weak.family')} value={search.family ?? ''} onChange={(family) => change({ family: family.trim() || undefined })} maxLength={60} />
        </div>
        {query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : query.isPending ? (
          <Skeleton lines={12} />
        ) : query.data.items.length === 0 ? (
          <EmptyState icon={CheckIcon} title={t('diagnosis.weak.none')} text={t('diagnosis.weak.none.text')} />
        ) : (
          <>
            <Card title={t('diagnosis.weak.pareto')} note={t('diagnosis.weak.total', { faults: numbers.number(query.data.faults), cost: money.format(query.data.cost) })}>
              <Pareto lines={query.data.items} label={label} />
            </Card>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <div className={styles.scroll} role="group" aria-label={t('diagnosis.weak')} tabIndex={0}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{t(`diagnosis.weak.by.${by}`)}</th>
                    <th scope="col" className={styles.end}>{t('diagnosis.weak.faults')}</th>
                    <th scope="col" className={styles.end}>{t('diagnosis.weak.share')}</th>
                    <th scope="col" className={styles.end}>{t('diagnosis.weak.upToHere')}</th>
                    <th scope="col" className={styles.end}>{t('diagnosis.weak.visits')}</th>
                    <th scope="col" className={styles.end}>{t('diagnosis.weak.cost')}</th>
                  </tr>
                </thead>
                <tbody>
                  {query.data.items.map((line) => (
                    <tr key={line.key}>
                      <th scope="row">{label(line.key)}</th>
                      <td className={styles.end}>{numbers.number(line.faults)}</td>
                      <td className={styles.end}>{numbers.percent(line.faultShare)}</td>
                      <td className={styles.end}>{numbers.percent(line.faultsUpToHere)}</td>
                      <td className={styles.end}>{numbers.number(line.visits)}</td>
                      <td className={styles.end}>{money.format(line.cost)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </div>
    </Page>
  );
}

const width = 1200;
const height = 230;
const base = 190;
const top = 24;

/** Bars by frequency with the sum so far; those within the first 80 % are the ones to work on. */
function Pareto({ lines, label }: { lines: Line[]; label: (key: string) => string }) {
  const t = useText();
  const numbers = useNumbers();
  const shown = lines.slice(0, 10);
  const step = width / Math.max(shown.length, 6);
  const most = Math.max(...shown.map((line) => line.faults));
  const bar = (faults: number) => (faults / most) * (base - top);
  const sum = (share: number) => base - Math.min(1, share) * (base - top);
  const short = (text: string) => (text.length > 18 ? `${text.slice(0, 17)}…` : text);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('diagnosis.weak.pareto')}>
      <line x1={0} x2={width} y1={sum(0.8)} y2={sum(0.8)} stroke="var(--warn)" strokeDasharray="4 4" />
      <text x={width} y={sum(0.8) - 4} textAnchor="end">{numbers.percent(0.8)}</text>
      {shown.map((line, position) => {
        const few = position > 0 && (shown[position - 1]?.faultsUpToHere ?? 0) >= 0.8;
        const at = position * step + step * 0.2;
        return (
          <g key={line.key}>
            <title>{`${label(line.key)}: ${line.faults}`}</title>
            <rect x={at} y={base - bar(line.faults)} width={step * 0.6} height={bar(line.faults)} fill={few ? 'var(--control-line)' : 'var(--primary)'} />
            <text x={at + step * 0.3} y={base - bar(line.faults) - 5} textAnchor="middle">{numbers.number(line.faults)}</text>
            <text x={at + step * 0.3} y={base + 16} textAnchor="middle">{short(label(line.key))}</text>
          </g>
        );
      })}
      <polyline points={shown.map((line, position) => `${position * step + step * 0.5},${sum(line.faultsUpToHere)}`).join(' ')} fill="none" stroke="var(--text)" strokeWidth={1.5} />
    </svg>
  );
}
