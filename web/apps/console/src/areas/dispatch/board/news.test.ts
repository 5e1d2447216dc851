import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { boardQuery, type Board } from '../data.ts';
import { BoardNews, withChanges, type Changes } from './news.ts';

const row = (code: string, ...numbers: string[]) => ({ code, name: code, bars: numbers.map((number) => ({ number, version: 0 })) }) as unknown as Board['rows'][number];
const board = (...rows: Board['rows']) => ({ date: '2026-11-23', rows, jobs: [{ number: 'WO-9' }], atRisk: [] }) as unknown as Board;
const changes = (visits: string[], ...rows: Board['rows']): Changes => ({ board: board(...rows), visits });

it('changes the rows that are told of and leaves all others the very same', () => {
  const before = board(row('A', 'V-1'), row('B', 'V-2'), row('C'));
  const { board: after, left } = withChanges(before, changes(['V-2'], row('B', 'V-2', 'V-3')));
  expect(after.rows.map((one) => one.bars.map((bar) => bar.number))).toEqual([['V-1'], ['V-2', 'V-3'], []]);
  expect(after.rows[0]).toBe(before.rows[0]);
  expect(after.rows[2]).toBe(before.rows[2]);
  expect(after.jobs).toBe(before.jobs);
  expect(left).toEqual([]);
});

it('takes a visit out of the row it has left and names the row', () => {
  const before = board(row('A', 'V-1', 'V-2'), row('B'));
  const { board: after, left } = withChanges(before, changes(['V-1'], row('B', 'V-1')));
  expect(after.rows.map((one) => one.bars.map((bar) => bar.number))).toEqual([['V-2'], ['V-1']]);
  expect(left).toEqual(['A']);
});

it('is the same board when nothing has changed', () => {
  const before = board(row('A', 'V-1'));
  expect(withChanges(before, changes(['V-1'], row('A', 'V-1'))).board).toBe(before);
});

it('gives a new engineer his place by his code', () => {
  const { board: after } = withChanges(board(row('A'), row('C')), changes([], row('B')));
  expect(after.rows.map((one) => one.code)).toEqual(['A', 'B', 'C']);
});

describe('hearing of changes', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function house(answer: (url: URL) => Changes) {
    vi.useFakeTimers();
    const asked: URL[] = [];
    vi.stubGlobal('fetch', async (request: Request) => {
      asked.push(new URL(request.url));
      return new Response(JSON.stringify(answer(new URL(request.url))), { headers: { 'content-type': 'application/json' } });
    });
    const queries = new QueryClient();
    const { queryKey } = boardQuery();
    queries.setQueryData(queryKey, board(row('A', 'V-1'), row('B')));
    return { asked, news: new BoardNews(queries), rows: () => queries.getQueryData<Board>(queryKey)?.rows.map((one) => one.bars.map((bar) => bar.number)) };
  }

  it('asks once for many changes, and at most once a second for those that follow', async () => {
    const { asked, news } = house(() => changes([]));
    for (let change = 0; change < 25; change++) news.hear(`id-${change}`);
    await vi.advanceTimersByTimeAsync(50);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.pathname).toBe('/api/v1/board/changes');
    expect(asked[0]?.searchParams.getAll('subject')).toHaveLength(25);
    for (let change = 0; change < 9; change++) {
      news.hear(`id-${change}`);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toHaveLength(2);
    news.stop();
  });

  it('asks again for the row that somebody has left', async () => {
    const { asked, news, rows } = house((url) => (url.searchParams.has('engineer') ? changes([], row('A')) : changes(['V-1'], row('B', 'V-1'))));
    news.hear('id-1');
    await vi.advanceTimersByTimeAsync(500);
    expect(rows()).toEqual([[], ['V-1']]);
    expect(asked.map((url) => url.searchParams.getAll('engineer'))).toEqual([[], ['A']]);
    news.stop();
  });

  it('says nothing any more once it is stopped', async () => {
    const { asked, news } = house(() => changes([]));
    news.hear('id-1');
    news.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toHaveLength(0);
  });
});
