import { useText } from '@firstfix/i18n';
import { Button, IconButton, NumberField, Select } from '@firstfix/ui';
import { PlusIcon, TrashIcon } from '@firstfix/ui/icons';
import { impacts, importances, milestones, priorities, useServiceTime, type SpecialTarget } from './data.ts';
import styles from './contract.module.css';

/** For which machines and faults another target holds. Nothing to see where nothing special was agreed. */
export function SpecialTargetTable({ targets, caption }: { targets: SpecialTarget[]; caption: string }) {
  const t = useText();
  const serviceTime = useServiceTime();
  if (targets.length === 0) return null;
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('contract.milestone')}</th>
          <th scope="col">{t('contract.priority')}</th>
          <th scope="col">{t('contract.importance')}</th>
          <th scope="col">{t('contract.impact')}</th>
          <th scope="col" className={styles.number}>
            {t('contract.special.target')}
          </th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => (
          <tr key={keyOf(target)}>
            <td>{t(`contract.milestone.${target.milestone}`)}</td>
            <td>{target.priority ?? t('contract.special.any')}</td>
            <td>{target.importance ? t(`contract.importance.${target.importance}`) : t('contract.special.any')}</td>
            <td>{target.impact ? t(`contract.impact.${target.impact}`) : t('contract.special.any')}</td>
            <td className={styles.number}>{serviceTime(target.minutes * 60)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const keyOf = (target: SpecialTarget) => [target.milestone, target.priority, target.importance, target.impact].join(':');

interface EditorProps {
  value: SpecialTarget[];
  onChange: (targets: SpecialTarget[]) => void;
  /** What is wrong with a target, by its position. */
  error: (position: number) => string | undefined;
}

const first: SpecialTarget = { milestone: 'ON_SITE', priority: null, importance: 'CRITICAL', impact: null, minutes: 240 };

export function SpecialTargetsEditor({ value, onChange, error }: EditorProps) {
  const t = useText();
  const serviceTime = useServiceTime();
  const change = (position: number, part: Partial<SpecialTarget>) => onChange(value.map((one, index) => (index === position ? { ...one, ...part } : one)));
  const anyOr = <T extends string>(values: readonly T[], text: (value: T) => string) => [{ id: '', label: t('contract.special.any') }, ...values.map((id) => ({ id, label: text(id) }))];
  return (
    <div className={styles.lines}>
      {value.map((target, position) => (
        // eslint-disable-next-line react/no-array-index-key -- a target has nothing of its own to be known by
        <div className={styles.special} key={position}>
          <Select label={t('contract.milestone')} options={milestones.map((id) => ({ id, label: t(`contract.milestone.${id}`) }))} value={target.milestone} onChange={(milestone) => change(position, { milestone: milestone as SpecialTarget['milestone'] })} error={error(position)} />
          <Select label={t('contract.priority')} options={anyOr(priorities, (id) => id)} value={target.priority ?? ''} onChange={(priority) => change(position, { priority: (priority || null) as SpecialTarget['priority'] })} />
          <Select label={t('contract.importance')} options={anyOr(importances, (id) => t(`contract.importance.${id}`))} value={target.importance ?? ''} onChange={(importance) => change(position, { importance: (importance || null) as SpecialTarget['importance'] })} />
          <Select label={t('contract.impact')} options={anyOr(impacts, (id) => t(`contract.impact.${id}`))} value={target.impact ?? ''} onChange={(impact) => change(position, { impact: (impact || null) as SpecialTarget['impact'] })} />
          <NumberField label={t('contract.special.minutes')} value={target.minutes || null} onChange={(minutes) => change(position, { minutes: minutes ?? 0 })} minValue={1} maxValue={525_600} hideStepper hint={target.minutes ? serviceTime(target.minutes * 60) : undefined} />
          <IconButton icon={TrashIcon} label={t('contract.special.remove')} onPress={() => onChange(value.filter((_, index) => index !== position))} />
        </div>
      ))}
      <div>
        <Button kind="quiet" icon={PlusIcon} onPress={() => onChange([...value, first])}>
          {t('contract.special.add')}
        </Button>
      </div>
    </div>
  );
}
