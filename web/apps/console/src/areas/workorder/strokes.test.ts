import { expect, test } from 'vitest';
import { strokesOf } from './strokes.ts';

const drawn = (...lines: [number, number][][]) => ({ kind: 'drawn' as const, picture: '', strokes: lines.map((line) => ({ points: line.map(([x, y]) => ({ x, y })) })) as never });

test('a drawing fills the box and keeps its proportions', () => {
  const [line] = strokesOf(drawn([[0, 0], [1000, 100]])) ?? [];
  expect(line).toEqual([10, 71, 590, 129]);
});

test('a small drawing grows to twice its size at most', () => {
  expect(strokesOf(drawn([[5, 5], [25, 15]]))).toEqual([[280, 90, 320, 110]]);
});

test('a dot is no signature', () => {
  expect(strokesOf(drawn([[5, 5]]))).toBeNull();
});

test('a typed name has no strokes', () => {
  expect(strokesOf({ kind: 'typed', name: '李建国' })).toEqual([]);
});

test('a resting pen is thinned and keeps its end', () => {
  const [line] = strokesOf(drawn(Array.from({ length: 9_000 }, (_, x) => [x, 0] as [number, number]))) ?? [];
  expect(line?.length).toBeLessThan(5_000);
  expect(line?.at(-2)).toBe(590);
});
