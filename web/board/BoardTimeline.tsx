import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { TimelineRow } from './TimelineRow.tsx';
import { sameWindow, windowOf, type Window } from './geometry.ts';
import styles from './Board.module.css';
import type { BoardBar, BoardRow, Ghost, Target } from './types.ts';

export interface BoardHandle {
  /** Row and time under a point of the screen; nothing beside the rows. */
  at: (x: number, y: number) => { row: string; time: number } | null;
  /** Scrolls while something is held at the edge. */
  nudge: (x: number, y: number) => void;
  /** Moves the view to a time; only when the user asks for it. */
  showTime: (time: number) => void;
  showBar: (id: string) => void;
  showRow: (id: string) => void;
  focus: () => void;
}

export interface BoardTimelineProps {
  label: string;
  rows: readonly BoardRow[];
  /** The first and the last moment that is drawn. */
  from: number;
  to: number;
  pixelsPerHour: number;
  now: number;
  hourLabel: (time: number) => string;
  /** What stands in front of a row; must be stable, rows are drawn anew only when they change. */
  header: (row: BoardRow) => ReactNode;
  headerTitle: string;
  /** What the hours above are, for screen readers. */
  hoursTitle: string;
  selected?: string | null;
  changed?: ReadonlySet<string>;
  ghosts?: readonly Ghost[];
  target?: Target | null;
  onSelect: (bar: BoardBar, row: BoardRow) => void;
  /** The hand has taken a bar and begins to move it. */
  onGrab?: (bar: BoardBar, row: BoardRow, at: { x: number; y: number }) => void;
  ref?: Ref<BoardHandle>;
}

export const rowHeight = 44;
const headWidth = 212;
const headHeight = 30;
const hour = 3_600_000;
const noGhosts: readonly Ghost[] = [];

interface Place {
  row: number;
  /** None: the head of the row. */
  bar: string | null;
}

