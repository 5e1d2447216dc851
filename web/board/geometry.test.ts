import { describe, expect, it } from 'vitest';
import { onGrid, sameWindow, windowOf } from './geometry.ts';

const measures = { scrollTop: 0, scrollLeft: 0, height: 600, width: 1000, rowHeight: 40, rows: 200 };

describe('the window of the board', () => {
  it('holds what is in sight and one step more', () => {
    expect(windowOf(measures)).toEqual({ firstRow: 0, endRow: 20, left: 0, right: 1920 });
    expect(windowOf({ ...measures, scrollTop: 1000, scrollLeft: 1000 })).toEqual({ firstRow: 20, endRow: 44, left: 480, right: 2880 });
  });

  it('stays the same while one scrolls a little, and not when one scrolls on', () => {
    expect(sameWindow(windowOf(measures), windowOf({ ...measures, scrollTop: 30, scrollLeft: 100 }))).toBe(true);
    expect(sameWindow(windowOf(measures), windowOf({ ...measures, scrollTop: 400 }))).toBe(false);
  });

  it('never asks for rows that are not there', () => {
    expect(windowOf({ ...measures, rows: 3 })).toMatchObject({ firstRow: 0, endRow: 3 });
    expect(windowOf({ ...measures, rows: 0, scrollTop: 900 })).toMatchObject({ firstRow: 0, endRow: 0 });
  });
});

it('what is dropped stands on a quarter of an hour', () => {
  expect(onGrid(Date.UTC(2026, 10, 23, 8, 7))).toBe(Date.UTC(2026, 10, 23, 8, 0));
  expect(onGrid(Date.UTC(2026, 10, 23, 8, 8))).toBe(Date.UTC(2026, 10, 23, 8, 15));
});
