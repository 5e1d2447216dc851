import { useText } from '@firstfix/i18n';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, Link as AriaLink, type ButtonProps as AriaButtonProps, type LinkProps } from 'react-aria-components';
import { classes } from './classes.ts';
import { ChevronDownIcon, type Icon } from './icons/index.tsx';
import { Menu, type MenuEntry } from './Menu.tsx';
import { Tooltip } from './Tooltip.tsx';
import styles from './Button.module.css';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  kind?: ButtonKind;
  icon?: Icon;
  /** Shown as a key beside the words, for example `Ctrl ↵`. It only shows it; `useShortcut` makes it work. */
  keys?: string;
  children: ReactNode;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ kind = 'secondary', icon: Sign, keys, children, className, isPending, onPress, type, ...rest }: ButtonProps) {
  const t = useText();
  return (
    <AriaButton
      {...rest}
      // Pending is ours, not the library's: it would announce an element that is gone with the page it leads away from.
      aria-disabled={isPending || undefined}
      type={isPending ? 'button' : type}
      onPress={isPending ? undefined : onPress}
      className={classes(styles.button, styles[kind], className)}
    >
      {isPending ? <span className={styles.spinner} /> : Sign && <Sign />}
      {children}
      {isPending && <span className="visually-hidden">{t('ui.working')}</span>}
      {keys && <kbd aria-hidden="true">{keys}</kbd>}
    </AriaButton>
  );
}

/** Looks like a button and is a link: it leads to another address. */
export function ButtonLink({
  kind = 'secondary',
  icon: Sign,
  children,
  className,
  ...rest
}: Omit<LinkProps, 'children' | 'className'> & { kind?: ButtonKind; icon?: Icon; children: ReactNode; className?: string }) {
  return (
    <AriaLink {...rest} className={classes(styles.button, styles[kind], className)}>
      {Sign && <Sign />}
      {children}
    </AriaLink>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  icon: Icon;
  /** Its name for everybody: screen readers hear it, the others see it as a tooltip. */
  label: string;
  keys?: string;
  outlined?: boolean;
  /** For a button that switches something: `aria-pressed`. */
  isOn?: boolean;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon: Sign, label, keys, outlined, isOn, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <AriaButton
        {...rest}
        aria-label={label}
        aria-pressed={isOn}
        className={classes(styles.button, styles.icon, outlined && styles.outlined, isOn && styles.on, className)}
      >
        <Sign />
      </AriaButton>
    </Tooltip>
  );
}

export interface SplitButtonProps extends ButtonProps {
  /** The other ways to do it. */
  entries: MenuEntry[];
  onEntry: (id: string) => void;
  menuLabel?: string;
}

export function SplitButton({ entries, onEntry, menuLabel, ...main }: SplitButtonProps) {
  const t = useText();
  return (
    <span className={styles.split}>
      <Button {...main} />
      <Menu
        entries={entries}
        onAction={onEntry}
        trigger={
          <AriaButton aria-label={menuLabel ?? t('ui.more')} isDisabled={main.isDisabled} className={classes(styles.button, styles[main.kind ?? 'secondary'])}>
            <ChevronDownIcon size={14} />
          </AriaButton>
        }
      />
    </span>
  );
}
