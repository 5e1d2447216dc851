import { useDates, useText } from '@firstfix/i18n';
import { pauseReason } from './ClockPanel.tsx';
import { useServiceTime, type ClockFile } from './data.ts';
import styles from './sla.module.css';

/** How long the clock stood still, for which reason, by whom and with what evidence. */
export function PauseList({ file }: { file: ClockFile }) {
  const t = useText();
  const dates = useDates(file.clock.zone);
  const serviceTime = useServiceTime();
  // The customer is not told who stopped the clock.
  const byWhom = file.pauses.some((pause) => pause.pausedBy);
  return (
    <>
      <p>{t('sla.pauses.summary', { time: serviceTime(file.pausedSeconds) })}</p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('sla.segment.from')}</th>
              <th scope="col">{t('sla.segment.to')}</th>
              <th scope="col">{t('sla.pauses.reason')}</th>
              {byWhom && <th scope="col">{t('sla.pauses.by')}</th>}
              <th scope="col" className={styles.number}>
                {t('sla.pauses.time')}
              </th>
            </tr>
          </thead>
          <tbody>
            {file.pauses.map((pause) => (
              <tr key={pause.from}>
                <td className={styles.time}>{dates.dateTime(pause.from)}</td>
                <td className={styles.time}>
                  {pause.until ? dates.dateTime(pause.until) : t('sla.pauses.still')}
                  {pause.ranOut && <div className={styles.note}>{t('sla.pauses.ranOut')}</div>}
                  {!pause.until && pause.limitAt && <div className={styles.note}>{t('sla.pauses.limit', { at: dates.dateTime(pause.limitAt) })}</div>}
                </td>
                <td>
                  {pauseReason(t, pause.reason)}
                  {pause.evidence && <div className={styles.note}>{pause.evidence}</div>}
                </td>
                {byWhom && <td className={styles.time}>{pause.pausedBy}</td>}
                <td className={styles.number}>{serviceTime(pause.workingSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
