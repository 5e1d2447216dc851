import { expect, test } from 'vitest';
import { byDay, countdown, dayAfter, recommended, secondsUntil, type Offer } from './slots.ts';

const offer = (date: string, hour: number, rank: number | null = null) =>
  ({ date, startsAt: `${date}T${hour}:00:00Z`, endsAt: `${date}T${hour + 2}:00:00Z`, recommended: rank, possible: true, keepsDeadline: true, wished: false, best: null }) as Offer;

test('windows are grouped by day in the order they came', () => {
  const days = byDay([offer('2026-03-02', 10), offer('2026-03-02', 12), offer('2026-03-03', 10)]);
  expect(days.map((day) => [day.date, day.offers.length])).toEqual([
    ['2026-03-02', 2],
    ['2026-03-03', 1],
  ]);
  expect(byDay([])).toEqual([]);
});

test('the recommended ones stand in their own order', () => {
  expect(recommended([offer('2026-03-02', 10, 2), offer('2026-03-02', 12), offer('2026-03-03', 10, 1)]).map((one) => one.recommended)).toEqual([1, 2]);
});

test('what is over has no seconds left', () => {
  expect(secondsUntil('2026-03-02T10:00:00Z', Date.parse('2026-03-02T09:59:58.500Z'))).toBe(2);
  expect(secondsUntil('2026-03-02T10:00:00Z', Date.parse('2026-03-02T10:01:00Z'))).toBe(0);
});

test('days are counted over the end of a month', () => {
  expect(dayAfter('2026-02-27', 5)).toBe('2026-03-04');
});

test('what is left is told as minutes and seconds', () => {
  expect(countdown(245)).toBe('4:05');
  expect(countdown(9)).toBe('0:09');
});
