import { useText } from '@firstfix/i18n';
import { useEffect, useRef, useState } from 'react';
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Group,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import type { Option } from './Choice.tsx';
import { classes } from './classes.ts';
import { common, FieldLabel, FieldNotes, type FieldProps } from './Field.tsx';
import { CheckIcon, ChevronDownIcon } from './icons/index.tsx';
import overlay from './Overlay.module.css';
import styles from './Field.module.css';

function OptionRow({ option }: { option: Option }) {
  const Sign = option.icon;
  return (
    <ListBoxItem id={option.id} textValue={option.label} isDisabled={option.isDisabled} className={overlay.item}>
      {({ isSelected }) => (
        <>
          {Sign && <Sign />}
          <span className={overlay.itemWords}>
            {/* The note is part of the name: who chooses by voice says what stands there. */}
            <span>{option.label}</span> {option.note && <span className={overlay.itemNote}>{option.note}</span>}
          </span>
          <span className={overlay.mark}>{isSelected && <CheckIcon size={14} />}</span>
        </>
      )}
    </ListBoxItem>
  );
}

export interface SelectProps extends FieldProps {
  options: Option[];
  value?: string | null;
  defaultValue?: string;
  onChange?: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
}

export function Select({ options, value, defaultValue, onChange, onBlur, placeholder, ...props }: SelectProps) {
  const t = useText();
  return (
    <AriaSelect
      {...common(props)}
      {...(value === undefined ? { defaultValue } : { value })}
      onChange={(key) => key !== null && onChange?.(String(key))}
      onBlur={onBlur}
      placeholder={placeholder ?? '–'}
    >
      <FieldLabel {...props} />
      <AriaButton className={classes(styles.control, styles.select)} data-invalid={props.error ? true : undefined}>
        <SelectValue className={styles.value}>
          {({ isPlaceholder, defaultChildren, selectedText }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDownIcon size={14} />
      </AriaButton>
      <FieldNotes {...props} />
      <Popover className={overlay.popover} offset={4} style={{ minWidth: 'var(--trigger-width)', maxWidth: 420 }}>
        <ListBox className={overlay.listbox} items={options} renderEmptyState={() => <div className={overlay.nothing}>{t('ui.noMatches')}</div>}>
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export interface ComboBoxProps extends FieldProps {
  /** The chosen option; the field shows its label without asking the server for it. */
  value: Option | null;
  onChange: (value: Option | null) => void;
  onBlur?: () => void;
  /** Asks the server for matches; pinyin and initials are the server's matter. */
  search: (text: string, signal: AbortSignal) => Promise<Option[]>;
  placeholder?: string;
  /** From how many characters on it asks; 0 shows a first list at once. */
  minimum?: number;
}

const patience = 180;

/** Type-ahead over a list that lives on the server. */
export function ComboBox({ value, onChange, onBlur, search, placeholder, minimum = 1, ...props }: ComboBoxProps) {
  const t = useText();
  const [text, setText] = useState(value?.label ?? '');
  const [options, setOptions] = useState<Option[]>([]);
  const [isSearching, setSearching] = useState(false);
  const [asked, setAsked] = useState<string | null>(minimum === 0 ? '' : null);
  const ask = useRef(search);
  useEffect(() => {
    ask.current = search;
  });

  // When the value is set from outside (a form reset, another field), the text follows.
  const [known, setKnown] = useState(value?.id);
  if (known !== value?.id) {
    setKnown(value?.id);
    setText(value?.label ?? '');
  }

  useEffect(() => {
    if (asked === null || asked.trim().length < minimum) {
      setOptions([]);
      setSearching(false);
      return undefined;
    }
    const abort = new AbortController();
    setSearching(true);
    const timer = setTimeout(async () => {
      try {
        const found = await ask.current(asked.trim(), abort.signal);
        if (!abort.signal.aborted) setOptions(found);
      } catch {
        if (!abort.signal.aborted) setOptions([]);
      } finally {
        if (!abort.signal.aborted) setSearching(false);
      }
    }, patience);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked, minimum]);

  return (
    <AriaComboBox
      {...common(props)}
      items={options}
      inputValue={text}
      value={value?.id ?? null}
      menuTrigger={minimum === 0 ? 'focus' : 'input'}
      allowsEmptyCollection
      // The server has filtered already; by pinyin the label need not contain the typed letters.
      defaultFilter={() => true}
      onInputChange={(next) => {
        setText(next);
        setAsked(next);
        if (next === '' && value) onChange(null);
      }}
      onChange={(key) => {
        const chosen = key === null ? null : (options.find((option) => option.id === key) ?? (value?.id === key ? value : null));
        if (chosen?.id !== value?.id) onChange(chosen);
        if (chosen) setText(chosen.label);
      }}
      onBlur={() => {
        setText(value?.label ?? '');
        onBlur?.();
      }}
    >
      <FieldLabel {...props} />
      <Group className={styles.control} isInvalid={Boolean(props.error)} isDisabled={props.isDisabled}>
        <Input className={styles.input} placeholder={placeholder ?? t('ui.typeToSearch')} />
        <AriaButton className={styles.inner} aria-label={t('ui.showOptions')}>
          <ChevronDownIcon size={14} />
        </AriaButton>
      </Group>
      <FieldNotes {...props} />
      <Popover className={overlay.popover} offset={4} style={{ width: 'var(--trigger-width)', minWidth: 240 }}>
        {/* It floats beside the page: a landmark of its own, so that nothing lies outside of one. */}
        <section aria-label={props.label} className={overlay.suggestions}>
          <ListBox
            className={overlay.listbox}
            items={options}
            renderEmptyState={() => (
              <div className={overlay.nothing}>
                {isSearching ? t('ui.searching') : text.trim().length < minimum ? t('ui.typeToSearch') : t('ui.noMatches')}
              </div>
            )}
          >
            {(option: Option) => <OptionRow option={option} />}
          </ListBox>
        </section>
      </Popover>
    </AriaComboBox>
  );
}
