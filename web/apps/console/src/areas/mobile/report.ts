import { api, isProblem, take, ifMatch, type ProblemError } from '@firstfix/api';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { completionQuery, workOrderQuery, type Report } from './data.ts';
import { keep, readKept } from './kept.ts';

export type Fields = Pick<Report, 'findings' | 'actions' | 'advice' | 'trueCauses' | 'siteConditions' | 'predictionRight' | 'outcome' | 'outcomeNote'>;
export type Field = keyof Fields;
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'waiting' | 'refused';

interface Draft {
  /** What is shown instead of what the server holds. */
  mine: Partial<Fields>;
  unsaved: Field[];
  /** What the server held when a field was first changed: only who changed the same since then contradicts. */
  before: Partial<Fields>;
}

export interface Contradiction {
  field: Field;
  mine: unknown;
  theirs: unknown;
}

interface Shown {
  fields: Fields;
  state: SaveState;
  problem: ProblemError | null;
  conflicts: Contradiction[];
}

const texts: readonly Field[] = ['findings', 'actions', 'advice', 'outcomeNote'];
const pause = 900;
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
const fieldsOf = ({ findings, actions, advice, trueCauses, siteConditions, predictionRight, outcome, outcomeNote }: Report): Fields => ({ findings, actions, advice, trueCauses, siteConditions, predictionRight, outcome, outcomeNote });

/**
 * The report as it is being written. Choices are saved at once, text after a short pause and when a field is left;
 * until then it is kept in this browser. When somebody else saved meanwhile, both changes are kept unless they are to
 * the same field: then the person decides.
 */
export class Writing {
  private draft: Draft;
  private shown: Shown;
  private state: SaveState;
  private problem: ProblemError | null = null;
  private conflicts: Contradiction[] = [];
  private readonly listeners = new Set<() => void>();
  private running: Promise<boolean> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  onSaved: (report: Report) => void = () => undefined;

  constructor(
    private readonly number: string,
    private server: Report,
  ) {
    this.draft = readKept<Draft>(this.key) ?? { mine: {}, unsaved: [], before: {} };
    this.state = this.draft.unsaved.length > 0 ? 'unsaved' : 'saved';
    this.shown = this.now();
  }

  private get key() {
    return `visit.${this.number}.report`;
  }

  private now(): Shown {
    return { fields: { ...fieldsOf(this.server), ...this.draft.mine }, state: this.state, problem: this.problem, conflicts: this.conflicts };
  }

