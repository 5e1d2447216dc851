import { expect, test } from 'vitest';
import { strokesOf } from './strokes.ts';

const canvas = { offsetWidth: 300, offsetHeight: 150 };

test('a line fills the box of the server without being distorted', () => {
  expect(strokesOf([{ points: [{ x: 0, y: 0 }, { x: 150, y: 75 }] }], canvas)).toEqual([[0, 0, 200, 100]]);
});

test('what was drawn over the edge ends at the edge', () => {
  expect(strokesOf([{ points: [{ x: -5, y: 10 }, { x: 900, y: 900 }] }], canvas)).toEqual([[0, 13, 600, 200]]);
});

test('points that fall together count once, and a dot stays a dot', () => {
  expect(strokesOf([{ points: [{ x: 30, y: 30 }, { x: 30.1, y: 30.1 }] }, { points: [] }], canvas)).toEqual([[40, 40]]);
});
