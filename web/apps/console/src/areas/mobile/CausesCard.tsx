import { useNumbers, useText } from '@firstfix/i18n';
import { Card } from '@firstfix/ui';
import { PartsIcon } from '@firstfix/ui/icons';
import { useName, type WorkOrder } from './data.ts';
import styles from './mobile.module.css';

/** What technical support expects, and what to take out of the van for it. */
export function CausesCard({ order }: { order: WorkOrder }) {
  const t = useText();
  const name = useName();
  const numbers = useNumbers();
  const { prediction } = order;
  if (!prediction) return null;
  const { likelyCauses, carriedParts, unknown, remarks, recordedBy } = prediction;
  if (likelyCauses.length === 0 && carriedParts.length === 0 && !unknown && !remarks) return null;
  return (
    <Card className={styles.panel} title={t('mobile.causes')} note={recordedBy || undefined}>
      <div className={styles.stack}>
        {unknown && <p>{t('mobile.causes.unknown')}</p>}
        {likelyCauses.length > 0 && (
          <ol className={styles.causes}>
            {likelyCauses.map((cause) => (
              <li key={cause.code}>
                <span className={styles.grows}>{name(cause)}</span>
                <span className={styles.share}>{numbers.percent(cause.probability)}</span>
                <span className={styles.bar} aria-hidden="true">
                  <span style={{ width: `${Math.round(cause.probability * 100)}%` }} />
                </span>
              </li>
            ))}
          </ol>
        )}
        {remarks && <p className={styles.text}>{remarks}</p>}
        {carriedParts.length > 0 && (
          <>
            <h3 className={styles.smallHeading}>{t('mobile.carry')}</h3>
            <ul className={styles.stack}>
              {carriedParts.map((part) => (
                <li key={part.number} className={styles.fact}>
                  <PartsIcon size={18} />
                  <span>
                    {name(part)} <span className={styles.note}>{part.number}</span>
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Card>
  );
}
