import { useDates, useText } from '@firstfix/i18n';
import { useId, useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Overlay.tsx';
import styles from './Feedback.module.css';

export interface ConflictingField {
  field: string;
  label: string;
  mine: ReactNode;
  theirs: ReactNode;
  /** What is chosen at first; the user's own text, unless the rules say otherwise. */
  preselect?: 'mine' | 'theirs';
}

export interface ConflictDialogProps {
  isOpen: boolean;
  fields: ConflictingField[];
  by?: { name: string; at: string };
  onResolve: (choice: Record<string, 'mine' | 'theirs'>) => void;
  onClose: () => void;
  isPending?: boolean;
}

/** After a 412: both values side by side, and nothing the user typed is thrown away. */
export function ConflictDialog({ isOpen, fields, by, onResolve, onClose, isPending }: ConflictDialogProps) {
  const t = useText();
  const dates = useDates();
  const id = useId();
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>({});
  const choice = (field: ConflictingField) => chosen[field.field] ?? field.preselect ?? 'mine';
  const side = (field: ConflictingField, which: 'mine' | 'theirs') => (
    <label className={styles.side}>
      <input
        type="radio"
        name={`${id}-${field.field}`}
        checked={choice(field) === which}
        onChange={() => setChosen((now) => ({ ...now, [field.field]: which }))}
      />
      <span>
        <span className="visually-hidden">
          {field.label}, {t(`ui.conflict.${which}`)}:{' '}
        </span>
        {field[which] === null || field[which] === undefined || field[which] === '' ? t('ui.conflict.empty') : field[which]}
      </span>
    </label>
  );
  return (
    <Dialog
      title={t('ui.conflict.title')}
      isOpen={isOpen}
      onClose={onClose}
      size="wide"
      isSticky
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={isPending} onPress={() => onResolve(Object.fromEntries(fields.map((field) => [field.field, choice(field)])))}>
            {t('ui.conflict.save')}
          </Button>
        </>
      }
    >
      <p>{by ? t('ui.conflict.who', { name: by.name, time: dates.dateTime(by.at) }) : t('ui.conflict.someone')}</p>
      <table className={styles.conflict}>
        <thead>
          <tr>
            <th scope="col">{t('ui.conflict.field')}</th>
            <th scope="col">{t('ui.conflict.mine')}</th>
            <th scope="col">{t('ui.conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.field}>
              <th scope="row">{field.label}</th>
              <td>{side(field, 'mine')}</td>
              <td>{side(field, 'theirs')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
