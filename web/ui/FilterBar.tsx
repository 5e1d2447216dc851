import { useText } from '@firstfix/i18n';
import type { ReactNode } from 'react';
import { Button, IconButton } from './Button.tsx';
import { SearchField } from './Field.tsx';
import { CloseIcon, FilterIcon } from './icons/index.tsx';
import { Menu, type MenuGroup } from './Menu.tsx';
import styles from './Layout.module.css';

export interface Filter {
  id: string;
  label: string;
  options: { id: string; label: string }[];
  /** More than one value may be chosen. */
  isMultiple?: boolean;
}

export type FilterValues = Record<string, string[] | undefined>;

export interface FilterBarProps {
  filters: Filter[];
  /** Belongs into the address, so that a list can be shared and survives a reload. */
  values: FilterValues;
  onChange: (values: FilterValues) => void;
  search?: { value: string; onChange: (text: string) => void; label: string; placeholder?: string };
  /** At the end: saved views, column menu, export. */
  children?: ReactNode;
}

export function FilterBar({ filters, values, onChange, search, children }: FilterBarProps) {
  const t = useText();
  const active = filters.filter((filter) => values[filter.id]?.length);
  const set = (id: string, chosen: string[]) => onChange({ ...values, [id]: chosen.length > 0 ? chosen : undefined });
  const groups: MenuGroup[] = filters.map((filter) => ({
    id: filter.id,
    label: filter.label,
    entries: filter.options,
    selected: values[filter.id] ?? [],
    selection: 'multiple',
    onSelect: (ids) => {
      const before = values[filter.id] ?? [];
      set(filter.id, filter.isMultiple ? ids : ids.filter((id) => !before.includes(id)));
    },
  }));
  return (
    <div className={styles.filterBar} role="group" aria-label={t('ui.filters')}>
      {search && (
        <SearchField className={styles.filterSearch} label={search.label} hideLabel value={search.value} onChange={search.onChange} placeholder={search.placeholder ?? search.label} />
      )}
      {active.map((filter) => {
        const words = (values[filter.id] ?? []).map((id) => filter.options.find((option) => option.id === id)?.label ?? id);
        return (
          <span key={filter.id} className={styles.chip}>
            <span className={styles.chipName}>{filter.label}</span>
            <span>{words.join(', ')}</span>
            <IconButton icon={CloseIcon} label={t('ui.removeFilter', { name: filter.label })} onPress={() => set(filter.id, [])} />
          </span>
        );
      })}
      {filters.length > 0 && (
        <Menu
          label={t('ui.addFilter')}
          groups={groups}
          trigger={
            <Button icon={FilterIcon} kind="quiet">
              {t('ui.addFilter')}
            </Button>
          }
        />
      )}
      {active.length > 1 && (
        <Button kind="quiet" onPress={() => onChange({})}>
          {t('ui.clearFilters', { count: active.length })}
        </Button>
      )}
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
