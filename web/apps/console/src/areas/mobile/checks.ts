import { api, isProblem, take, type ProblemError } from '@firstfix/api';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { completionQuery, workOrderQuery, type Check } from './data.ts';
import { keep, readKept } from './kept.ts';

export type CheckAnswer = NonNullable<Check['answer']>;

export interface Given {
  answer: CheckAnswer | null;
  reading: number | null;
  note: string;
}

export interface Unsaved extends Given {
  since: number;
  /** The server refused it; it waits for a correction. */
  problem?: ProblemError;
}

export interface ChecksState {
  unsaved: ReadonlyMap<number, Unsaved>;
  /** The network failed; it is tried again by itself. */
  isWaiting: boolean;
}

/** What is younger needs no time of its own: the server's clock says when it happened. */
const fresh = 30_000;

/** Taps on their way to the server: one at a time, the newest of a line wins, nothing is lost by a reload. */
class Outbox {
  private unsaved: Map<number, Unsaved>;
  private state: ChecksState;
  private readonly listeners = new Set<() => void>();
  private isRunning = false;
  private isWaiting = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  onSaved: (check: Check) => void = () => undefined;

  constructor(private readonly number: string) {
    this.unsaved = new Map((readKept<[number, Unsaved][]>(this.key) ?? []).map(([position, given]) => [position, { ...given, problem: undefined }]));
    this.state = { unsaved: this.unsaved, isWaiting: false };
  }

  private get key() {
    return `visit.${this.number}.checks`;
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = () => this.state;

  private tell() {
    this.state = { unsaved: new Map(this.unsaved), isWaiting: this.isWaiting };
    keep(this.key, this.unsaved.size === 0 ? null : [...this.unsaved].map(([position, given]) => [position, { ...given, problem: undefined }]));
    for (const listener of this.listeners) listener();
  }

  put(position: number, given: Given) {
    this.unsaved.set(position, { ...given, since: Date.now() });
    this.tell();
    this.run();
  }

  drop(position: number) {
    this.unsaved.delete(position);
    this.tell();
  }

  readonly run = () => {
    clearTimeout(this.timer);
    if (!this.isRunning) void this.send();
  };

  private async send() {
    this.isRunning = true;
    try {
      for (;;) {
        const next = [...this.unsaved].find(([, given]) => !given.problem);
        if (!next) break;
        const [position, given] = next;
        try {
          const { answer, reading, note, since } = given;
          const check = (await take(
            api.PUT('/api/v1/work-orders/{number}/checklist/{position}', {
              params: { path: { number: this.number, position } },
              body: { answer, reading, note, ...(Date.now() - since > fresh ? { at: new Date(since).toISOString() } : {}) },
            }),
          )) as Check;
          this.failures = 0;
          this.isWaiting = false;
          if (this.unsaved.get(position) === given) this.unsaved.delete(position);
          this.onSaved(check);
        } catch (problem) {
          if (isProblem(problem) && !problem.isUndecided && problem.status < 500) {
            if (this.unsaved.get(position) === given) this.unsaved.set(position, { ...given, problem });
          } else {
            this.isWaiting = true;
            this.timer = setTimeout(this.run, Math.min(30_000, 1000 * 2 ** this.failures++));
            break;
          }
        }
        this.tell();
      }
    } finally {
      this.isRunning = false;
      this.tell();
    }
  }
}

const outboxes = new Map<string, Outbox>();

function outboxOf(number: string): Outbox {
  let found = outboxes.get(number);
  if (!found) {
    found = new Outbox(number);
    outboxes.set(number, found);
  }
  return found;
}

export function useChecks(number: string) {
  const queries = useQueryClient();
  const outbox = useState(() => outboxOf(number))[0];
  const state = useSyncExternalStore(outbox.subscribe, outbox.read);
  useEffect(() => {
    outbox.onSaved = (check) => {
      queries.setQueryData(workOrderQuery(number).queryKey, (order) => order && { ...order, checklist: order.checklist.map((one) => (one.position === check.position ? check : one)) });
      void queries.invalidateQueries({ queryKey: completionQuery(number).queryKey });
    };
    outbox.run();
    addEventListener('online', outbox.run);
    return () => removeEventListener('online', outbox.run);
  }, [outbox, queries, number]);
  return { ...state, put: (position: number, given: Given) => outbox.put(position, given), drop: (position: number) => outbox.drop(position) };
}
