import { Fragment, type ReactElement, type ReactNode } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover as AriaPopover,
  Separator,
  Text,
} from 'react-aria-components';
import { classes } from './classes.ts';
import { CheckIcon, type Icon } from './icons/index.tsx';
import styles from './Overlay.module.css';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: Icon;
  note?: string;
  keys?: string;
  href?: string;
  isDanger?: boolean;
  isDisabled?: boolean;
  /** Language of the label when it is not the page's. */
  lang?: string;
}

export interface MenuGroup {
  id: string;
  label?: string;
  entries: MenuEntry[];
  /** With these the group is a choice, shown with a check mark. */
  selected?: string[];
  selection?: 'single' | 'multiple';
  onSelect?: (ids: string[]) => void;
}

export interface MenuProps {
  /** A Button, IconButton or any pressable element. */
  trigger: ReactElement;
  entries?: MenuEntry[];
  groups?: MenuGroup[];
  onAction?: (id: string) => void;
  label?: string;
  header?: ReactNode;
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right bottom';
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

export function Menu({ trigger, entries, groups, onAction, label, header, placement = 'bottom start', isOpen, onOpenChange }: MenuProps) {
  const all: MenuGroup[] = groups ?? [{ id: 'all', entries: entries ?? [] }];
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <AriaPopover className={classes(styles.popover, styles.menuPopover)} offset={4} placement={placement}>
        {header && <div className={styles.menuHeader}>{header}</div>}
        <AriaMenu className={styles.menu} onAction={(key) => onAction?.(String(key))} aria-label={label}>
          {all.map((group, position) => (
            <Fragment key={group.id}>
              {position > 0 && <Separator className={styles.separator} />}
              {group.label || group.selection ? (
                <MenuSection
                  aria-label={group.label ? undefined : group.id}
                  {...(group.selection
                    ? {
                        selectionMode: group.selection,
                        selectedKeys: group.selected,
                        disallowEmptySelection: group.selection === 'single',
                        onSelectionChange: (keys: 'all' | Set<string | number>) =>
                          group.onSelect?.(keys === 'all' ? group.entries.map((entry) => entry.id) : [...keys].map(String)),
                      }
                    : {})}
                >
                  {group.label && <Header className={styles.menuGroup}>{group.label}</Header>}
                  {group.entries.map((entry) => (
                    <Entry key={entry.id} entry={entry} />
                  ))}
                </MenuSection>
              ) : (
                group.entries.map((entry) => <Entry key={entry.id} entry={entry} />)
              )}
            </Fragment>
          ))}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  const Sign = entry.icon;
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      href={entry.href}
      isDisabled={entry.isDisabled}
      className={classes(styles.item, entry.isDanger && styles.itemDanger)}
    >
      {({ isSelected, selectionMode }) => (
        <>
          {selectionMode !== 'none' ? <span className={styles.mark}>{isSelected && <CheckIcon size={14} />}</span> : Sign && <Sign />}
          {/* Note and keys belong to the name: what is seen in an entry must be in what is said of it. */}
          <Text slot="label" lang={entry.lang} className={styles.itemLine}>
            <span className={styles.itemWords}>
              {entry.label}
              {entry.note && <span className={styles.itemNote}> {entry.note}</span>}
            </span>
            {entry.keys && <span className={styles.itemKeys}> {entry.keys}</span>}
          </Text>
        </>
      )}
    </MenuItem>
  );
}
