import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { createContext, use, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';
import type { LiveEvent } from './connection.ts';
import { join } from './shared.ts';

/** What an area declares: which cached queries an event makes stale. */
export interface LiveRule {
  /** An event type, or its beginning with a star: `case.*`. */
  type: string;
  keys: (event: LiveEvent) => QueryKey[];
}

export interface LiveState {
  state: 'off' | 'connecting' | 'live' | 'down';
  since: number;
}

interface LiveHub extends LiveState {
  listen: (listener: (event: LiveEvent) => void) => () => void;
}

/** Milliseconds without news after which what has come is told; who never stops talking is told every half second. */
const quiet = 150;
const longest = 500;

const LiveContext = createContext<LiveHub>({ state: 'off', since: 0, listen: () => () => undefined });

function fits(pattern: string, type: string) {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}

export function LiveProvider({ enabled, rules, children }: { enabled: boolean; rules: readonly LiveRule[]; children: ReactNode }) {
  const queries = useQueryClient();
  const [connection, setConnection] = useState<LiveState>({ state: 'off', since: Date.now() });
  const listeners = useMemo(() => new Set<(event: LiveEvent) => void>(), []);

  const invalidate = useEffectEvent((events: LiveEvent[]) => {
    // Fifty events in a frame often touch the same list; each key is asked for once.
    const keys = new Map<string, QueryKey>();
    for (const event of events) {
      for (const rule of rules) {
        if (!fits(rule.type, event.type)) continue;
        for (const key of rule.keys(event)) keys.set(JSON.stringify(key), key);
      }
    }
    for (const queryKey of keys.values()) void queries.invalidateQueries({ queryKey });
  });

  useEffect(() => {
    if (!enabled) return undefined;
    let waiting: LiveEvent[] = [];
    let since = 0;
    // A timer, not an animation frame: hidden tabs get no frames and would pile events up.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      const events = waiting;
      waiting = [];
      for (const event of events) for (const listener of listeners) listener(event);
      invalidate(events);
    };
    const leave = join((signal) => {
      if (signal.kind === 'state') setConnection({ state: signal.state, since: signal.since });
      else if (signal.kind === 'resync') void queries.invalidateQueries({ refetchType: 'active' });
      else {
        // Each batch asks the server and draws: what happens together is told together.
        if (waiting.length === 0) since = Date.now();
        waiting.push(signal.event);
        clearTimeout(timer);
        timer = setTimeout(tell, Math.min(quiet, since + longest - Date.now()));
      }
    });
    return () => {
      clearTimeout(timer);
      leave();
      setConnection({ state: 'off', since: Date.now() });
    };
  }, [enabled, queries, listeners]);

  const hub = useMemo<LiveHub>(
    () => ({
      ...connection,
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
    [connection, listeners],
  );
  return <LiveContext value={hub}>{children}</LiveContext>;
}

export function useLive(): LiveState {
  return use(LiveContext);
}

/** For screens that react to an event themselves, such as the ringing call. */
export function useLiveEvents(type: string, react: (event: LiveEvent) => void) {
  const { listen } = use(LiveContext);
  const heard = useEffectEvent((event: LiveEvent) => {
    if (fits(type, event.type)) react(event);
  });
  useEffect(() => listen((event) => heard(event)), [listen]);
}
