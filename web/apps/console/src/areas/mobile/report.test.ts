import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Report } from './data.ts';
import { Writing } from './report.ts';

const report = (part: Partial<Report> = {}): Report => ({ version: 3, signed: false, findings: '', actions: '', advice: '', trueCauses: [], siteConditions: [], outcomeNote: '', predictionRight: null, outcome: null, ...part });

/** A server in a few lines: it keeps one report and refuses what was made from an older one. */
let held: Report;
let isDown = false;
let puts: { version: string | null; body: Partial<Report> }[];

beforeEach(() => {
  localStorage.clear();
  held = report();
  isDown = false;
  puts = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (isDown) throw new TypeError('no network');
    const body = (await request.json()) as Partial<Report>;
    puts.push({ version: request.headers.get('If-Match'), body });
    const json = (status: number, answer: unknown) => new Response(JSON.stringify(answer), { status, headers: { 'content-type': 'application/json' } });
    if (request.headers.get('If-Match') !== `"${held.version}"`) return json(412, { status: 412, code: 'stale', values: { current: held } });
    held = { ...held, ...body, findings: (body.findings ?? '').trim(), version: held.version + 1 };
    return json(200, held);
  });
});
afterEach(() => vi.unstubAllGlobals());

const kept = () => localStorage.getItem('firstfix.visit.W-1.report');

test('a choice is saved at once, with everything the server held beside it', async () => {
  held = report({ advice: 'keep' });
  const writing = new Writing('W-1', held);
  writing.change({ outcome: 'REPAIRED' });
  expect(await writing.flush()).toBe(true);
  expect(puts).toMatchObject([{ version: '"3"', body: { outcome: 'REPAIRED', advice: 'keep' } }]);
  expect(writing.read()).toMatchObject({ state: 'saved', fields: { outcome: 'REPAIRED' } });
});

test('a text stays as it was typed until the cursor leaves it', async () => {
  const writing = new Writing('W-1', held);
  writing.change({ findings: 'dust ' });
  await writing.flush();
  expect(writing.read().fields.findings).toBe('dust ');
  await writing.leave('findings');
  expect(writing.read().fields.findings).toBe('dust');
});

test('what did not get through is there after a reload and goes out then', async () => {
  isDown = true;
  const writing = new Writing('W-1', held);
  writing.change({ findings: 'dust' });
  expect(await writing.flush()).toBe(false);
  writing.stop();
  expect(writing.read().state).toBe('waiting');
  expect(kept()).toContain('dust');
  isDown = false;
  const reloaded = new Writing('W-1', report());
  expect(reloaded.read().fields.findings).toBe('dust');
  expect(await reloaded.flush()).toBe(true);
  expect(held.findings).toBe('dust');
  expect(kept()).toBeNull();
});

test('two people who write different fields both keep their words', async () => {
  const writing = new Writing('W-1', held);
  writing.change({ actions: 'mine' });
  held = report({ version: 4, advice: 'theirs' });
  expect(await writing.flush()).toBe(true);
  expect(held).toMatchObject({ actions: 'mine', advice: 'theirs' });
});

test('two who write the same field are asked, and nothing is overwritten before', async () => {
  const writing = new Writing('W-1', held);
  writing.change({ actions: 'mine' });
  held = report({ version: 4, actions: 'theirs' });
  expect(await writing.flush()).toBe(false);
  expect(writing.read().conflicts).toEqual([{ field: 'actions', mine: 'mine', theirs: 'theirs' }]);
  expect(held.actions).toBe('theirs');
  writing.resolve({ actions: 'theirs' });
  expect(writing.read()).toMatchObject({ fields: { actions: 'theirs' }, conflicts: [] });
  expect(kept()).toBeNull();
});

test('an answer that got lost is no contradiction with oneself', async () => {
  const writing = new Writing('W-1', held);
  writing.change({ actions: 'mine' });
  held = report({ version: 4, actions: 'mine' });
  expect(await writing.flush()).toBe(true);
  expect(writing.read().conflicts).toEqual([]);
});
