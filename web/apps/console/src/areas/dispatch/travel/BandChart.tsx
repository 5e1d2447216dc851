import { useNumbers, useText } from '@firstfix/i18n';
import { Segmented } from '@firstfix/ui';
import { useState } from 'react';
import { bands, type Band, type Travel } from './data.ts';
import styles from './travel.module.css';

const width = 640;
const height = 360;
const left = 44;
const right = 16;
const top = 12;
const bottom = 40;

/** A round step that gives about five lines. */
function stepOf(most: number) {
  return [5, 10, 15, 30, 60, 120].find((step) => most / step <= 6) ?? 240;
}

/** What engineers needed, leg by leg, and what the profile says, for the hours chosen; the dashed line is the house's own profile. */
export function BandChart({ view }: { view: Travel }) {
  const t = useText();
  const numbers = useNumbers();
  const [band, setBand] = useState<Band>('DAYTIME');
  const curve = view.curves.find((one) => one.band === band)?.points ?? [];
  const points = view.points.filter((point) => point.band === band);
  const far = Math.max(5, ...curve.map((point) => point.kilometres));
  const long = Math.max(30, ...view.points.map((point) => point.minutes), ...curve.map((point) => point.minutes));
  const x = (kilometres: number) => left + (kilometres / far) * (width - left - right);
  const y = (minutes: number) => height - bottom - (Math.min(minutes, long) / long) * (height - bottom - top);
  const minutesStep = stepOf(long);
  const kilometresStep = stepOf(far);
  const steps = (most: number, step: number) => Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
  const digit = (value: number) => numbers.number(value, { maximumFractionDigits: 1 });
  return (
    <div className={styles.stack}>
      <Segmented label={t('dispatch.travel.hours')} options={bands.map((id) => ({ id, label: t(`dispatch.travel.band.${id}`) }))} value={band} onChange={(next) => setBand(next as Band)} />
      <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('dispatch.travel.chart.label', { band: t(`dispatch.travel.band.${band}`), count: points.length })}>
        {steps(long, minutesStep).map((minutes) => (
          <g key={minutes}>
            <line x1={left} x2={width - right} y1={y(minutes)} y2={y(minutes)} stroke="var(--line)" />
            <text x={left - 6} y={y(minutes) + 4} textAnchor="end">{numbers.number(minutes)}</text>
          </g>
        ))}
        {steps(far, kilometresStep).map((kilometres) => (
          <text key={kilometres} x={x(kilometres)} y={height - bottom + 16} textAnchor="middle">{numbers.number(kilometres)}</text>
        ))}
        <text x={width - right} y={height - 6} textAnchor="end">{t('dispatch.travel.axis.kilometres')}</text>
        <text x={left} y={height - 6}>{t('dispatch.travel.axis.minutes')}</text>
        {points.map((point, index) => (
          // Legs have no name, and there may be two of the same.
          // oxlint-disable-next-line react/no-array-index-key
          <circle key={index} cx={x(point.kilometres)} cy={y(point.minutes)} r={3.5} className={styles.leg} />
        ))}
        <line x1={x(0)} y1={y(0)} x2={x(Math.min(far, long / view.house))} y2={y(Math.min(far * view.house, long))} stroke="var(--text-3)" strokeDasharray="5 4" strokeWidth={1.5} />
        <polyline points={curve.map((point) => `${x(point.kilometres)},${y(point.minutes)}`).join(' ')} fill="none" stroke="var(--primary)" strokeWidth={2.5} />
      </svg>
      <ul className={styles.legend}>
        <li data-sign="leg">{t('dispatch.travel.legend.leg')}</li>
        <li data-sign="profile">{t('dispatch.travel.legend.profile')}</li>
        <li data-sign="house">{t('dispatch.travel.legend.house')}</li>
      </ul>
      <details>
        <summary>{t('dispatch.travel.asTable')}</summary>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('dispatch.travel.chart.label', { band: t(`dispatch.travel.band.${band}`), count: points.length })}</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.end}>{t('dispatch.travel.axis.kilometres')}</th>
              <th scope="col" className={styles.end}>{t('dispatch.travel.legend.profile')}</th>
              <th scope="col" className={styles.end}>{t('dispatch.travel.legend.house')}</th>
            </tr>
          </thead>
          <tbody>
            {curve.map((point) => (
              <tr key={point.kilometres}>
                <th scope="row" className={styles.end}>{digit(point.kilometres)}</th>
                <td className={styles.end}>{digit(point.minutes)}</td>
                <td className={styles.end}>{digit(point.kilometres * view.house)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
