import { useText } from '@firstfix/i18n';
import { classes } from '@firstfix/ui';
import { useEffect, useId, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react';
import styles from './cases.module.css';

export interface Choice {
  id: string;
  label: string;
  note?: ReactNode;
  /** What may be typed for it: words, initials, last digits. */
  keys: string[];
  badge?: ReactNode;
}

export interface TypeAheadProps {
  label: string;
  placeholder?: string;
  choices: Choice[];
  value: string | null;
  onChange: (id: string | null) => void;
  autoFocus?: boolean;
  isRequired?: boolean;
  error?: string;
  /** The list stands below all the time; otherwise only while somebody chooses. */
  isOpen?: boolean;
  empty?: ReactNode;
  /** Enter settles the choice; the form goes on to what comes next. */
  onSettled?: () => void;
  ref?: Ref<HTMLInputElement | null>;
}

const most = 30;

function matches(choice: Choice, typed: string) {
  return choice.keys.some((key) => {
    const plain = key.toLowerCase();
    return plain.startsWith(typed) || plain.endsWith(typed) || (typed.length > 2 && plain.includes(typed));
  });
}

/**
 * Type a few characters and the first match is chosen; no key is spent on confirming it. Everything is here already, so
 * nothing waits for the server.
 */
export function TypeAhead({ label, placeholder, choices, value, onChange, autoFocus, isRequired, error, isOpen, empty, onSettled, ref }: TypeAheadProps) {
  const t = useText();
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => input.current);
  const chosen = choices.find((choice) => choice.id === value);
  const typed = (text ?? '').trim().toLowerCase();
  const shown = (typed ? choices.filter((choice) => matches(choice, typed)) : choices).slice(0, most);
  const open = isOpen || (focused && text !== null);

  // When the field appears and never later: typing in one field must not move the focus to another.
  const focusFirst = useRef(autoFocus);
  useEffect(() => {
    if (focusFirst.current) input.current?.focus();
  }, []);

  const choose = (among: string) => {
    const first = choices.find((choice) => matches(choice, among.trim().toLowerCase()));
    onChange(first ? first.id : null);
  };
  const type = (next: string) => {
    setText(next);
    if (next.trim()) choose(next);
  };
  // Somebody may type faster than the choices come: what was typed stays, and is looked up when they are there.
  const isHere = choices.length > 0;
  const settle = () => isHere && setText(null);
  const lookUp = useRef(() => {});
  useEffect(() => {
    lookUp.current = () => {
      if (typed && value === null) choose(typed);
      if (!focused) setText(null);
    };
  });
  useEffect(() => {
    if (isHere) lookUp.current();
  }, [isHere]);
  const move = (by: number) => {
    const at = shown.findIndex((choice) => choice.id === value);
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))];
    if (next) onChange(next.id);
  };
  return (
    <div className={styles.typeAhead}>
      <label htmlFor={id} className={styles.fieldLabel}>
        {label}
        {isRequired && <span aria-hidden="true"> *</span>}
      </label>
      <input
        ref={input}
        id={id}
        className={styles.typeAheadInput}
        role="combobox"
        aria-expanded={Boolean(open)}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && chosen ? `${id}-${chosen.id}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-required={isRequired}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text ?? chosen?.label ?? ''}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => {
          setFocused(true);
          event.target.select();
        }}
        onBlur={() => {
          setFocused(false);
          settle();
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            if (text === null && !isOpen) setText('');
            move(1);
          } else if (event.key === 'ArrowUp') {
            event.preventDefault();
            move(-1);
          } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            settle();
            if (value) onSettled?.();
          } else if (event.key === 'Escape' && text !== null) {
            event.stopPropagation();
            setText(null);
          }
        }}
      />
      {error && (
        <p id={`${id}-error`} className={styles.fieldError}>
          {error}
        </p>
      )}
      <div id={`${id}-list`} role="listbox" aria-label={label} className={classes(styles.options, !isOpen && styles.optionsFloating)} hidden={!open}>
        {open &&
          shown.map((choice) => (
            // The keyboard acts in the field; the pointer may take a line directly.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={choice.id}
              id={`${id}-${choice.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={choice.id === value}
              className={styles.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                onChange(choice.id);
                setText(null);
              }}
            >
              <span className={styles.optionHead}>
                <strong>{choice.label}</strong>
                {choice.badge}
              </span>
              {choice.note && <span className={styles.note}>{choice.note}</span>}
            </div>
          ))}
      </div>
      {open && shown.length === 0 && <p className={styles.note}>{choices.length === 0 && empty ? empty : t('ui.noMatches')}</p>}
    </div>
  );
}