  private tell() {
    keep(this.key, this.draft.unsaved.length === 0 ? null : this.draft);
    this.shown = this.now();
    for (const listener of this.listeners) listener();
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = () => this.shown;

  /** The server said something newer, perhaps because a colleague wrote. */
  hear(report: Report) {
    if (report.version <= this.server.version) return;
    this.server = report;
    this.tell();
  }

  change(part: Partial<Fields>) {
    const { draft } = this;
    for (const [field, next] of Object.entries(part) as [Field, never][]) {
      if (!draft.unsaved.includes(field)) {
        draft.unsaved = [...draft.unsaved, field];
        (draft.before as Record<string, unknown>)[field] = this.server[field];
      }
      draft.mine[field] = next;
    }
    this.state = 'unsaved';
    this.tell();
    clearTimeout(this.timer);
    if (Object.keys(part).every((field) => texts.includes(field as Field))) this.timer = setTimeout(() => void this.flush(), pause);
    else void this.flush();
  }

  /** The cursor left a text: from now on it shows what the server made of it. */
  async leave(field: Field) {
    await this.flush();
    if (this.draft.unsaved.includes(field)) return;
    delete this.draft.mine[field];
    this.tell();
  }

  /** @returns whether everything is on the server */
  readonly flush = (): Promise<boolean> => {
    clearTimeout(this.timer);
    this.running ??= this.send().finally(() => {
      this.running = null;
      this.tell();
    });
    return this.running;
  };

  private async send(): Promise<boolean> {
    const { draft } = this;
    while (draft.unsaved.length > 0) {
      const sent = Object.fromEntries(draft.unsaved.map((field) => [field, draft.mine[field]])) as Partial<Fields>;
      this.state = 'saving';
      this.tell();
      try {
        const saved: Report = await take(
          api.PUT('/api/v1/work-orders/{number}/report', {
            params: { path: { number: this.number } },
            headers: ifMatch(`"${this.server.version}"`),
            body: { ...fieldsOf(this.server), ...sent },
          }),
        );
        this.failures = 0;
        this.problem = null;
        this.server = saved;
        for (const field of Object.keys(sent) as Field[]) this.settle(field, sent[field], saved);
        this.onSaved(saved);
      } catch (caught) {
        if (isProblem(caught) && caught.isConflict && caught.values.current) {
          if (this.contradicts(caught.values.current as Report)) return false;
        } else {
          this.fail(caught);
          return false;
        }
      }
    }
    this.state = 'saved';
    return true;
  }

  private settle(field: Field, sent: unknown, saved: Report) {
    const { draft } = this;
    if (!same(draft.mine[field], sent)) {
      (draft.before as Record<string, unknown>)[field] = saved[field];
      return;
    }
    draft.unsaved = draft.unsaved.filter((one) => one !== field);
    delete draft.before[field];
    // A text stays as typed while the cursor is in it: the server trims.
    if (!texts.includes(field)) delete draft.mine[field];
  }

  private contradicts(theirs: Report): boolean {
    const { draft } = this;
    this.server = theirs;
    this.conflicts = draft.unsaved
      .filter((field) => !same(theirs[field], draft.before[field]) && !same(theirs[field], draft.mine[field]))
      .map((field) => ({ field, mine: draft.mine[field], theirs: theirs[field] }));
    if (this.conflicts.length > 0) this.state = 'unsaved';
    return this.conflicts.length > 0;
  }

  private fail(caught: unknown) {
    if (isProblem(caught) && !caught.isUndecided && caught.status < 500) {
      this.problem = caught;
      this.state = 'refused';
      return;
    }
    this.state = 'waiting';
    this.timer = setTimeout(() => void this.flush(), Math.min(30_000, 2000 * 2 ** this.failures++));
  }

  resolve(choice: Record<string, 'mine' | 'theirs'>) {
    const { draft } = this;
    for (const [field, whose] of Object.entries(choice) as [Field, 'mine' | 'theirs'][]) {
      if (whose === 'theirs') {
        draft.unsaved = draft.unsaved.filter((one) => one !== field);
        delete draft.mine[field];
        delete draft.before[field];
      } else (draft.before as Record<string, unknown>)[field] = this.server[field];
    }
    this.conflicts = [];
    this.tell();
    void this.flush();
  }

  decideLater() {
    this.conflicts = [];
    this.tell();
  }

  stop() {
    clearTimeout(this.timer);
  }
}

export function useReport(number: string, report: Report) {
  const queries = useQueryClient();
  const [writing] = useState(() => new Writing(number, report));
  const shown = useSyncExternalStore(writing.subscribe, writing.read);
  useEffect(() => writing.hear(report), [writing, report]);
  useEffect(() => {
    writing.onSaved = (saved) => {
      queries.setQueryData(workOrderQuery(number).queryKey, (order) => order && { ...order, report: saved });
      void queries.invalidateQueries({ queryKey: completionQuery(number).queryKey });
    };
    void writing.flush();
    addEventListener('online', writing.flush);
    return () => {
      removeEventListener('online', writing.flush);
      // Leaving the page saves; what does not get through is in this browser.
      void writing.flush();
      writing.stop();
    };
  }, [writing, queries, number]);
  return { ...shown, writing };
}

export type ReportDraft = ReturnType<typeof useReport>;
