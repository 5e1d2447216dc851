import { classes, tones } from '@firstfix/ui';
import { AlertIcon, DepotIcon, HourglassIcon, PartsIcon, PinIcon, UsersIcon } from '@firstfix/ui/icons';
import { memo, type CSSProperties, type ReactNode } from 'react';
import styles from './Board.module.css';
import type { BoardBar, BoardHalt, BoardRow, Ghost, Target } from './types.ts';

interface TimelineRowProps {
  row: BoardRow;
  index: number;
  top: number;
  from: number;
  perMs: number;
  left: number;
  right: number;
  now: number;
  header: (row: BoardRow) => ReactNode;
  hourWidth: number;
  /** The bar that Tab reaches; empty for the head of this row; none if it is in another row. */
  active: string | null;
  selected: string | null;
  changed?: ReadonlySet<string>;
  ghosts?: readonly Ghost[];
  isTarget?: Target['verdict'];
}

/** One engineer. Drawn anew only when something of it changes. */
export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { row, index, top, from, perMs, left, right, now, header, hourWidth, active, selected, changed, ghosts, isTarget } = props;
  const inSight = (one: { from: number; to: number }) => (one.to - from) * perMs >= left && (one.from - from) * perMs <= right;
  const place = (one: { from: number; to: number }) => ({ transform: `translateX(${(one.from - from) * perMs}px)`, width: Math.max((one.to - one.from) * perMs, 3) });
  return (
    <div className={styles.row} role="row" aria-rowindex={index + 2} style={{ transform: `translateY(${top}px)` }} data-target={isTarget} data-row={row.id}>
      <div className={styles.rowHead} role="rowheader" aria-colindex={1} tabIndex={active === '' ? 0 : -1} data-head={row.id}>
        {header(row)}
      </div>
      <div className={styles.lane} role="gridcell" aria-colindex={2} style={{ backgroundSize: `${hourWidth}px 100%` }}>
        {row.shades.map((shade) =>
          inSight(shade) ? (
            <span key={shade.id} className={styles.shade} data-kind={shade.kind} style={place(shade)}>
              {shade.label && <span>{shade.label}</span>}
            </span>
          ) : null,
        )}
        {row.halts?.map((halt) => (inSight(halt) ? <Halt key={halt.id} halt={halt} {...place(halt)} /> : null))}
        {row.bars.map((bar) =>
          inSight(bar) || bar.id === active ? (
            <Bar key={bar.id} bar={bar} from={from} perMs={perMs} now={now} isActive={active === bar.id} isSelected={selected === bar.id} isChanged={changed?.has(bar.id) ?? false} />
          ) : null,
        )}
        {ghosts?.map((ghost) => (
          <span key={ghost.id} className={styles.ghost} data-kind={ghost.kind} style={place(ghost)} title={ghost.words}>
            <span aria-hidden="true">{ghost.label}</span>
            <span className="visually-hidden">{ghost.words}</span>
          </span>
        ))}
      </div>
    </div>
  );
});

function Halt({ halt, transform, width }: { halt: BoardHalt; transform: string; width: number }) {
  return (
    <span className={styles.halt} data-halt={halt.kind} style={{ transform, width }} title={halt.words}>
      {halt.kind === 'pickUp' ? (
        <DepotIcon size={20} />
      ) : (
        width > 36 && (
          <span className={styles.haltLabel} aria-hidden="true">
            {halt.label}
          </span>
        )
      )}
      <span className="visually-hidden">{halt.words}</span>
    </span>
  );
}

interface BarProps {
  bar: BoardBar;
  from: number;
  perMs: number;
  now: number;
  isActive: boolean;
  isSelected: boolean;
  isChanged: boolean;
}

const Bar = memo(function Bar({ bar, from, perMs, now, isActive, isSelected, isChanged }: BarProps) {
  const { words } = bar;
  const Sign = tones[bar.tone];
  const width = Math.max((bar.to - bar.from) * perMs, 6);
  const way = bar.travel * perMs;
  return (
    <>
      {way > 3 && <span className={styles.travel} aria-hidden="true" style={{ transform: `translateX(${(bar.from - from) * perMs - way}px)`, width: way }} />}
      <button
        type="button"
        className={classes(styles.bar, styles[bar.tone])}
        style={{ transform: `translateX(${(bar.from - from) * perMs}px)`, width }}
        tabIndex={isActive ? 0 : -1}
        data-bar={bar.id}
        data-selected={isSelected || undefined}
        data-changed={isChanged || undefined}
        data-parts={bar.parts}
        data-orphaned={bar.isOrphaned || undefined}
        data-leaving={bar.isLeaving || undefined}
        data-movable={bar.isMovable || undefined}
        aria-pressed={isSelected}
        aria-label={words}
        title={words}
      >
        {width > 26 && (bar.isOrphaned ? <AlertIcon size={13} /> : <Sign size={13} />)}
        {bar.isCrew && width > 40 && <UsersIcon size={12} className={styles.pin} />}
        {width > 40 && <span className={styles.barLabel}>{bar.label}</span>}
        {bar.parts && width > 54 && (bar.parts === 'waiting' ? <HourglassIcon size={12} className={styles.pin} /> : <PartsIcon size={12} className={styles.pin} />)}
        {bar.isPinned && <PinIcon size={12} className={styles.pin} />}
        {bar.due !== undefined && width > 30 && <Ring due={bar.due} since={bar.since} now={now} />}
      </button>
    </>
  );
});

/** How much time a promise has left: a ring that empties, the minutes beside it when they are few. */
function Ring({ due, since, now }: { due: number; since?: number; now: number }) {
  const left = due - now;
  const whole = Math.max(1, due - (since ?? due - 4 * 3_600_000));
  const share = Math.max(0, Math.min(1, left / whole));
  const band = left < 0 ? 'breached' : share < 0.25 ? 'risk' : 'ok';
  const minutes = Math.round(Math.abs(left) / 60_000);
  // One element, drawn by the style sheet: a board has hundreds. The name of the bar says the deadline in words.
  return (
    <span
      className={styles.ring}
      data-band={band}
      data-minutes={band !== 'ok' && minutes < 600 ? `${left < 0 ? '−' : ''}${minutes}` : undefined}
      style={{ '--left': band === 'breached' ? 1 : share } as CSSProperties}
    />
  );
}
