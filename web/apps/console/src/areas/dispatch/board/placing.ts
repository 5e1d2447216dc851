import type { BoardHandle, BoardRow, Target } from '@firstfix/board';
import { onGrid } from '@firstfix/board';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { candidatesQuery, checkQuery, codesOf, useLine } from '../data.ts';
import { useFinding } from '../findings.tsx';

/** What is held by the hand or by the keys. */
export interface Held {
  workOrder: string;
  /** The visit that is moved; none for open work. */
  visit?: string;
  /** Whose seat of it is held, and who else goes. */
  seat?: string;
  others?: readonly string[];
  label: string;
  minutes: number;
  byHand: boolean;
}

interface Placed extends Held {
  row: string;
  from: number;
}

const minute = 60_000;

/**
 * Holding something over the board: with the hand or with arrows. What speaks against a place is asked of the server while it
 * is held; the browser knows no rules.
 */
export function usePlacing(rows: readonly BoardRow[], date: string | undefined, board: RefObject<BoardHandle | null>, onDrop: (held: Held, row: string, crew: string[], from: number) => void) {
  const [placed, setPlaced] = useState<Placed | null>(null);
  const say = useLine();
  const find = useFinding();
  const candidates = useQuery({ ...candidatesQuery(placed?.workOrder ?? '', date), enabled: placed !== null });
  const ofRow = placed && candidates.data?.items.find((one) => [one.engineerCode, ...codesOf(one.crew)].includes(placed.row));
  const crew = placed ? crewAt(placed, ofRow ? [ofRow.engineerCode, ...codesOf(ofRow.crew)] : []) : [];
  const calm = useCalm(placed ? { row: placed.row, from: placed.from } : null, 180);
  const endsAt = placed && new Date(placed.from + placed.minutes * minute).toISOString();
  const isCalm = placed !== null && calm?.row === placed.row && calm.from === placed.from;
  const check = useQuery(checkQuery(placed?.workOrder ?? '', placed?.row ?? '', crew, isCalm ? new Date(placed.from).toISOString() : null, endsAt));

  const take = (held: Held, row: string, from: number) => setPlaced({ ...held, row, from: onGrid(from) });
  const to = (row: string, from: number) => setPlaced((before) => (before && (before.row !== row || before.from !== from) ? { ...before, row, from } : before));
  const leave = () => setPlaced(null);
  const drop = useEffectEvent(() => {
    if (placed) onDrop(placed, placed.row, crew, placed.from);
    setPlaced(null);
  });

  const onPointer = useEffectEvent((event: PointerEvent) => {
    board.current?.nudge(event.clientX, event.clientY);
    const at = board.current?.at(event.clientX, event.clientY);
    if (at) to(at.row, onGrid(at.time - 10 * minute));
  });
  const onUp = useEffectEvent((event: PointerEvent) => {
    if (board.current?.at(event.clientX, event.clientY)) drop();
    else leave();
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!placed) return;
    const index = rows.findIndex((row) => row.id === placed.row);
    const by = (event.shiftKey ? 60 : 15) * minute;
    const next = {
      ArrowDown: () => rows[index + 1] && to(rows[index + 1]?.id ?? placed.row, placed.from),
      ArrowUp: () => rows[index - 1] && to(rows[index - 1]?.id ?? placed.row, placed.from),
      ArrowRight: () => to(placed.row, placed.from + by),
      ArrowLeft: () => to(placed.row, placed.from - by),
      Enter: drop,
      Escape: leave,
    }[event.key];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    next();
  });
  const isHeld = placed !== null;
  const byHand = placed?.byHand ?? false;
  useEffect(() => {
    if (!isHeld) return undefined;
    const key = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', key, { capture: true });
    return () => window.removeEventListener('keydown', key, { capture: true });
  }, [isHeld]);
  useEffect(() => {
    if (!isHeld || !byHand) return undefined;
    const moved = (event: PointerEvent) => onPointer(event);
    const up = (event: PointerEvent) => onUp(event);
    window.addEventListener('pointermove', moved);
    window.addEventListener('pointerup', up);
    return () => {
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('pointerup', up);
    };
  }, [isHeld, byHand]);
  // By the keys: what is held stays in sight.
  const row = placed?.row;
  useEffect(() => {
    if (row && !byHand) board.current?.showRow(row);
  }, [row, byHand, board]);

  const isChecked = placed !== null && isCalm && check.data !== undefined && Date.parse(check.data.startsAt) === placed.from;
  const graded = isChecked ? check.data?.candidate : undefined;
  const findings = isChecked ? (check.data?.findings ?? []) : [];
  const obstacles = graded ? graded.obstacles : ofRow?.verdict === 'IMPOSSIBLE' && !isChecked ? ofRow.obstacles : [];
  const isForbidden = isChecked && check.data?.possible === false;
  const late = graded?.reasons.filter((line) => line.level === 'MONEY') ?? [];
  const reasons = [...new Set([...findings.map((finding) => find(finding, crew.length > 0)), ...obstacles.map(say), ...late.map(say)])];
  const target: Target | null = placed && {
    row: placed.row,
    from: placed.from,
    to: placed.from + placed.minutes * minute,
    label: placed.label,
    verdict: isForbidden || (!isChecked && obstacles.length > 0) ? 'impossible' : reasons.length > 0 ? 'warning' : isChecked ? 'good' : 'asking',
    reasons,
  };
  return { target, held: placed as Held | null, take, leave, isForbidden };
}

/** Who goes with whoever it is held over: the others of a visit; for open work those the server chose for him. */
function crewAt({ row, visit, seat, others = [] }: Placed, candidate: readonly string[]): string[] {
  if (!visit) return candidate.filter((code) => code !== row);
  return others.includes(row) && seat ? [seat, ...others.filter((code) => code !== row)] : [...others];
}

/** What has not changed for so long. */
function useCalm<Value>(value: Value, wait: number): Value {
  const key = JSON.stringify(value);
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(JSON.parse(key) as Value), wait);
    return () => clearTimeout(timer);
  }, [key, wait]);
  return calm;
}
