import { useText } from '@firstfix/i18n';
import { SlaRing, StatusTag } from '@firstfix/ui';
import type { Clock } from './data.ts';
import styles from './mobile.module.css';

/** The promise the visit is for, or else the one that is due next: what, and how much of its time is left. */
export function ClockTag({ clock, dueAt, hasName }: { clock?: Clock | null; dueAt?: string | null; hasName?: boolean }) {
  const t = useText();
  if (clock?.status === 'PAUSED') return <StatusTag tone="waiting">{t('ui.sla.paused')}</StatusTag>;
  const running = clock?.milestones.filter((one) => one.status === 'RUNNING') ?? [];
  const next = running.find((one) => one.dueAt && dueAt && Date.parse(one.dueAt) === Date.parse(dueAt)) ?? running[0];
  const due = next?.dueAt ?? (clock ? null : dueAt);
  if (!due) return null;
  const left = new Date(due).getTime() - Date.now();
  // The server says how much of the contract's time is used; the ring shows that share and not one of its own.
  const start = next && next.usedPercent > 0 && next.usedPercent < 100 ? new Date(Date.now() - (left * next.usedPercent) / (100 - next.usedPercent)).toISOString() : undefined;
  return (
    <span className={styles.clock}>
      {hasName && next && <span className={styles.note}>{t(`mobile.milestone.${next.kind}`)}</span>}
      <SlaRing due={due} start={start} state={next?.missed ? 'breached' : 'running'} isAtRisk={clock ? clock.band === 'HOT' || clock.band === 'WARM' : undefined} />
    </span>
  );
}