/** Engineers from top to bottom, time from left to right. Draws only what is in sight; native scrolling, no library per bar. */
export function BoardTimeline({
  label,
  rows,
  from,
  to,
  pixelsPerHour,
  now,
  hourLabel,
  header,
  headerTitle,
  hoursTitle,
  selected = null,
  changed,
  ghosts = noGhosts,
  target,
  onSelect,
  onGrab,
  ref,
}: BoardTimelineProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const perMs = pixelsPerHour / hour;
  const width = Math.round((to - from) * perMs);
  const [shown, setShown] = useState<Window>({ firstRow: 0, endRow: Math.min(rows.length, 24), left: 0, right: 1920 });
  const [place, setPlace] = useState<Place>({ row: 0, bar: null });
  const wantsFocus = useRef(false);

  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const next = windowOf({
      scrollTop: element.scrollTop,
      scrollLeft: element.scrollLeft,
      height: element.clientHeight - headHeight,
      width: element.clientWidth - headWidth,
      rowHeight,
      rows: rows.length,
    });
    setShown((before) => (sameWindow(before, next) ? before : next));
  }, [rows.length]);

  useLayoutEffect(look, [look, pixelsPerHour]);
  useEffect(() => {
    const element = scroller.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [look]);

  const showTime = useCallback(
    (time: number) => {
      const element = scroller.current;
      if (element) element.scrollLeft = Math.max(0, (time - from) * perMs - 120);
    },
    [from, perMs],
  );
  const showRow = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element || index < 0) return;
      const top = index * rowHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + rowHeight > element.scrollTop + element.clientHeight - headHeight) element.scrollTop = top + rowHeight - element.clientHeight + headHeight + 8;
    },
    [],
  );

  useImperativeHandle(
    ref,
    () => ({
      at: (x, y) => {
        const box = scroller.current?.getBoundingClientRect();
        if (!box || !scroller.current || x < box.left + headWidth || x > box.right || y < box.top + headHeight || y > box.bottom) return null;
        const row = rows[Math.floor((y - box.top - headHeight + scroller.current.scrollTop) / rowHeight)];
        return row ? { row: row.id, time: from + (x - box.left - headWidth + scroller.current.scrollLeft) / perMs } : null;
      },
      nudge: (x, y) => {
        const element = scroller.current;
        const box = element?.getBoundingClientRect();
        if (!element || !box) return;
        const edge = 36;
        if (x > box.left + headWidth && x < box.right) element.scrollTop += y < box.top + headHeight + edge ? -12 : y > box.bottom - edge ? 12 : 0;
        if (y > box.top && y < box.bottom) element.scrollLeft += x < box.left + headWidth + edge && x > box.left + headWidth ? -16 : x > box.right - edge && x < box.right ? 16 : 0;
      },
      showTime,
      showRow: (id) => showRow(rows.findIndex((row) => row.id === id)),
      showBar: (id) => {
        const index = rows.findIndex((row) => row.bars.some((bar) => bar.id === id));
        const bar = rows[index]?.bars.find((one) => one.id === id);
        if (!bar) return;
        showRow(index);
        const element = scroller.current;
        const x = (bar.from - from) * perMs;
        if (element && (x < element.scrollLeft || x > element.scrollLeft + element.clientWidth - headWidth - 60)) showTime(bar.from);
      },
      focus: () => scroller.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true }),
    }),
    [rows, from, perMs, showTime, showRow],
  );

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const row = rows[place.row];
    const found = place.bar === null ? '[data-head]' : `[data-bar="${CSS.escape(place.bar)}"]`;
    scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row?.id ?? '')}"] ${found}`)?.focus({ preventScroll: true });
  });

  const go = (row: number, bar: string | null) => {
    const index = Math.max(0, Math.min(rows.length - 1, row));
    wantsFocus.current = true;
    setPlace({ row: index, bar });
    showRow(index);
    const found = rows[index]?.bars.find((one) => one.id === bar);
    const element = scroller.current;
    if (found && element) {
      const left = (found.from - from) * perMs;
      if (left < element.scrollLeft || left > element.scrollLeft + element.clientWidth - headWidth - 40) showTime(found.from);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (target || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = rows[place.row];
    const at = row?.bars.findIndex((bar) => bar.id === place.bar) ?? -1;
    const time = row?.bars[at]?.from ?? now;
    const vertical = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (vertical !== undefined) {
      const next = rows[Math.max(0, Math.min(rows.length - 1, place.row + vertical))];
      go(place.row + vertical, place.bar === null ? null : (nearest(next?.bars ?? [], time)?.id ?? null));
    } else if (event.key === 'ArrowRight') go(place.row, row?.bars[at + 1]?.id ?? place.bar);
    else if (event.key === 'ArrowLeft') go(place.row, at > 0 ? (row?.bars[at - 1]?.id ?? null) : null);
    else if (event.key === 'Home') go(event.shiftKey ? 0 : place.row, null);
    else if (event.key === 'End') go(place.row, row?.bars.at(-1)?.id ?? null);
    else return;
    event.preventDefault();
  };

  const grabbed = useRef<{ x: number; y: number; bar: BoardBar; row: BoardRow } | null>(null);
  const find = (element: EventTarget | null) => {
    const id = element instanceof Element ? element.closest<HTMLElement>('[data-bar]')?.dataset.bar : undefined;
    // A visit of a crew is in several rows.
    const code = element instanceof Element ? element.closest<HTMLElement>('[data-row]')?.dataset.row : undefined;
    const row = id === undefined ? undefined : rows.find((one) => one.id === code);
    const bar = row?.bars.find((one) => one.id === id);
    return row && bar ? { row, bar } : null;
  };
  const onPointerDown = (event: PointerEvent) => {
    const found = event.button === 0 ? find(event.target) : null;
    grabbed.current = found?.bar.isMovable ? { x: event.clientX, y: event.clientY, ...found } : null;
  };
  const onPointerMove = (event: PointerEvent) => {
    const held = grabbed.current;
    if (!held || Math.hypot(event.clientX - held.x, event.clientY - held.y) < 5) return;
    grabbed.current = null;
    onGrab?.(held.bar, held.row, { x: event.clientX, y: event.clientY });
  };

  const indexOf = useMemo(() => new Map(rows.map((row, index) => [row.id, index])), [rows]);
  const ghostsOf = useMemo(() => {
    const byRow = new Map<string, Ghost[]>();
    for (const ghost of ghosts) byRow.set(ghost.row, [...(byRow.get(ghost.row) ?? []), ghost]);
    return byRow;
  }, [ghosts]);
  const hours = useMemo(() => Array.from({ length: Math.ceil((to - from) / hour) }, (_, index) => from + index * hour), [from, to]);
  const visible = rows.slice(shown.firstRow, shown.endRow).map((row, index) => ({ row, index: shown.firstRow + index }));
  // The focused row stays in the page while it is out of sight, or the focus would fall to the body.
  const held = rows[place.row];
  if (held && (place.row < shown.firstRow || place.row >= shown.endRow)) visible.push({ row: held, index: place.row });
  const heldBar = held?.bars.some((bar) => bar.id === place.bar) ? place.bar : null;
  const step = pixelsPerHour < 50 ? 2 : 1;

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={2}
      onScroll={look}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (grabbed.current = null)}
      onClick={(event) => {
        const found = find(event.target);
        if (!found) return;
        setPlace({ row: indexOf.get(found.row.id) ?? 0, bar: found.bar.id });
        onSelect(found.bar, found.row);
      }}
      onFocus={(event) => {
        const found = find(event.target);
        if (found && (found.bar.id !== place.bar || found.row.id !== rows[place.row]?.id)) setPlace({ row: indexOf.get(found.row.id) ?? 0, bar: found.bar.id });
      }}
      data-placing={target ? true : undefined}
    >
      <div className={styles.head} role="row" aria-rowindex={1} style={{ width: headWidth + width }}>
        <div className={styles.corner} role="columnheader" aria-colindex={1}>
          {headerTitle}
        </div>
        <div className={styles.hours} role="columnheader" aria-colindex={2}>
          <span className="visually-hidden">{hoursTitle}</span>
          {hours.map((time, index) =>
            index % step === 0 && (time - from) * perMs >= shown.left - 200 && (time - from) * perMs <= shown.right ? (
              <span key={time} aria-hidden="true" style={{ transform: `translateX(${(time - from) * perMs}px)` }}>
                {hourLabel(time)}
              </span>
            ) : null,
          )}
        </div>
      </div>
      <div className={styles.body} role="rowgroup" style={{ height: Math.max(rows.length, 1) * rowHeight, width: headWidth + width }}>
        {visible.map(({ row, index }) => (
          <TimelineRow
            key={row.id}
            row={row}
            index={index}
            top={index * rowHeight}
            from={from}
            perMs={perMs}
            left={shown.left}
            right={shown.right}
            now={now}
            header={header}
            hourWidth={pixelsPerHour}
            active={place.row === index ? (heldBar ?? '') : null}
            selected={selected !== null && row.bars.some((bar) => bar.id === selected) ? selected : null}
            changed={changed && row.bars.some((bar) => changed.has(bar.id)) ? changed : undefined}
            ghosts={ghostsOf.get(row.id)}
            isTarget={target?.row === row.id ? target.verdict : undefined}
          />
        ))}
        {now > from && now < to && <div className={styles.now} aria-hidden="true" style={{ transform: `translateX(${headWidth + (now - from) * perMs}px)` }} />}
        {target && <TargetBar target={target} top={(indexOf.get(target.row) ?? 0) * rowHeight} left={headWidth + (target.from - from) * perMs} width={(target.to - target.from) * perMs} />}
      </div>
    </div>
  );
}

/** What is held, and what speaks against it while it is held. */
function TargetBar({ target, top, left, width }: { target: Target; top: number; left: number; width: number }) {
  return (
    <div className={styles.target} data-verdict={target.verdict} style={{ transform: `translate(${left}px, ${top}px)`, width: Math.max(width, 24) }} aria-hidden="true">
      <span className={styles.targetLabel}>{target.label}</span>
      {target.reasons.length > 0 && (
        <span className={styles.targetReason}>
          {target.reasons.slice(0, 3).map((reason) => (
            <span key={reason}>{reason}</span>
          ))}
        </span>
      )}
    </div>
  );
}

function nearest(bars: readonly BoardBar[], time: number): BoardBar | undefined {
  return bars.reduce<BoardBar | undefined>((best, bar) => (!best || Math.abs(bar.from - time) < Math.abs(best.from - time) ? bar : best), undefined);
}
