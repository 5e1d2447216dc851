import { useNumbers, useText } from '@firstfix/i18n';
import type { HonestShare } from './data.ts';
import styles from './prediction.module.css';

/** A share with what it may really be: the mark is the share, the grey band its 95 % interval. */
export function Share({ of }: { of: HonestShare }) {
  const t = useText();
  const numbers = useNumbers();
  if (of.of === 0) return <span className={styles.note}>{t('diagnosis.notJudged')}</span>;
  return (
    <span className={styles.share} title={t('diagnosis.interval', { low: numbers.percent(of.low), high: numbers.percent(of.high) })}>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.interval} style={{ insetInlineStart: `${of.low * 100}%`, inlineSize: `${(of.high - of.low) * 100}%` }} />
        <span className={styles.mark} style={{ insetInlineStart: `calc(${of.share * 100}% - ${of.share * 3}px)` }} />
      </span>
      <span className={styles.number}>{numbers.percent(of.share)}</span>
      <span className={styles.note}>{t('diagnosis.hitsOf', { hits: numbers.number(of.hits), of: numbers.number(of.of) })}</span>
    </span>
  );
}
