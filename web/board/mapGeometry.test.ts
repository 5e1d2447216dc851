import { describe, expect, it } from 'vitest';
import { boxOf, outline, pointOf, spotOf } from './mapGeometry.ts';

describe('the schematic map', () => {
  it('draws as web maps do, and knows the way back', () => {
    expect(spotOf({ latitude: 0, longitude: 10 })).toEqual({ x: 10, y: -0 });
    // The square world ends there.
    expect(spotOf({ latitude: 85.05112878, longitude: 0 }).y).toBeCloseTo(-180, 5);
    // A degree of longitude is half as long as one of latitude.
    expect(spotOf({ latitude: 60, longitude: 0 }).y - spotOf({ latitude: 60.01, longitude: 0 }).y).toBeCloseTo(0.02, 4);
    const there = { latitude: 30.27, longitude: 120.15 };
    expect(pointOf(spotOf(there)).latitude).toBeCloseTo(there.latitude, 10);
    expect(pointOf(spotOf(there)).longitude).toBe(there.longitude);
  });

  it('shows everything, and one point too', () => {
    const box = boxOf([{ x: 1, y: 1 }, { x: 3, y: 2 }]);
    expect(box.left).toBeLessThan(1);
    expect(box.left + box.width).toBeGreaterThan(3);
    expect(boxOf([{ x: 5, y: 5 }])).toMatchObject({ width: 0.02, height: 0.02 });
    expect(boxOf([]).width).toBeGreaterThan(0);
  });

  it('outlines with the outermost points only', () => {
    const square = [{ x: 0, y: 0 }, { x: 2, y: 0 }, { x: 2, y: 2 }, { x: 0, y: 2 }];
    expect(outline([...square, { x: 1, y: 1 }, { x: 1, y: 0 }, { x: 0, y: 0 }])).toHaveLength(4);
    expect(outline([{ x: 0, y: 0 }, { x: 1, y: 1 }, { x: 2, y: 2 }]).length).toBeLessThan(3);
    expect(outline([])).toEqual([]);
  });
});
