import { classes } from '@firstfix/ui';
import { WarningIcon } from '@firstfix/ui/icons';
import { memo, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './Board.module.css';
import week from './WeekGrid.module.css';
import { rowHeight } from './BoardTimeline.tsx';
import { windowOf } from './geometry.ts';

/** How full a day of somebody is. */
export interface WeekCell {
  id: string;
  /** Booked of available, more than 1 if it does not fit; none if nothing is available. */
  share: number | null;
  load: string;
  visits: string;
  late: string;
  absence: string;
  /** What a screen reader says, and the tooltip. */
  words: string;
}

export interface WeekRow {
  id: string;
  cells: readonly WeekCell[];
}

export interface WeekGridProps<Row extends WeekRow> {
  label: string;
  days: readonly { id: string; label: string; isToday: boolean }[];
  rows: readonly Row[];
  header: (row: Row) => ReactNode;
  headerTitle: string;
  onOpen: (row: Row, day: string) => void;
}

const headHeight = 30;

/** Engineers from top to bottom, seven days from left to right; a day opens. Draws only the rows in sight. */
export function WeekGrid<Row extends WeekRow>({ label, days, rows, header, headerTitle, onOpen }: WeekGridProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState({ firstRow: 0, endRow: Math.min(rows.length, 24) });
  const [place, setPlace] = useState({ row: 0, column: 0 });
  const wantsFocus = useRef(false);

  const look = () => {
    const element = scroller.current;
    if (!element) return;
    const next = windowOf({ scrollTop: element.scrollTop, scrollLeft: 0, height: element.clientHeight - headHeight, width: 0, rowHeight, rows: rows.length });
    setShown((before) => (before.firstRow === next.firstRow && before.endRow === next.endRow ? before : next));
  };
  useLayoutEffect(look, [rows.length]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    // The cell is a button: its Enter opens the day and is no shortcut of the page.
    if (event.key === 'Enter') event.stopPropagation();
    const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], PageDown: [10, 0], PageUp: [-10, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], Home: [0, -6], End: [0, 6] }[event.key];
    if (!step) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(rows.length - 1, place.row + (step[0] ?? 0)));
    wantsFocus.current = true;
    setPlace({ row, column: Math.max(0, Math.min(days.length - 1, place.column + (step[1] ?? 0))) });
    const element = scroller.current;
    if (!element) return;
    const top = row * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight - headHeight) element.scrollTop = top + rowHeight - element.clientHeight + headHeight + 8;
  };
  const visible = rows.slice(shown.firstRow, shown.endRow).map((row, index) => ({ row, index: shown.firstRow + index }));
  const held = rows[place.row];
  if (held && (place.row < shown.firstRow || place.row >= shown.endRow)) visible.push({ row: held, index: place.row });

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={days.length + 1}
      onScroll={look}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-day]') : null;
        const row = Number(cell?.dataset.row);
        const column = Number(cell?.dataset.column);
        if (cell && (row !== place.row || column !== place.column)) setPlace({ row, column });
      }}
      onClick={(event) => {
        const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-day]') : null;
        const row = cell && rows[Number(cell.dataset.row)];
        if (cell?.dataset.day && row) onOpen(row, cell.dataset.day);
      }}
    >
      <div className={classes(styles.head, week.row)} role="row" aria-rowindex={1}>
        <div className={styles.corner} role="columnheader" aria-colindex={1}>
          {headerTitle}
        </div>
        {days.map((day, index) => (
          <div key={day.id} className={week.dayHead} role="columnheader" aria-colindex={index + 2} data-today={day.isToday || undefined}>
            {day.label}
          </div>
        ))}
      </div>
      <div className={styles.body} role="rowgroup" style={{ height: Math.max(rows.length, 1) * rowHeight }}>
        {visible.map(({ row, index }) => (
          <WeekLine key={row.id} row={row} index={index} header={header} days={days} active={place.row === index ? place.column : null} />
        ))}
      </div>
    </div>
  );
}

interface WeekLineProps<Row extends WeekRow> {
  row: Row;
  index: number;
  header: (row: Row) => ReactNode;
  days: WeekGridProps<Row>['days'];
  active: number | null;
}

function Line<Row extends WeekRow>({ row, index, header, days, active }: WeekLineProps<Row>) {
  return (
    <div className={classes(styles.row, week.row)} role="row" aria-rowindex={index + 2} style={{ transform: `translateY(${index * rowHeight}px)` }}>
      <div className={styles.rowHead} role="rowheader" aria-colindex={1}>
        {header(row)}
      </div>
      {row.cells.map((cell, column) => (
        <div key={cell.id} role="gridcell" aria-colindex={column + 2} className={week.cell} data-today={days[column]?.isToday || undefined}>
          <button
            type="button"
            className={week.day}
            tabIndex={active === column ? 0 : -1}
            data-day={cell.id}
            data-row={index}
            data-column={column}
            data-full={(cell.share ?? 0) > 1 || undefined}
            data-away={(cell.share === null && cell.absence !== '') || undefined}
            title={cell.words}
          >
            <span className="visually-hidden">{cell.words}</span>
            <span className={week.line} aria-hidden="true">
              <span>{cell.load || cell.absence}</span>
              {cell.late !== '' && (
                <span className={week.late}>
                  <WarningIcon size={12} /> {cell.late}
                </span>
              )}
              <span className={week.visits}>{cell.visits}</span>
            </span>
            {cell.share !== null && (
              <span className={week.track} data-absent={cell.absence !== '' || undefined}>
                <span style={{ width: `${Math.min(100, Math.round(cell.share * 100))}%` }} />
              </span>
            )}
          </button>
        </div>
      ))}
    </div>
  );
}

const WeekLine = memo(Line) as typeof Line;
