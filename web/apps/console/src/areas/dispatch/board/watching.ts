import { replaceEqualDeep } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Board } from '../data.ts';
import { changedBars } from './rows.ts';

const nothing: ReadonlySet<string> = new Set();

/** Calls what stands here now, and is the same for ever: what it is given to is not drawn anew because of it. */
export function useSteady<Arguments extends unknown[], Result>(call: (...given: Arguments) => Result): (...given: Arguments) => Result {
  const latest = useRef(call);
  useLayoutEffect(() => {
    latest.current = call;
  });
  return useCallback((...given: Arguments) => latest.current(...given), []);
}

/** The same object for as long as it says the same. */
export function useSame<Value>(value: Value): Value {
  const [same, setSame] = useState(value);
  const next = replaceEqualDeep(same, value) as Value;
  if (next !== same) setSame(() => next);
  return next;
}

/** Marked for three seconds, then it is no news any more. Found while it is drawn, so that a change and its mark are painted once. */
export function useChanged(data: Board | undefined): ReadonlySet<string> {
  const [before, setBefore] = useState(data);
  const [changed, setChanged] = useState(nothing);
  if (data !== before) {
    setBefore(data);
    const found = data ? changedBars(before, data) : nothing;
    if (found.size > 0) setChanged(found);
  }
  useEffect(() => {
    if (changed.size === 0) return undefined;
    const timer = setTimeout(() => setChanged(nothing), 3_000);
    return () => clearTimeout(timer);
  }, [changed]);
  return changed;
}

export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function useNarrow(): boolean {
  const [query] = useState(() => window.matchMedia('(max-width: 860px)'));
  const [isNarrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    const changed = () => setNarrow(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, [query]);
  return isNarrow;
}
