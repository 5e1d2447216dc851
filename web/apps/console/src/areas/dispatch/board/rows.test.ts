import { expect, it } from 'vitest';
import type { Board } from '../data.ts';
import { filtered } from './finding.ts';
import { changedBars, toRow, type Words } from './rows.ts';

const bar = (number: string, version = 0): Board['rows'][number]['bars'][number] => ({
  number,
  version,
  status: 'BOOKED',
  startsAt: '2026-11-23T01:00:00Z',
  endsAt: '2026-11-23T02:00:00Z',
  travelMinutes: 20,
  workOrderNumber: 'WO-1',
  subject: 'Disk',
  customerName: 'Huadong',
  siteName: '',
  priority: 'P2',
  dueAt: null,
  releasedAt: '2026-11-23T00:00:00Z',
  pinned: [],
  pinReason: '',
  crew: [],
  crewSize: 1,
  parts: null,
  late: false,
  orphaned: false,
  actions: ['MOVE'],
});

const row = (code: string, ...bars: ReturnType<typeof bar>[]): Board['rows'][number] => ({
  code,
  name: code,
  territory: null,
  active: true,
  skills: [],
  shifts: [],
  absences: [],
  contractor: null,
  workMinutes: 0,
  shiftMinutes: 0,
  silentSince: null,
  bars,
  halts: [],
});

const board = (date: string, ...rows: Board['rows']) => ({ date, rows }) as Board;

it('marks what another has moved, changed or booked, and nothing else', () => {
  const before = board('2026-11-23', row('A', bar('V-1'), bar('V-2')), row('B'));
  const after = board('2026-11-23', row('A', bar('V-1')), row('B', bar('V-2'), bar('V-3')));
  expect([...changedBars(before, after)].sort()).toEqual(['V-2', 'V-3']);
  expect([...changedBars(before, board('2026-11-23', row('A', bar('V-1', 1), bar('V-2')), row('B')))]).toEqual(['V-1']);
});

it('marks nothing when another day is opened', () => {
  expect(changedBars(board('2026-11-23'), board('2026-11-24', row('A', bar('V-1')))).size).toBe(0);
  expect(changedBars(undefined, board('2026-11-24', row('A', bar('V-1')))).size).toBe(0);
});

it('draws a row again only when it is another one', () => {
  const words: Words = { t: (key) => key, time: (at) => at };
  const one = row('A', bar('V-1'));
  expect(toRow(one, words)).toBe(toRow(one, words));
  expect(toRow({ ...one }, words)).not.toBe(toRow(one, words));
});

it('says the break and the pick-up where they are, and at the visit they come before', () => {
  const words: Words = { t: (key, values) => `${key} ${String(values?.before ?? '')}`.trim(), time: (at) => at };
  const halts: Board['rows'][number]['halts'] = [
    { kind: 'PICK_UP', startsAt: '2026-11-23T00:10:00Z', endsAt: '2026-11-23T00:20:00Z', before: 'V-1', depot: { latitude: 30, longitude: 120 } },
    { kind: 'BREAK', startsAt: '2026-11-23T04:00:00Z', endsAt: '2026-11-23T04:45:00Z', before: null, depot: null },
  ];
  const drawn = toRow({ ...row('A', bar('V-1'), bar('V-2')), halts }, words);
  expect(drawn.halts?.map(({ kind, words: said }) => [kind, said])).toEqual([
    ['pickUp', 'dispatch.board.pickUpWords Huadong'],
    ['break', 'dispatch.board.breakWords none'],
  ]);
  expect(drawn.bars.map((one) => one.words.includes('pickUpWords'))).toEqual([true, false]);
});

it('names the colleagues of a crew in the line of each, and marks nothing as changed that is in two lines', () => {
  const crew = [
    { code: 'E1', name: 'Wang' },
    { code: 'E2', name: 'Li' },
  ];
  const shared = () => ({ ...bar('V-1'), crew, crewSize: 3 });
  const words: Words = { t: (key, values) => `${key} ${String(values?.label ?? '')}, ${String(values?.missing ?? '')}`, time: (at) => at };
  const [one, two] = [toRow(row('E1', shared()), words), toRow(row('E2', shared()), words)];
  expect(one.bars[0]?.label).toBe('Huadong · Disk + Li');
  expect(two.bars[0]?.label).toBe('Huadong · Disk + Wang');
  expect(one.bars[0]?.isCrew).toBe(true);
  expect(one.bars[0]?.words).toBe('dispatch.board.bar Huadong · Disk + Li, 1');
  const board = { date: 'd', rows: [row('E1', shared()), row('E2', shared())] } as unknown as Board;
  expect(changedBars(board, board).size).toBe(0);
});

it('leaves those who work that day: with a shift or with a visit', () => {
  const free = row('HZ1');
  const visiting = row('HZ2', bar('V-1'));
  const onShift = { ...row('HZ3'), shifts: [{ id: 'S-1', kind: 'STANDBY' as const, startsAt: '2026-11-23T01:00:00Z', endsAt: '2026-11-23T09:00:00Z' }] };
  const day = [{ ...free, shifts: [] }, { ...visiting, shifts: [] }, onShift];
  expect(filtered(day, { duty: 'on' }).map((one) => one.code)).toEqual(['HZ2', 'HZ3']);
  expect(filtered(day, {})).toBe(day);
});
