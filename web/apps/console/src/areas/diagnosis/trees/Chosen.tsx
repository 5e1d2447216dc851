import { useText } from '@firstfix/i18n';
import { IconButton, Select } from '@firstfix/ui';
import { CloseIcon } from '@firstfix/ui/icons';
import type { ReactNode } from 'react';
import styles from './trees.module.css';

interface Props {
  label: string;
  hint?: ReactNode;
  options: { id: string; label: string; note?: string }[];
  /** In the order in which they were chosen. */
  value: string[];
  onChange: (value: string[]) => void;
  error?: string;
  isRequired?: boolean;
}

/** Several of a list: a choice adds one, its cross takes it away. */
export function Chosen({ label, hint, options, value, onChange, error, isRequired }: Props) {
  const t = useText();
  const labelOf = (id: string) => options.find((option) => option.id === id)?.label ?? id;
  return (
    <div className={styles.chosen}>
      <Select label={label} hint={hint} error={error} isRequired={isRequired} placeholder={t('trees.addOne')} value={null} options={options.filter((option) => !value.includes(option.id))} onChange={(id) => onChange([...value, id])} />
      {value.length > 0 && (
        <ul aria-label={label}>
          {value.map((id) => (
            <li key={id}>
              <span>{labelOf(id)}</span>
              <IconButton icon={CloseIcon} label={t('trees.takeAway', { what: labelOf(id) })} onPress={() => onChange(value.filter((one) => one !== id))} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
