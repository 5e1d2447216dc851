import type { ReactNode } from 'react';
import {
  CheckboxButton,
  CheckboxField,
  Radio,
  RadioGroup as AriaRadioGroup,
  SwitchButton,
  SwitchField,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import { classes } from './classes.ts';
import { common, FieldLabel, FieldNotes, type FieldProps } from './Field.tsx';
import { CheckIcon, MinusIcon, type Icon } from './icons/index.tsx';
import styles from './Field.module.css';

export interface CheckboxProps extends Omit<FieldProps, 'label' | 'hideLabel'> {
  isSelected?: boolean;
  defaultSelected?: boolean;
  isIndeterminate?: boolean;
  onChange?: (isSelected: boolean) => void;
  children?: ReactNode;
  'aria-label'?: string;
}

export function Checkbox({ children, isSelected, defaultSelected, isIndeterminate, onChange, ...props }: CheckboxProps) {
  return (
    <CheckboxField {...common({ ...props, label: '' })} {...{ isSelected, defaultSelected, isIndeterminate, onChange }} aria-label={props['aria-label']}>
      <CheckboxButton className={styles.choice}>
        {({ isSelected: on, isIndeterminate: some }) => (
          <>
            <span className={styles.box}>{some ? <MinusIcon size={12} strokeWidth={2.4} /> : on && <CheckIcon size={12} strokeWidth={2.4} />}</span>
            {children && <span>{children}</span>}
          </>
        )}
      </CheckboxButton>
      <FieldNotes {...props} />
    </CheckboxField>
  );
}

export interface SwitchProps {
  isSelected?: boolean;
  defaultSelected?: boolean;
  onChange?: (isSelected: boolean) => void;
  isDisabled?: boolean;
  hint?: ReactNode;
  children: ReactNode;
}

/** For what takes effect at once. Inside a form with a save button use a Checkbox. */
export function Switch({ children, hint, ...state }: SwitchProps) {
  return (
    <SwitchField {...state} className={styles.field}>
      <SwitchButton className={styles.choice}>
        <span className={styles.track} />
        <span>{children}</span>
      </SwitchButton>
      <FieldNotes hint={hint} />
    </SwitchField>
  );
}

export interface Option {
  id: string;
  label: string;
  note?: string;
  icon?: Icon;
  isDisabled?: boolean;
}

export interface RadioGroupProps extends FieldProps {
  options: Option[];
  value?: string | null;
  defaultValue?: string;
  onChange?: (value: string) => void;
  orientation?: 'horizontal' | 'vertical';
}

export function RadioGroup({ options, value, defaultValue, onChange, orientation = 'vertical', ...props }: RadioGroupProps) {
  return (
    // An empty word would be a choice that no button has, and then none of them is reached with the keyboard.
    <AriaRadioGroup {...common(props)} {...{ value: value === '' ? null : value, defaultValue, onChange, orientation }}>
      <FieldLabel {...props} />
      <div className={styles.options} data-orientation={orientation}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} isDisabled={option.isDisabled} className={styles.choice}>
            <span className={classes(styles.box, styles.radio)} />
            <span>
              {option.label}
              {option.note && <span className={styles.hint}> {option.note}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes {...props} />
    </AriaRadioGroup>
  );
}

export interface SegmentedProps {
  label: string;
  options: Option[];
  value: string;
  onChange: (value: string) => void;
  isDisabled?: boolean;
}

/** One of a few views or modes, all visible. */
export function Segmented({ label, options, value, onChange, isDisabled }: SegmentedProps) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.segments}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      isDisabled={isDisabled}
      onSelectionChange={(keys) => {
        const [next] = keys;
        if (next !== undefined) onChange(String(next));
      }}
    >
      {options.map(({ id, label: words, icon: Sign, isDisabled: off }) => (
        <ToggleButton key={id} id={id} isDisabled={off} className={styles.segment}>
          {Sign && <Sign size={14} />}
          {words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
