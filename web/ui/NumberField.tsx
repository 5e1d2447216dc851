import { useText } from '@firstfix/i18n';
import { useEffect, useRef } from 'react';
import { Button as AriaButton, Group, Input, NumberField as AriaNumberField } from 'react-aria-components';
import { classes } from './classes.ts';
import { common, FieldLabel, FieldNotes, type FieldProps } from './Field.tsx';
import { MinusIcon, PlusIcon } from './icons/index.tsx';
import styles from './Field.module.css';

// A module of its own: reading numbers in all their notations is heavy, and the first page has none.
export interface NumberFieldProps extends FieldProps {
  value?: number | null;
  defaultValue?: number;
  /** `null` when the field was emptied. */
  onChange?: (value: number | null) => void;
  onBlur?: () => void;
  minValue?: number;
  maxValue?: number;
  step?: number;
  unit?: string;
  formatOptions?: Intl.NumberFormatOptions;
  hideStepper?: boolean;
}

export function NumberField({ value, defaultValue, onChange, unit, hideStepper, ...props }: NumberFieldProps) {
  const t = useText();
  const { onBlur, minValue, maxValue, step, formatOptions } = props;
  const field = useLeftByPress();
  return (
    <AriaNumberField
      {...common(props)}
      ref={field}
      {...{ onBlur, minValue, maxValue, step, formatOptions, defaultValue }}
      {...(value === undefined ? {} : { value: value ?? Number.NaN })}
      onChange={(next) => onChange?.(Number.isNaN(next) ? null : next)}
    >
      <FieldLabel {...props} />
      <Group className={styles.control} isInvalid={Boolean(props.error)} isDisabled={props.isDisabled}>
        <Input className={classes(styles.input, styles.number)} />
        {unit && <span className={styles.unit}>{unit}</span>}
        {!hideStepper && (
          <>
            <AriaButton slot="decrement" className={styles.inner} aria-label={t('ui.decrease')}>
              <MinusIcon size={12} />
            </AriaButton>
            <AriaButton slot="increment" className={styles.inner} aria-label={t('ui.increase')}>
              <PlusIcon size={12} />
            </AriaButton>
          </>
        )}
      </Group>
      <FieldNotes {...props} />
    </AriaNumberField>
  );
}

/**
 * What is written is told when the field is left. A checkbox may be heard of before that, although it was pressed later; a form that keeps both
 * in one list would then put the older list back. So the press itself leaves the field.
 */
function useLeftByPress() {
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const leave = (event: PointerEvent) => {
      const active = document.activeElement;
      if (active instanceof HTMLInputElement && field.current?.contains(active) && !field.current.contains(event.target as Node)) active.blur();
    };
    document.addEventListener('pointerdown', leave, true);
    return () => document.removeEventListener('pointerdown', leave, true);
  }, []);
  return field;
}
