import { useText } from '@firstfix/i18n';
import styles from './sla.module.css';
import type { Band } from './data.ts';

/** How much of the promised time is used, as the server counted it in opening hours. */
export function ClockRing({ percent, band, size = 16 }: { percent: number; band: Band; size?: number }) {
  const t = useText();
  const width = size / 7;
  const radius = (size - width) / 2;
  const round = 2 * Math.PI * radius;
  const share = band === 'MISSED' || band === 'DONE' ? 1 : Math.min(1, percent / 100);
  const label = t('sla.used', { percent });
  return (
    <span className={styles.ring} data-band={band}>
      <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
        <circle cx={size / 2} cy={size / 2} r={radius} fill="none" stroke="currentColor" strokeOpacity="0.2" strokeWidth={width} />
        <circle
          cx={size / 2}
          cy={size / 2}
          r={radius}
          fill="none"
          stroke="currentColor"
          strokeWidth={width}
          strokeDasharray={`${round * share} ${round}`}
          strokeLinecap="round"
          transform={`rotate(-90 ${size / 2} ${size / 2})`}
        />
        {size >= 40 && (
          <text x="50%" y="50%" dominantBaseline="central" textAnchor="middle" fontSize={size / 4} fontWeight="600" fill="currentColor" aria-hidden="true">
            {percent > 100 ? '!' : `${percent}%`}
          </text>
        )}
      </svg>
    </span>
  );
}
