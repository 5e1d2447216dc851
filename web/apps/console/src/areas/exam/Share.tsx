import { useNumbers, useText } from '@firstfix/i18n';
import styles from './exam.module.css';

interface ShareProps {
  right: number;
  count: number;
  /** From 0 to 1, as the server reckons it. */
  interval: { from: number; to: number };
}

/** A share with its 95 % interval: a point on a line, and the same in words. */
export function Share({ right, count, interval }: ShareProps) {
  const t = useText();
  const numbers = useNumbers();
  const share = count === 0 ? 0 : right / count;
  return (
    <div className={styles.share}>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.span} style={{ left: `${interval.from * 100}%`, right: `${(1 - interval.to) * 100}%` }} />
        <span className={styles.point} style={{ left: `${share * 100}%` }} />
      </div>
      <div>
        {t('exam.share', { percent: numbers.number(Math.round(share * 100)), right, count })}
        <div className={styles.note}>{t('exam.interval', { from: numbers.number(Math.round(interval.from * 100)), to: numbers.number(Math.round(interval.to * 100)) })}</div>
      </div>
    </div>
  );
}
