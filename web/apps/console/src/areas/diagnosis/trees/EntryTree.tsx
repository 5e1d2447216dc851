import { useNumbers, useText } from '@firstfix/i18n';
import { Card, EmptyState, Tree, type TreeNode } from '@firstfix/ui';
import { SearchIcon, WarningIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { entriesQuery, MOST_CASES, useNames, useTitle, type Entry, type Tab } from './data.ts';
import { branchesOf, holders, pruned, type Branch } from './nodes.ts';
import type { TreesSearch } from './search.ts';
import styles from './trees.module.css';

interface Props {
  tab: Tab;
  entries: Entry[];
  search: TreesSearch;
  onChange: (next: Partial<TreesSearch>) => void;
  onSelect: (code: string) => void;
}

/** The tree on the left. What is open stands in the address; while somebody searches everything that was found is open. */
export function EntryTree({ tab, entries, search, onChange, onSelect }: Props) {
  const t = useText();
  const numbers = useNumbers();
  const title = useTitle();
  const symptoms = useNames(useQuery({ ...entriesQuery('symptoms'), enabled: tab === 'fault-lines' }).data);
  const causes = useNames(useQuery({ ...entriesQuery('causes'), enabled: tab === 'remedies' }).data);
  const text = (search.text ?? '').trim().toLowerCase();
  const shown = useMemo(() => {
    const isWanted = (entry: Entry) =>
      (search.show === 'all' || entry.active || entry.code === search.code) &&
      (search.show !== 'lacking' || entry.lacks.length > 0) &&
      (!text || [entry.code, entry.nameZh, entry.nameEn, entry.wordsZh, entry.wordsEn, entry.questionZh, entry.questionEn].some((words) => words?.toLowerCase().includes(text)));
    return pruned(branchesOf(tab, entries), isWanted);
  }, [tab, entries, text, search.show, search.code]);
  const everything = holders(shown);
  const isSearching = Boolean(text) || search.show === 'lacking';
  const open = isSearching || search.open === undefined ? (isSearching || tab !== 'fault-lines' ? everything : []) : search.open.split(',');
  // Whoever comes by an address sees where the entry stands.
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The rows come a moment after the tree.
    const timer = setTimeout(() => {
      const [card, row] = [frame.current?.firstElementChild, frame.current?.querySelector('[aria-selected="true"]')];
      if (!card || !row) return;
      const [outside, inside] = [card.getBoundingClientRect(), row.getBoundingClientRect()];
      if (inside.top < outside.top || inside.bottom > outside.bottom) card.scrollTop += inside.top - outside.top - outside.height / 3;
    }, 50);
    return () => clearTimeout(timer);
  }, [search.code, tab]);
  const above = shown.filter((branch) => holds(branch, search.code)).flatMap((branch) => pathTo(branch, search.code));
  const headingOf = (heading: string) => {
    if (tab === 'checks') return t(`trees.doneBy.${heading}`);
    if (!heading) return t('trees.withoutSymptom');
    return tab === 'remedies' ? causes(heading) : symptoms(heading);
  };
  const nodeOf = (branch: Branch): TreeNode => {
    const entry = branch.entry;
    return {
      id: branch.id,
      label: entry ? title(entry) : headingOf(branch.heading!),
      icon: entry && entry.lacks.length > 0 && entry.active ? WarningIcon : undefined,
      aside: (
        <span className={styles.aside}>
          {entry && !entry.active && <span>{t('trees.retired')}</span>}
          {entry && entry.lacks.length > 0 && entry.active && <span className="visually-hidden">{t('trees.lacking')}</span>}
          {entry?.cases ? <span title={t('trees.cases', { count: entry.cases })}>{countOf(entry.cases, tab, numbers.number)}</span> : null}
          {!entry && <span>{numbers.number(branch.below.length)}</span>}
          {tab === 'fault-lines' && entry && <span title={t('trees.field.weight')}>{numbers.number(entry.weight ?? 0)}</span>}
        </span>
      ),
      children: branch.below.length > 0 ? branch.below.map(nodeOf) : undefined,
    };
  };
  return (
    <div ref={frame}>
      <Card title={t(`trees.tab.${tab}`)} count={entries.filter((entry) => entry.active).length} className={styles.treeCard}>
        {shown.length === 0 ? (
          <EmptyState icon={SearchIcon} title={t(search.show === 'lacking' && !text ? 'trees.nothingLacks' : 'trees.nothingFound')} />
        ) : (
          <Tree
            label={t(`trees.tab.${tab}`)}
            nodes={shown.map(nodeOf)}
            selected={search.code}
            onSelect={(id) => !id.startsWith('heading:') && onSelect(id)}
            expanded={new Set([...open, ...(search.open === undefined ? above : [])])}
            onExpandedChange={(ids) => !isSearching && onChange({ open: [...ids].filter((id) => everything.includes(id)).join(',') || '-' })}
          />
        )}
      </Card>
    </div>
  );
}

function countOf(cases: number, tab: Tab, number: (value: number) => string) {
  return tab === 'symptoms' && cases >= MOST_CASES ? `${number(MOST_CASES)}+` : number(cases);
}

function holds(branch: Branch, code: string | undefined): boolean {
  return branch.below.some((one) => one.id === code || holds(one, code));
}

function pathTo(branch: Branch, code: string | undefined): string[] {
  return [branch.id, ...branch.below.filter((one) => holds(one, code)).flatMap((one) => pathTo(one, code))];
}
