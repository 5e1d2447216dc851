import { useText } from '@firstfix/i18n';
import type { Hours } from './data.ts';
import styles from './sla.module.css';

export const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** "09:30" as a share of the day; "30:00" runs past midnight and is cut there. */
function share(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return Math.min(1, (hour + minute / 60) / 24);
}

/** The hours of a week, each day a line from midnight to midnight. */
export function WeekBars({ week }: { week: Record<string, Hours> }) {
  const t = useText();
  return (
    <ul className={styles.week}>
      {weekDays.map((day) => {
        const hours = week[day] ?? [];
        return (
          <li key={day} className={styles.weekDay}>
            <span>{t(`sla.day.${day}`)}</span>
            <span className={styles.bar}>
              {hours.length === 0 && <span className="visually-hidden">{t('sla.closed')}</span>}
              {hours.map(([start, end]) => {
                const from = share(start);
                const overnight = end <= start && end !== '24:00';
                return (
                  <span key={start} className={styles.open} style={{ insetInlineStart: `${from * 100}%`, width: `${((overnight ? 1 : share(end)) - from) * 100}%` }}>
                    {start}–{end}
                  </span>
                );
              })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
