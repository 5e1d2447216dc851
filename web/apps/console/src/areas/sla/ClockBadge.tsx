import { useDates, useText } from '@firstfix/i18n';
import { ClockRing } from './ClockRing.tsx';
import { nextOf, useServiceTime, type ClockSummary } from './data.ts';
import styles from './sla.module.css';

/** A clock in one line: what is due next, and how urgent it is. For lists and headers. */
export function ClockBadge({ clock }: { clock: ClockSummary }) {
  const t = useText();
  const dates = useDates(clock.zone);
  const serviceTime = useServiceTime();
  const next = nextOf(clock);
  const kind = next ? t(`sla.milestone.${next.kind}`) : '';
  const words =
    clock.status === 'STOPPED' || !next
      ? t('sla.badge.done')
      : clock.band === 'MISSED' && next.dueAt
        ? t('sla.badge.missed', { kind, due: dates.dateTime(next.dueAt) })
        : next.dueAt
          ? t('sla.badge.due', { kind, due: dates.dateTime(next.dueAt) })
          : t('sla.badge.paused', { kind, left: serviceTime(next.remainingSeconds ?? 0) });
  return (
    <span className={styles.badge} data-band={clock.band}>
      <ClockRing percent={next?.usedPercent ?? 100} band={clock.band} />
      <span>{words}</span>
    </span>
  );
}
