import { useDates, useText } from '@firstfix/i18n';
import { Button, classes, EmptyState, ErrorState, IconButton, Menu, toast, useShortcut } from '@firstfix/ui';
import { ArrowDownIcon, ArrowUpIcon, CloseIcon, ColumnsIcon } from '@firstfix/ui/icons';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  memo,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { asTable, useColumns, type Column, type Sort } from './columns.ts';
import styles from './DataGrid.module.css';

/** What `usePages` returns; anything of this shape will do. */
export interface GridSource<Row> {
  items: Row[];
  isLoading?: boolean;
  isRefreshing?: boolean;
  error?: unknown;
  hasMore?: boolean;
  isLoadingMore?: boolean;
  loadMore?: () => unknown;
  reload?: () => unknown;
  loadedAt?: number;
}

export interface DataGridProps<Row> {
  /** What the list is, for screen readers. */
  label: string;
  source: GridSource<Row>;
  columns: Column<Row>[];
  rowId: (row: Row) => string;
  onOpen?: (row: Row) => void;
  /** Told when the user moves to another row; for a preview beside the list. */
  onActive?: (row: Row) => void;
  sort?: Sort;
  /** The server sorts; put it into the address. */
  onSort?: (sort: Sort) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** Buttons for the selected rows. */
  bulk?: (selected: ReadonlySet<string>) => ReactNode;
  empty?: ReactNode;
  /** Remembers widths and hidden columns under this name. */
  name?: string;
  /** All rows there are, when the server knows. */
  total?: number;
  /** Rows that changed by themselves; marked for three seconds. */
  changed?: ReadonlySet<string>;
}

interface Place {
  /** -1 is the header. */
  row: number;
  column: number;
}

const narrowest = 56;

