import { useNumbers, useText } from '@firstfix/i18n';
import { StatusTag } from '@firstfix/ui';
import { AlertIcon, CheckIcon, ClockIcon } from '@firstfix/ui/icons';
import { useMemo } from 'react';
import styles from './serviceLevels.module.css';

/* What the reports of kept promises have in common, those of contracts and those of the house. */

export interface Span {
  from: string;
  to: string;
}

const verdicts = {
  KEPT: { tone: 'done', icon: CheckIcon },
  MISSED: { tone: 'breached', icon: AlertIcon },
  WAITING: { tone: 'new', icon: ClockIcon },
} as const;

export type Verdict = keyof typeof verdicts;

/** The days up to the end of this hour: so the same figures are asked for again and again while one looks at them. */
export function useSpan(days: string): Span {
  return useMemo(() => {
    const end = new Date();
    end.setMinutes(0, 0, 0);
    end.setHours(end.getHours() + 1);
    return { from: new Date(end.getTime() - Number(days) * 86_400_000).toISOString(), to: end.toISOString() };
  }, [days]);
}

export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const t = useText();
  return (
    <StatusTag tone={verdicts[verdict].tone} icon={verdicts[verdict].icon}>
      {t(`sla.verdict.${verdict}`)}
    </StatusTag>
  );
}

/** The share of what is decided that was kept, 0 to 100; nothing while nothing is decided. */
export function KeptShare({ percent }: { percent: number | null | undefined }) {
  const t = useText();
  const numbers = useNumbers();
  return (
    <span className={styles.share}>
      <span className={styles.track} aria-hidden="true">
        <span style={{ inlineSize: `${percent ?? 0}%` }} />
      </span>
      {percent == null ? t('sla.compliance.undecided') : numbers.percent(percent / 100)}
    </span>
  );
}
