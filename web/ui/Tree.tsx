import { useText } from '@firstfix/i18n';
import type { ReactNode } from 'react';
import { Button as AriaButton, Collection, Tree as AriaTree, TreeItem, TreeItemContent } from 'react-aria-components';
import { ChevronRightIcon, type Icon } from './icons/index.tsx';
import styles from './Layout.module.css';

export interface TreeNode {
  id: string;
  label: string;
  icon?: Icon;
  /** At the end of the row: counts, a tag. */
  aside?: ReactNode;
  children?: TreeNode[];
}

export interface TreeProps {
  label: string;
  nodes: TreeNode[];
  selected?: string | null;
  onSelect?: (id: string) => void;
  expanded?: Iterable<string>;
  defaultExpanded?: Iterable<string>;
  onExpandedChange?: (ids: Set<string>) => void;
  onOpen?: (id: string) => void;
}

export function Tree({ label, nodes, selected, onSelect, expanded, defaultExpanded, onExpandedChange, onOpen }: TreeProps) {
  return (
    <AriaTree
      aria-label={label}
      className={styles.tree}
      items={nodes}
      selectionMode={onSelect ? 'single' : 'none'}
      selectionBehavior="replace"
      selectedKeys={selected ? [selected] : []}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : keys;
        if (id !== undefined) onSelect?.(String(id));
      }}
      onAction={onOpen && ((key) => onOpen(String(key)))}
      expandedKeys={expanded}
      defaultExpandedKeys={defaultExpanded}
      onExpandedChange={(keys) => onExpandedChange?.(new Set([...keys].map(String)))}
    >
      {node}
    </AriaTree>
  );
}

function node(item: TreeNode) {
  return <Branch key={item.id} item={item} />;
}

function Branch({ item }: { item: TreeNode }) {
  const t = useText();
  const Sign = item.icon;
  return (
    <TreeItem id={item.id} textValue={item.label} className={styles.treeItem}>
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className={styles.treeRow}>
            {hasChildItems ? (
              <AriaButton slot="chevron" className={styles.treeTurn} aria-label={t('ui.tree.expand')}>
                <ChevronRightIcon size={14} />
              </AriaButton>
            ) : (
              <span className={styles.treeLeaf} />
            )}
            {Sign && <Sign />}
            <span className={styles.treeWords}>{item.label}</span>
            {item.aside}
          </div>
        )}
      </TreeItemContent>
      {item.children && <Collection items={item.children}>{node}</Collection>}
    </TreeItem>
  );
}