export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, source, columns, rowId, onOpen, onActive, sort, onSort, selected, onSelect, bulk, empty, name, total, changed } = props;
  const t = useText();
  const dates = useDates();
  const rows = source.items;
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>({ row: rows.length > 0 ? 0 : -1, column: 0 });
  const [rowHeight, setRowHeight] = useState(32);
  const anchor = useRef<number | null>(null);
  const wantsFocus = useRef(false);
  const { visible, widthOf, hidden, setWidth, setHidden } = useColumns(columns, name);
  const offset = onSelect ? 1 : 0;
  const columnCount = visible.length + offset;
  const active = Math.min(place.row, rows.length - 1);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // The height of a row is the density's, wherever the grid stands.
    setRowHeight(Number.parseInt(getComputedStyle(element).getPropertyValue('--row'), 10) || 32);
  }, []);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The focused row stays in the page while it is out of sight, or the focus would fall to the body.
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range);
        return active < 0 || shown.includes(active) ? shown : [...shown, active].sort((a, b) => a - b);
      },
      [active],
    ),
    scrollPaddingStart: rowHeight + 2,
    scrollPaddingEnd: 8,
    initialRect: { width: 800, height: 600 },
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const lines = virtual.getVirtualItems();

  const last = lines.at(-1)?.index ?? 0;
  const { hasMore, isLoadingMore } = source;
  const more = useEffectEvent(() => source.loadMore?.());
  useEffect(() => {
    if (hasMore && !isLoadingMore && rows.length > 0 && last >= rows.length - 30) more();
  }, [hasMore, isLoadingMore, last, rows.length]);

  const template = useMemo(() => {
    // Somebody must take the rest of the width, or the lines end in the middle of the page.
    const growing = visible.some((column) => column.grows) ? undefined : visible.at(-1)?.id;
    const widths = visible.map((column) => (column.grows || column.id === growing ? `minmax(${widthOf(column)}px, 1fr)` : `${widthOf(column)}px`));
    // The last track keeps the column menu's place free.
    return [...(offset ? ['44px'] : []), ...widths, '36px'].join(' ');
  }, [visible, widthOf, offset]);

  const focusPlace = useEffectEvent(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-row="${active}"] > [data-column="${place.column}"]`)?.focus({ preventScroll: true });
  });
  useEffect(() => focusPlace());

  const go = useCallback(
    (to: Place) => {
      const next = { row: Math.max(-1, Math.min(to.row, rows.length - 1)), column: Math.max(0, Math.min(to.column, columnCount - 1)) };
      wantsFocus.current = true;
      setPlace(next);
      if (next.row >= 0) {
        virtual.scrollToIndex(next.row, { align: 'auto' });
        const row = rows[next.row];
        if (row !== undefined && next.row !== active) onActive?.(row);
      }
    },
    [rows, columnCount, virtual, onActive, active],
  );

  const group = t('grid.keys');
  useShortcut('J', t('grid.next'), group, () => go({ row: active + 1, column: place.column }));
  useShortcut('K', t('grid.previous'), group, () => go({ row: Math.max(0, active - 1), column: place.column }));

  const toggle = useCallback(
    (index: number, withRange: boolean) => {
      const row = rows[index];
      if (!onSelect || row === undefined) return;
      const next = new Set(selected);
      if (withRange && anchor.current !== null) {
        const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
        for (const between of rows.slice(from, to + 1)) next.add(rowId(between));
      } else {
        const id = rowId(row);
        if (!next.delete(id)) next.add(id);
        anchor.current = index;
      }
      onSelect(next);
    },
    [rows, selected, onSelect, rowId],
  );

  const sortBy = (column: Column<Row>) => {
    if (!column.isSortable || !onSort) return;
    onSort({ column: column.id, direction: sort?.column === column.id && sort.direction === 'ascending' ? 'descending' : 'ascending' });
  };

  const copy = () => {
    const chosen = selected && selected.size > 0 ? rows.filter((row) => selected.has(rowId(row))) : rows.slice(Math.max(active, 0), Math.max(active, 0) + 1);
    if (chosen.length === 0) return;
    void navigator.clipboard.writeText(asTable(visible, chosen)).then(
      () => toast({ kind: 'success', text: t('grid.copied', { count: chosen.length }) }),
      () => toast({ kind: 'error', text: t('grid.copyFailed') }),
    );
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement;
    // Keys inside a control in a cell belong to that control; Escape comes back to the cell.
    const cell = target.closest<HTMLElement>('[data-column]');
    if (target !== cell) {
      if (event.key === 'Escape') cell?.focus();
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 600) / rowHeight) - 2);
    const { row, column } = { row: active, column: place.column };
    const header = row < 0 ? visible[column - offset] : undefined;
    const mod = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'ArrowDown':
        go({ row: row + 1, column });
        break;
      case 'ArrowUp':
        go({ row: row - 1, column });
        break;
      case 'ArrowRight':
        if (header && event.shiftKey) setWidth(header.id, widthOf(header) + 16);
        else go({ row, column: column + 1 });
        break;
      case 'ArrowLeft':
        if (header && event.shiftKey) setWidth(header.id, Math.max(narrowest, widthOf(header) - 16));
        else go({ row, column: column - 1 });
        break;
      case 'Home':
        go(mod ? { row: 0, column: 0 } : { row, column: 0 });
        break;
      case 'End':
        go(mod ? { row: rows.length - 1, column: columnCount - 1 } : { row, column: columnCount - 1 });
        break;
      case 'PageDown':
        go({ row: row + page, column });
        break;
      case 'PageUp':
        go({ row: Math.max(0, row - page), column });
        break;
      case 'Enter': {
        const current = rows[row];
        if (header) sortBy(header);
        else if (current !== undefined) onOpen?.(current);
        break;
      }
      case ' ':
        if (row >= 0) toggle(row, event.shiftKey);
        else if (header) sortBy(header);
        break;
      case 'F2':
        target.querySelector<HTMLElement>('a,button,input,[tabindex]')?.focus();
        break;
      case 'a':
        if (!mod || !onSelect) return;
        onSelect(new Set(rows.map(rowId)));
        break;
      case 'c':
        if (!mod || getSelection()?.isCollapsed === false) return;
        copy();
        break;
      case 'Escape':
        if (!selected?.size) return;
        onSelect?.(new Set());
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const latest = useRef({ rows, go, toggle, onOpen });
  useEffect(() => {
    latest.current = { rows, go, toggle, onOpen };
  });
  // One handler for all lines, stable, so that a line is drawn again only when its own data changed.
  const onLineClick = useCallback((event: MouseEvent<HTMLElement>) => {
    const line = event.currentTarget;
    const target = event.target as HTMLElement;
    const index = Number(line.dataset.row);
    const column = Number(target.closest<HTMLElement>('[data-column]')?.dataset.column ?? 0);
    const { rows: now, go: move, toggle: turn, onOpen: open } = latest.current;
    if (target.closest('label')) {
      event.preventDefault();
      turn(index, event.shiftKey);
      return;
    }
    if (target.closest('a,button,input')) return;
    move({ row: index, column });
    if (event.ctrlKey || event.metaKey || event.shiftKey) turn(index, event.shiftKey);
    // Marking text with the mouse must not open the row.
    else if (getSelection()?.isCollapsed !== false && now[index] !== undefined) open?.(now[index]);
  }, []);

  const isEmpty = rows.length === 0;
  const state =
    isEmpty && source.error ? (
      <ErrorState error={source.error} onRetry={source.reload && (() => void source.reload?.())} />
    ) : isEmpty && source.isLoading ? (
      <Waiting />
    ) : isEmpty ? (
      (empty ?? <EmptyState title={t('grid.empty')} />)
    ) : null;

  const allSelected = rows.length > 0 && rows.every((row) => selected?.has(rowId(row)));

  return (
    <div className={styles.wrap}>
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        className={styles.grid}
        aria-label={label}
        aria-rowcount={total === undefined ? (hasMore ? -1 : rows.length + 1) : total + 1}
        aria-colcount={columnCount}
        aria-multiselectable={onSelect ? true : undefined}
        aria-busy={source.isLoading || source.isRefreshing || undefined}
        data-empty={isEmpty || undefined}
        style={{ '--columns': template } as CSSProperties}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row} data-row={-1}>
            {offset === 1 && (
              <div role="columnheader" aria-colindex={1} data-column={0} tabIndex={active < 0 && place.column === 0 ? 0 : -1} className={classes(styles.headCell, styles.check)}>
                <label>
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={t('grid.selectAll')}
                    checked={allSelected}
                    ref={(box) => {
                      if (box) box.indeterminate = !allSelected && Boolean(selected?.size);
                    }}
                    onChange={() => onSelect?.(allSelected ? new Set() : new Set(rows.map(rowId)))}
                  />
                </label>
              </div>
            )}
            {visible.map((column, position) => {
              const order = sort?.column === column.id ? sort.direction : undefined;
              const at = position + offset;
              return (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid handles the keys
                <div
                  key={column.id}
                  role="columnheader"
                  aria-colindex={at + 1}
                  aria-sort={column.isSortable && onSort ? (order ?? 'none') : undefined}
                  data-column={at}
                  tabIndex={active < 0 && place.column === at ? 0 : -1}
                  className={classes(styles.headCell, column.align === 'end' && styles.end, column.isSortable && onSort && styles.sortable, order && styles.sorted)}
                  onClick={() => sortBy(column)}
                  onFocus={() => active >= 0 && setPlace({ row: -1, column: at })}
                >
                  <span>{column.header}</span>
                  {order && (order === 'ascending' ? <ArrowUpIcon size={12} /> : <ArrowDownIcon size={12} />)}
                  <Resizer width={widthOf(column)} least={column.minWidth ?? narrowest} onWidth={(width) => setWidth(column.id, width)} />
                </div>
              );
            })}
          </div>
        </div>
        {!isEmpty && (
          <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() + (hasMore ? rowHeight : 0) }}>
            {lines.map(({ index, start }) => {
              const row = rows[index];
              if (row === undefined) return null;
              const id = rowId(row);
              return (
                <Line
                  key={id}
                  row={row as unknown}
                  index={index}
                  start={start}
                  columns={visible as Column<unknown>[]}
                  offset={offset}
                  // Only the active line knows the column; the others need not be drawn again when it moves.
                  focusColumn={index === active ? place.column : -1}
                  isSelected={onSelect ? Boolean(selected?.has(id)) : undefined}
                  isOpenable={Boolean(onOpen)}
                  isChanged={changed?.has(id) ?? false}
                  selectLabel={t('grid.selectRow')}
                  onClick={onLineClick}
                />
              );
            })}
          </div>
        )}
      </div>
      {state && <div className={styles.state}>{state}</div>}
      <div className={styles.columns}>
        <Menu
          label={t('grid.columns')}
          placement="bottom end"
          trigger={<IconButton icon={ColumnsIcon} label={t('grid.columns')} />}
          groups={[
            {
              id: 'columns',
              label: t('grid.columns'),
              selection: 'multiple',
              entries: columns.map((column) => ({ id: column.id, label: column.header, isDisabled: column.isRowHeader })),
              selected: columns.filter((column) => !hidden.includes(column.id)).map((column) => column.id),
              onSelect: (shown) => setHidden(columns.filter((column) => !shown.includes(column.id) && !column.isRowHeader).map((column) => column.id)),
            },
          ]}
        />
      </div>
      {selected && selected.size > 0 && (
        <div className={styles.bulk}>
          <div className={styles.bulkBar} role="toolbar" aria-label={t('grid.bulk')}>
            <strong role="status">{t('grid.selected', { count: selected.size })}</strong>
            {bulk?.(selected)}
            <Button kind="quiet" onPress={copy}>
              {t('grid.copy')}
            </Button>
            <IconButton icon={CloseIcon} label={t('grid.clearSelection')} onPress={() => onSelect?.(new Set())} />
          </div>
        </div>
      )}
      {!isEmpty && (
        <div className={styles.foot}>
          <span role="status">
            {source.isLoadingMore ? t('grid.loadingMore') : total === undefined ? t(hasMore ? 'grid.countMore' : 'grid.count', { count: rows.length }) : t('grid.countOf', { count: rows.length, total })}
          </span>
          {Boolean(source.error) && (
            <>
              <span>{t('grid.stale')}</span>
              <Button kind="quiet" onPress={() => void source.reload?.()}>
                {t('common.retry')}
              </Button>
            </>
          )}
          {source.loadedAt ? <span>{t('grid.asOf', { time: dates.time(source.loadedAt) })}</span> : null}
        </div>
      )}
    </div>
  );
}

interface LineProps {
  row: unknown;
  index: number;
  start: number;
  columns: Column<unknown>[];
  offset: number;
  focusColumn: number;
  isSelected: boolean | undefined;
  isOpenable: boolean;
  isChanged: boolean;
  selectLabel: string;
  onClick: (event: MouseEvent<HTMLElement>) => void;
}

const Line = memo(function Line({ row, index, start, columns, offset, focusColumn, isSelected, isOpenable, isChanged, selectLabel, onClick }: LineProps) {
  return (
    // The keys are handled once, on the grid.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classes(styles.row, styles.line)}
      style={{ transform: `translateY(${start}px)` }}
      data-row={index}
      data-active={focusColumn >= 0 || undefined}
      data-openable={isOpenable || undefined}
      data-changed={isChanged || undefined}
      onClick={onClick}
    >
      {offset === 1 && (
        <div role="gridcell" aria-colindex={1} data-column={0} tabIndex={focusColumn === 0 ? 0 : -1} className={classes(styles.cell, styles.check)}>
          <label>
            <input type="checkbox" tabIndex={-1} aria-label={selectLabel} checked={isSelected ?? false} readOnly />
          </label>
        </div>
      )}
      {columns.map((column, position) => {
        const at = position + offset;
        return (
          <div
            key={column.id}
            role={column.isRowHeader ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            data-column={at}
            tabIndex={focusColumn === at ? 0 : -1}
            className={classes(styles.cell, column.align === 'end' && styles.end, column.isRowHeader && styles.rowHeader)}
            title={column.text?.(row)}
          >
            <span>{column.cell(row)}</span>
          </div>
        );
      })}
    </div>
  );
});

/** For the mouse; with the keyboard it is Shift and an arrow on the column's header. */
function Resizer({ width, least, onWidth }: { width: number; least: number; onWidth: (width: number) => void }) {
  const start = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const from = event.clientX;
    element.setPointerCapture(event.pointerId);
    const move = (next: globalThis.PointerEvent) => onWidth(Math.max(least, Math.round(width + next.clientX - from)));
    element.addEventListener('pointermove', move);
    element.addEventListener('lostpointercapture', () => element.removeEventListener('pointermove', move), { once: true });
  };
  return <span className={styles.resize} aria-hidden="true" onPointerDown={start} onClick={(event) => event.stopPropagation()} />;
}

const waitingWidths = [62, 48, 71, 55, 66, 40, 58, 69];

function Waiting() {
  const t = useText();
  return (
    <div className={styles.waiting} role="status">
      <span className="visually-hidden">{t('common.loading')}</span>
      {waitingWidths.map((width) => (
        <div key={width} className={styles.waitingRow} aria-hidden="true">
          <span style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  );
}
