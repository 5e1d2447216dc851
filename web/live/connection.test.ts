import { expect, test } from 'vitest';
import { Connection, type Signal } from './connection.ts';

class FakeSource extends EventTarget {
  isClosed = false;
  constructor(readonly url: string) {
    super();
  }
  close() {
    this.isClosed = true;
  }
}

function setUp() {
  const sources: FakeSource[] = [];
  const waits: { run: () => void; milliseconds: number }[] = [];
  const told: Signal[] = [];
  const connection = new Connection('/stream', (signal) => told.push(signal), {
    open: (url) => {
      const source = new FakeSource(url);
      sources.push(source);
      return source as unknown as EventSource;
    },
    wait: (run, milliseconds) => waits.push({ run, milliseconds }),
    random: () => 0.5,
  });
  return { sources, waits, told, connection };
}

const event = (id: string) => new MessageEvent('message', { data: JSON.stringify({ id, type: 'case.received', subject: 'C-1', at: '2026-11-21T00:00:00Z' }) });

test('tells what it hears and goes on after the last event', () => {
  const { sources, waits, told, connection } = setUp();
  connection.start();
  expect(sources[0]?.url).toMatch(/^\/stream\?age=1\d{4}$/);
  sources[0]?.dispatchEvent(new Event('open'));
  sources[0]?.dispatchEvent(event('7'));
  expect(told.map((signal) => signal.kind)).toEqual(['state', 'event']);
  sources[0]?.dispatchEvent(new Event('error'));
  expect(told.at(-1)).toMatchObject({ kind: 'state', state: 'down' });
  waits[0]?.run();
  expect(sources[1]?.url).toBe('/stream?after=7');
  sources[1]?.dispatchEvent(new Event('open'));
  expect(told.slice(-2)).toMatchObject([{ kind: 'resync' }, { kind: 'state', state: 'live' }]);
  connection.stop();
});

test('waits longer with every failure, at most about half a minute', () => {
  const { sources, waits, connection } = setUp();
  connection.start();
  for (let round = 0; round < 8; round++) {
    sources.at(-1)?.dispatchEvent(new Event('error'));
    waits.at(-1)?.run();
  }
  expect(waits.map((wait) => wait.milliseconds)).toEqual([1000, 1500, 2500, 4500, 8500, 15_500, 15_500, 15_500]);
  connection.stop();
});

test('ignores what is no event and is silent once stopped', () => {
  const { sources, waits, told, connection } = setUp();
  connection.start();
  sources[0]?.dispatchEvent(new MessageEvent('message', { data: 'no json' }));
  expect(told).toEqual([]);
  connection.stop();
  sources[0]?.dispatchEvent(new Event('error'));
  expect(waits).toEqual([]);
  expect(sources[0]?.isClosed).toBe(true);
});
