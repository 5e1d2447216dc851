import { useText } from '@firstfix/i18n';
import type { Schema } from '@firstfix/api';
import { useFigure } from './data.ts';
import styles from './policy.module.css';

/** What is different between two policies, figure by figure. */
export function Changes({ changes }: { changes: Schema<'PolicyFiguresChange'>[] }) {
  const t = useText();
  const say = useFigure();
  if (changes.length === 0) return null;
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={change.figure}>
          <span>{t(`dispatch.weigh.name.${change.figure}`)}</span>
          <span className={styles.from}>{say(change.figure, change.before)}</span>
          <span aria-hidden="true">→</span>
          <strong>{say(change.figure, change.after)}</strong>
        </li>
      ))}
    </ul>
  );
}
