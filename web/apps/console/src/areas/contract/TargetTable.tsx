import { useText } from '@firstfix/i18n';
import { PriorityMark, type Priority as Level } from '@firstfix/ui';
import { milestones, priorities, useServiceTime, type Coverage } from './data.ts';
import styles from './contract.module.css';

/** What a level of service promises, by priority. */
export function TargetTable({ coverage }: { coverage: Coverage }) {
  const t = useText();
  const serviceTime = useServiceTime();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('contract.priority')}</th>
          {milestones.map((milestone) => (
            <th key={milestone} scope="col" className={styles.number}>
              {t(`contract.milestone.${milestone}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {priorities.map((priority) => (
          <tr key={priority}>
            <th scope="row">
              <PriorityMark level={Number(priority[1]) as Level} />
            </th>
            {milestones.map((milestone) => {
              const target = coverage.targets.find((one) => one.priority === priority && one.milestone === milestone);
              return (
                <td key={milestone} className={styles.number}>
                  {target ? serviceTime(target.minutes * 60) : '–'}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
