import type { BoardBar, BoardHalt, BoardRow, Shade } from '@firstfix/board';
import type { Say } from '@firstfix/i18n';
import { visitTone, type Board, type BoardVisit } from '../data.ts';

type Row = Board['rows'][number];

export interface Words {
  t: Say;
  time: (at: string) => string;
}

const sources = new WeakMap<BoardRow, Row>();
const known = new WeakMap<Row, { words: Words; leaving: ReadonlySet<string>; row: BoardRow }>();
const bars = new WeakMap<BoardVisit, { words: Words; isLeaving: boolean; halts: Row['halts']; bar: BoardBar }>();
const nobody: ReadonlySet<string> = new Set();

/** An engineer as the timeline draws him. The same row gives the same object, so that only what changed is drawn anew. */
export function toRow(row: Row, words: Words, leaving: ReadonlySet<string> = nobody): BoardRow {
  const before = known.get(row);
  if (before?.words === words && before.leaving === leaving) return before.row;
  const made = { id: row.code, name: row.name, shades: shades(row, words), bars: row.bars.map((bar) => toBar(bar, row, words, leaving)), halts: row.halts.map((halt) => toHalt(halt, row, words)) };
  known.set(row, { words, leaving, row: made });
  sources.set(made, row);
  return made;
}

/** What the server said of it. */
export function sourceOf(row: BoardRow): Row | undefined {
  return sources.get(row);
}

function shades(row: Row, { t }: Words): Shade[] {
  return [
    ...row.shifts.map((shift) => ({ id: shift.id, kind: shift.kind === 'STANDBY' ? ('standby' as const) : shift.kind === 'OVERTIME' ? ('overtime' as const) : ('shift' as const), ...span(shift) })),
    ...row.absences.map((absence) => ({ id: absence.id, kind: 'absence' as const, label: t(`dispatch.absence.${absence.reason}`), ...span(absence) })),
  ];
}

function span(of: { startsAt: string; endsAt: string }) {
  return { from: Date.parse(of.startsAt), to: Date.parse(of.endsAt) };
}

function toHalt(halt: Row['halts'][number], row: Row, { t, time }: Words): BoardHalt {
  const isBreak = halt.kind === 'BREAK';
  return {
    id: `${halt.kind} ${halt.startsAt}`,
    kind: isBreak ? 'break' : 'pickUp',
    ...span(halt),
    label: isBreak ? t('dispatch.board.break') : '',
    get words() {
      const bar = row.bars.find((one) => one.number === halt.before);
      const values = { from: time(halt.startsAt), until: time(halt.endsAt), before: bar ? bar.customerName || bar.subject : 'none' };
      return isBreak ? t('dispatch.board.breakWords', values) : t('dispatch.board.pickUpWords', values);
    },
  };
}

function toBar(bar: BoardVisit, row: Row, words: Words, leaving: ReadonlySet<string>): BoardBar {
  const isLeaving = leaving.has(bar.number);
  const halts = row.halts.filter((halt) => halt.before === bar.number);
  const before = bars.get(bar);
  if (before?.words === words && before.isLeaving === isLeaving && before.halts.length === halts.length && halts.every((halt, at) => halt === before.halts[at])) return before.bar;
  const made = makeBar(bar, row.code, words, isLeaving, halts.map((halt) => toHalt(halt, row, words)));
  bars.set(bar, { words, isLeaving, halts, bar: made });
  return made;
}

/** @param halts what comes before it: whoever goes from visit to visit hears of it there */
function makeBar(bar: BoardVisit, engineer: string, { t, time }: Words, isLeaving: boolean, halts: readonly BoardHalt[]): BoardBar {
  const others = bar.crew.filter((one) => one.code !== engineer).map((one) => one.name);
  // What is seen is part of what is heard.
  const label = [[bar.customerName, bar.subject].filter(Boolean).join(' · '), ...others].join(' + ');
  return {
    id: bar.number,
    ...span(bar),
    travel: bar.status === 'DONE' ? 0 : bar.travelMinutes * 60_000,
    tone: visitTone[bar.status],
    label,
    // Said only of what is drawn: a day has thousands of visits, and sentences take longer than bars.
    get words() {
      const own = t('dispatch.board.bar', {
        from: time(bar.startsAt),
        until: time(bar.endsAt),
        label,
        due: bar.dueAt && bar.status !== 'DONE' ? time(bar.dueAt) : 'none',
        status: t(`dispatch.visit.${bar.status}`),
        pinned: bar.pinned.length > 0 ? 'yes' : 'no',
        orphaned: bar.orphaned ? 'yes' : 'no',
        parts: bar.parts ?? 'none',
        missing: !bar.actions.includes('MOVE') ? 0 : Math.max(0, bar.crewSize - Math.max(1, bar.crew.length)),
      });
      return [own, ...halts.map((halt) => halt.words)].join(t('dispatch.board.alsoSaid'));
    },
    due: bar.dueAt && bar.status !== 'DONE' ? Date.parse(bar.dueAt) : undefined,
    since: Date.parse(bar.releasedAt),
    parts: bar.parts === 'WAITING' ? 'waiting' : bar.parts === 'CARRIED' ? 'carried' : undefined,
    isCrew: bar.crewSize > 1 || bar.crew.length > 1,
    isPinned: bar.pinned.length > 0,
    isOrphaned: bar.orphaned,
    isMovable: bar.actions.includes('MOVE'),
    isLeaving,
  };
}

/** What the eye must be led to: visits whose version or place is another than before. */
export function changedBars(before: Board | undefined, after: Board): Set<string> {
  const changed = new Set<string>();
  if (!before || before.date !== after.date) return changed;
  const seen = new Map<string, number>();
  for (const row of before.rows) for (const bar of row.bars) seen.set(`${row.code} ${bar.number}`, bar.version);
  for (const row of after.rows) for (const bar of row.bars) if (seen.get(`${row.code} ${bar.number}`) !== bar.version) changed.add(bar.number);
  return changed;
}
