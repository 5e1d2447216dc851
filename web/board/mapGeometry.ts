/** Degrees WGS-84. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** A point of the drawing, in its own units: one is one degree of longitude, north is up. */
export interface Spot {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const toRadians = Math.PI / 180;

/** As web maps draw the earth, so that their tiles fit beneath. */
export function spotOf({ latitude, longitude }: Point): Spot {
  return { x: longitude, y: -Math.asinh(Math.tan(latitude * toRadians)) / toRadians };
}

export function pointOf({ x, y }: Spot): Point {
  return { latitude: Math.atan(Math.sinh(-y * toRadians)) / toRadians, longitude: x };
}

/** Holds all of them with a margin; never flat, so that one point can be shown as well. */
export function boxOf(spots: readonly Spot[], least = 0.02): Box {
  if (spots.length === 0) return { left: -least / 2, top: -least / 2, width: least, height: least };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of spots) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const width = Math.max(least, (right - left) * 1.12);
  const height = Math.max(least, (bottom - top) * 1.12);
  return { left: (left + right - width) / 2, top: (top + bottom - height) / 2, width, height };
}

const turn = (a: Spot, b: Spot, c: Spot) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** The outline around all of them, in order; fewer than three corners if they lie on a line. */
export function outline(spots: readonly Spot[]): Spot[] {
  const sorted = spots.toSorted((one, other) => one.x - other.x || one.y - other.y).filter((spot, index, all) => index === 0 || spot.x !== all[index - 1]?.x || spot.y !== all[index - 1]?.y);
  if (sorted.length < 3) return sorted;
  const half = (from: readonly Spot[]) => {
    const corners: Spot[] = [];
    for (const spot of from) {
      for (let [before, last] = [corners.at(-2), corners.at(-1)]; before && last && turn(before, last, spot) <= 0; [before, last] = [corners.at(-2), corners.at(-1)]) corners.pop();
      corners.push(spot);
    }
    return corners.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}
