import { call } from '@firstfix/api';
import { useNumbers, useText } from '@firstfix/i18n';
import { Card, EmptyState, ErrorState, Segmented, Skeleton } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../shell/Page.tsx';
import { useSpan } from '../sla/kept.tsx';
import { symptomsQuery, useNameOfCode, type HonestShare } from './data.ts';
import { Share } from './Share.tsx';
import { SupportNav } from './SupportNav.tsx';
import styles from './prediction.module.css';

const route = getRouteApi('/signed-in/shell/support/scores');
export const scoreDays = ['30', '90', '365'] as const;

interface Line {
  who: string;
  predictions: number;
  unknown: number;
  firstRight: HonestShare;
  anyRight: HonestShare;
  partsPrecision: HonestShare;
  partsRecall: HonestShare;
  engineFirstRight: HonestShare;
  enginePartsEnough: HonestShare;
}

interface ScoresAnswer {
  all: Line;
  byPerson: Line[];
  bySymptom: Line[];
  byModel: Line[];
  firstTimeFix: { repaired: number; atFirstVisit: HonestShare; held: HonestShare };
}

interface Calibration {
  judged: number;
  error: number;
  bands: { band: number; said: number; was: HonestShare }[];
}

/** Were we right: the rates that count, "when we said 70 %", and hit rates with honest intervals. */
export function Scores() {
  const t = useText();
  const days = route.useSearch().days ?? '365';
  const navigate = route.useNavigate();
  const span = useSpan(days);
  const scores = useQuery({
    queryKey: ['diagnosis-scores', span],
    queryFn: async ({ signal }) => (await call<ScoresAnswer>('GET', '/api/v1/diagnosis-scores', { query: { ...span }, signal })).data,
  });
  const symptoms = useQuery(symptomsQuery);
  const symptomName = useNameOfCode(symptoms.data);
  return (
    <Page
      title={t('diagnosis.scores')}
      actions={<Segmented label={t('diagnosis.span')} options={scoreDays.map((id) => ({ id, label: t(`diagnosis.days.${id}`) }))} value={days} onChange={(next) => void navigate({ search: { days: next === '30' || next === '90' ? next : undefined }, replace: true })} />}
      bar={<SupportNav here="/scores" />}
    >
      {scores.isError ? (
        <ErrorState error={scores.error} onRetry={() => void scores.refetch()} />
      ) : scores.isPending ? (
        <Skeleton lines={12} />
      ) : (
        <div className={styles.page}>
          <div className={styles.tiles}>
            <Tile title={t('diagnosis.ftf')} share={scores.data.firstTimeFix.atFirstVisit} note={t('diagnosis.ftf.note')} />
            <Tile title={t('diagnosis.ftfHeld')} share={scores.data.firstTimeFix.held} note={t('diagnosis.ftfHeld.note')} />
            <Tile title={t('diagnosis.firstRight')} share={scores.data.all.firstRight} note={t('diagnosis.firstRight.note')} />
            <Tile title={t('diagnosis.enginePartsEnough')} share={scores.data.all.enginePartsEnough} note={t('diagnosis.enginePartsEnough.note')} />
          </div>
          <Calibrations span={span} />
          <ScoreTable title={t('diagnosis.byPerson')} who={t('diagnosis.person')} lines={scores.data.byPerson} label={(name) => name || t('diagnosis.engineAlone')} />
          <ScoreTable title={t('diagnosis.bySymptom')} who={t('diagnosis.column.symptom')} lines={scores.data.bySymptom} label={(code) => (code ? symptomName(code) : t('diagnosis.notKnown'))} />
          <ScoreTable title={t('diagnosis.byModel')} who={t('diagnosis.column.machine')} lines={scores.data.byModel} label={(code) => code || t('diagnosis.notKnown')} />
        </div>
      )}
    </Page>
  );
}

function Tile({ title, share, note }: { title: string; share: HonestShare; note: string }) {
  const t = useText();
  const numbers = useNumbers();
  return (
    <article className={styles.tile} aria-label={title}>
      <h2>{title}</h2>
      <p className={styles.figure}>{share.of === 0 ? '–' : numbers.percent(share.share)}</p>
      <span className={styles.note}>{t('diagnosis.hitsOf', { hits: numbers.number(share.hits), of: numbers.number(share.of) })}</span>
      <span className={styles.note}>{note}</span>
    </article>
  );
}

