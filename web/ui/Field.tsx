import { useText } from '@firstfix/i18n';
import type { ReactNode, Ref } from 'react';
import {
  Button as AriaButton,
  FieldError,
  Group,
  Input,
  Label,
  SearchField as AriaSearchField,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import { classes } from './classes.ts';
import { AlertIcon, CloseIcon, SearchIcon, type Icon } from './icons/index.tsx';
import styles from './Field.module.css';

export interface FieldProps {
  label: string;
  /** The label stays for screen readers only; for filters and table cells. */
  hideLabel?: boolean;
  hint?: ReactNode;
  /** From the form or from the server; the same place for both. */
  error?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  name?: string;
  autoFocus?: boolean;
  className?: string;
}

export function FieldLabel({ label, hideLabel, isRequired }: Pick<FieldProps, 'label' | 'hideLabel' | 'isRequired'>) {
  return (
    <Label className={hideLabel ? 'visually-hidden' : styles.label}>
      {label}
      {isRequired && (
        <span className={styles.mark} aria-hidden="true">
          {' *'}
        </span>
      )}
    </Label>
  );
}

export function FieldNotes({ hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  return (
    <>
      {hint && !error && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error}>
        {error && (
          <>
            <AlertIcon size={14} />
            <span>{error}</span>
          </>
        )}
      </FieldError>
    </>
  );
}

/** What all fields hand to React Aria. Messages come from us and the server, never from the browser's own bubbles. */
export function common({ error, isRequired, isDisabled, isReadOnly, name, autoFocus, className }: FieldProps) {
  return {
    isInvalid: Boolean(error),
    isRequired,
    isDisabled,
    isReadOnly,
    name,
    autoFocus,
    validationBehavior: 'aria' as const,
    className: classes(styles.field, className),
  };
}

export interface TextFieldProps extends FieldProps {
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  onBlur?: () => void;
  type?: 'text' | 'email' | 'tel' | 'url' | 'password';
  placeholder?: string;
  icon?: Icon;
  /** Behind the text, such as a unit or a button. */
  suffix?: ReactNode;
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  maxLength?: number;
  ref?: Ref<HTMLInputElement>;
}

export function TextField({ icon: Sign, suffix, placeholder, ref, ...props }: TextFieldProps) {
  const { value, defaultValue, onChange, onBlur, type, autoComplete, inputMode, maxLength } = props;
  return (
    <AriaTextField {...common(props)} {...{ value, defaultValue, onChange, onBlur, type, autoComplete, inputMode, maxLength }}>
      <FieldLabel {...props} />
      <Group className={styles.control} isInvalid={Boolean(props.error)} isDisabled={props.isDisabled}>
        {Sign && <Sign />}
        <Input className={styles.input} placeholder={placeholder} ref={ref} />
        {suffix && <span className={styles.unit}>{suffix}</span>}
      </Group>
      <FieldNotes {...props} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends FieldProps {
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  rows?: number;
  maxLength?: number;
  ref?: Ref<HTMLTextAreaElement>;
}

export function TextArea({ placeholder, rows = 4, ref, ...props }: TextAreaProps) {
  const { value, defaultValue, onChange, onBlur, maxLength } = props;
  return (
    <AriaTextField {...common(props)} {...{ value, defaultValue, onChange, onBlur, maxLength }}>
      <FieldLabel {...props} />
      <Group className={styles.control} isInvalid={Boolean(props.error)} isDisabled={props.isDisabled}>
        <AriaTextArea className={styles.input} placeholder={placeholder} rows={rows} ref={ref} />
      </Group>
      <FieldNotes {...props} />
    </AriaTextField>
  );
}

export interface SearchFieldProps extends FieldProps {
  value?: string;
  onChange?: (value: string) => void;
  onSubmit?: (value: string) => void;
  placeholder?: string;
}

export function SearchField({ value, onChange, onSubmit, placeholder, ...props }: SearchFieldProps) {
  const t = useText();
  return (
    <AriaSearchField {...common(props)} {...{ value, onChange, onSubmit }}>
      {({ isEmpty }) => (
        <>
          <FieldLabel {...props} />
          <Group className={styles.control} isDisabled={props.isDisabled}>
            <SearchIcon />
            <Input className={styles.input} placeholder={placeholder} />
            {!isEmpty && (
              <AriaButton className={styles.inner} aria-label={t('ui.clearSearch')}>
                <CloseIcon size={12} />
              </AriaButton>
            )}
          </Group>
          <FieldNotes {...props} />
        </>
      )}
    </AriaSearchField>
  );
}
