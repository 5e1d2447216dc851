import { call, type Schema } from '@firstfix/api';
import { useLiveEvents } from '@firstfix/live';
import { replaceEqualDeep, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { boardQuery, type Board } from '../data.ts';

export type Changes = Schema<'BoardScreenChanges'>;

/** Whoever has missed more asks for the whole board; the server says so, too. */
const most = 100;
const atMostEvery = 1_000;
const suggestionsAtMostEvery = 4_000;

/**
 * The board with what has changed. What is the same stays the same object, so that only rows that changed are drawn anew.
 *
 * @returns left: engineers from whose rows a visit has gone and whose row is not in the answer; they have to be asked for
 */
export function withChanges(board: Board, { board: news, visits }: Changes): { board: Board; left: string[] } {
  const fresh = new Map(news.rows.map((row) => [row.code, row]));
  const moved = new Set(visits);
  const left: string[] = [];
  const rows = board.rows.map((row) => {
    const next = fresh.get(row.code);
    if (next) {
      fresh.delete(row.code);
      return replaceEqualDeep(row, next);
    }
    if (!row.bars.some((bar) => moved.has(bar.number))) return row;
    left.push(row.code);
    return { ...row, bars: row.bars.filter((bar) => !moved.has(bar.number)) };
  });
  const all = fresh.size === 0 ? rows : [...rows, ...fresh.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
  return { board: replaceEqualDeep(board, { ...news, rows: all }), left };
}

/**
 * Keeps the board as it is on the server, whatever others do, without asking for all of it: a busy day has thousands of changes.
 * One question at a time, at most one a second.
 */
export class BoardNews {
  private subjects = new Set<string>();
  private engineers = new Set<string>();
  private isAwaited = false;
  private isUnderWay = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private suggested = 0;
  private suggesting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly queries: QueryClient,
    private readonly territory?: string,
    private readonly date?: string,
  ) {}

  private get queryKey() {
    return boardQuery(this.territory, this.date).queryKey;
  }

  /** @param subject the thing that changed; none: what is in danger, or open, may be another */
  hear(subject?: string) {
    if (subject) this.subjects.add(subject);
    this.soon(this.asked + atMostEvery - Date.now());
  }

  stop() {
    clearTimeout(this.timer);
    clearTimeout(this.suggesting);
  }

  private soon(wait: number) {
    if (this.isAwaited) return;
    this.isAwaited = true;
    this.timer = setTimeout(() => void this.ask(), Math.max(0, wait));
  }

  private async ask() {
    this.isAwaited = false;
    // The whole board is on its way: it may have been read before this change.
    if (this.isUnderWay || this.queries.isFetching({ queryKey: this.queryKey }) > 0) {
      this.soon(200);
      return;
    }
    const { subjects, engineers } = this;
    this.subjects = new Set();
    this.engineers = new Set();
    this.asked = Date.now();
    this.isUnderWay = true;
    try {
      if (subjects.size > most || engineers.size > most || !this.queries.getQueryData(this.queryKey)) await this.queries.invalidateQueries({ queryKey: this.queryKey });
      else await this.askFor([...subjects], [...engineers]);
    } catch {
      // As a whole then: the page says when the server cannot be reached.
      void this.queries.invalidateQueries({ queryKey: this.queryKey });
    } finally {
      this.isUnderWay = false;
    }
    this.suggest();
  }

  private async askFor(subject: string[], engineer: string[]) {
    const { territory, date } = this;
    const { data } = await call<Changes>('GET', '/api/v1/board/changes', { query: { territory, date, subject, engineer } });
    const before = this.queries.getQueryData<Board>(this.queryKey);
    if (!before) return;
    const { board, left } = withChanges(before, data);
    this.queries.setQueryData(this.queryKey, board);
    for (const code of left) this.engineers.add(code);
    if (left.length > 0) this.soon(0);
  }

  /** Whom to send is dear to compute: rarely while much happens, and once more when it has become quiet. */
  private suggest() {
    this.suggesting ??= setTimeout(
      () => {
        this.suggesting = undefined;
        this.suggested = Date.now();
        void this.queries.invalidateQueries({ queryKey: ['board-suggestions'] });
      },
      Math.max(0, this.suggested + suggestionsAtMostEvery - Date.now()),
    );
  }
}

export function useBoardNews(territory: string | undefined, date: string | undefined) {
  const queries = useQueryClient();
  const news = useMemo(() => new BoardNews(queries, territory, date), [queries, territory, date]);
  useEffect(() => () => news.stop(), [news]);
  const heard = (event: { subject: string }) => news.hear(event.subject);
  useLiveEvents('appointment.*', heard);
  useLiveEvents('work-order.*', heard);
  useLiveEvents('engineer.*', heard);
  // Of cases and their clocks no row tells; what is in danger is part of every answer.
  useLiveEvents('case.*', () => news.hear());
}