function Calibrations({ span }: { span: { from: string; to: string } }) {
  const t = useText();
  const numbers = useNumbers();
  const query = useQuery({
    queryKey: ['diagnosis-calibration', span],
    queryFn: async ({ signal }) =>
      (await call<Record<'engine' | 'promise' | 'people', Calibration>>('GET', '/api/v1/diagnosis-calibration', { query: { ...span }, signal })).data,
  });
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <Skeleton lines={8} />;
  return (
    <section aria-label={t('diagnosis.calibration')} className={styles.columns}>
      {(['engine', 'promise', 'people'] as const).map((of) => (
        <Card key={of} title={t(`diagnosis.calibration.${of}`)} note={query.data[of].judged === 0 ? undefined : t('diagnosis.calibration.note', { count: numbers.number(query.data[of].judged), error: numbers.percent(query.data[of].error) })}>
          {query.data[of].judged === 0 ? <EmptyState title={t('diagnosis.noScores')} /> : <CalibrationChart of={query.data[of]} label={t(`diagnosis.calibration.${of}`)} />}
        </Card>
      ))}
    </section>
  );
}

const size = 340;
const left = 38;
const bottom = 28;
const plot = size - left - 8;
const x = (share: number) => left + share * plot;
const y = (share: number) => size - bottom - share * (size - bottom - 8);

/** What was said against what was so; on the diagonal both are the same. The bars are 95 % intervals. */
function CalibrationChart({ of, label }: { of: Calibration; label: string }) {
  const t = useText();
  const numbers = useNumbers();
  const most = Math.max(...of.bands.map((band) => band.was.of));
  return (
    <>
      <svg className={styles.chart} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line x1={x(0)} x2={x(1)} y1={y(share)} y2={y(share)} stroke="var(--line)" />
            <text x={left - 4} y={y(share) + 4} textAnchor="end">{numbers.percent(share)}</text>
            <text x={x(share)} y={size - 8} textAnchor={share === 1 ? 'end' : 'middle'}>{numbers.percent(share)}</text>
          </g>
        ))}
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} stroke="var(--text-3)" strokeDasharray="3 3" />
        {of.bands.map((band) => (
          <g key={band.band}>
            <line x1={x(band.said)} x2={x(band.said)} y1={y(band.was.low)} y2={y(band.was.high)} stroke="var(--text-3)" />
            <circle cx={x(band.said)} cy={y(band.was.share)} r={3 + 4 * Math.sqrt(band.was.of / most)} fill="var(--primary)" />
          </g>
        ))}
      </svg>
      <details>
        <summary>{t('diagnosis.asTable')}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('diagnosis.weSaid')}</th>
              <th scope="col">{t('diagnosis.itWas')}</th>
            </tr>
          </thead>
          <tbody>
            {of.bands.map((band) => (
              <tr key={band.band}>
                <th scope="row">{numbers.percent(band.said)}</th>
                <td>
                  <Share of={band.was} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function ScoreTable({ title, who, lines, label }: { title: string; who: string; lines: Line[]; label: (code: string) => string }) {
  const t = useText();
  const numbers = useNumbers();
  const columns = ['firstRight', 'anyRight', 'partsPrecision', 'partsRecall', 'engineFirstRight'] as const;
  return (
    <Card title={title}>
      {lines.length === 0 ? (
        <EmptyState title={t('diagnosis.noScores')} />
      ) : (
        // A table wider than its window is scrolled by keyboard, too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles.scroll} role="group" aria-label={title} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{who}</th>
                <th scope="col" className={styles.end}>{t('diagnosis.predictions')}</th>
                <th scope="col" className={styles.end}>{t('diagnosis.unknown')}</th>
                {columns.map((column) => (
                  <th scope="col" key={column}>{t(`diagnosis.column.${column}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.who}>
                  <th scope="row">{label(line.who)}</th>
                  <td className={styles.end}>{numbers.number(line.predictions)}</td>
                  <td className={styles.end}>{numbers.number(line.unknown)}</td>
                  {columns.map((column) => (
                    <td key={column}>
                      <Share of={line[column]} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
