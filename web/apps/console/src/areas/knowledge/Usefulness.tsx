import { useNumbers, useText } from '@firstfix/i18n';
import { StatusTag, type Tone } from '@firstfix/ui';
import { ArrowDownIcon, ArrowUpIcon, HourglassIcon, MinusIcon, type Icon } from '@firstfix/ui/icons';
import { results, type Figures } from './data.ts';
import styles from './knowledge.module.css';

const verdicts: Record<Figures['verdict'], { tone: Tone; icon: Icon }> = {
  TOO_FEW: { tone: 'new', icon: HourglassIcon },
  NO_DIFFERENCE: { tone: 'scheduled', icon: MinusIcon },
  BETTER: { tone: 'done', icon: ArrowUpIcon },
  WORSE: { tone: 'breached', icon: ArrowDownIcon },
};

export function Verdict({ figures }: { figures: Figures }) {
  const t = useText();
  const { tone, icon } = verdicts[figures.verdict];
  return (
    <StatusTag tone={tone} icon={icon}>
      {t(`knowledge.verdict.${figures.verdict}`)}
    </StatusTag>
  );
}

/** The share with its interval, and where comparable cases stand. The words beside it say the same. */
export function ShareBar({ figures }: { figures: Figures }) {
  const { share, low, high, base } = figures;
  if (share == null || low == null || high == null) return null;
  const x = (value: number) => 4 + value * 192;
  return (
    <svg className={styles.shareBar} viewBox="0 0 200 22" aria-hidden="true" focusable="false">
      <line x1={x(0)} x2={x(1)} y1={11} y2={11} className={styles.axis} />
      <rect x={x(low)} width={Math.max(2, x(high) - x(low))} y={7} height={8} rx={4} className={styles.interval} />
      <circle cx={x(share)} cy={11} r={4} className={styles.point} />
      {base != null && <line x1={x(base)} x2={x(base)} y1={2} y2={20} className={styles.base} />}
    </svg>
  );
}

/** "8 of 12 (67 %, 39 to 86 %)"; nothing before the first case. */
export function ShareWords({ figures }: { figures: Figures }) {
  const t = useText();
  const { percent } = useNumbers();
  const { share, low, high, good, cases } = figures;
  if (share == null || low == null || high == null) return <span className={styles.note}>{t('knowledge.noCases')}</span>;
  return <span>{t('knowledge.share', { good, cases, share: percent(share), low: percent(low), high: percent(high) })}</span>;
}

export function BaseWords({ figures }: { figures: Figures }) {
  const t = useText();
  const { percent } = useNumbers();
  if (figures.base == null) return <span className={styles.note}>{t('knowledge.noBase')}</span>;
  return <span>{t('knowledge.base', { base: percent(figures.base), cases: figures.baseCases })}</span>;
}

/** How the cases ended, each way with its count. */
export function Results({ figures }: { figures: Figures }) {
  const t = useText();
  const { number } = useNumbers();
  return (
    <dl className={styles.results}>
      {results.map((result) => (
        <div key={result}>
          <dt>{t(`knowledge.ended.${result}`)}</dt>
          <dd>{number(figures.results[result] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
