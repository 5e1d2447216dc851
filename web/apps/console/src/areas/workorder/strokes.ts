import type { Signature } from '@firstfix/ui';

/** The box the server knows: strokes are scaled into it, whatever the size on the screen. */
export const box = { width: 600, height: 200 };

/**
 * What was drawn as x, y, x, y, … per stroke. The drawing is moved and scaled as a whole, so that it keeps its proportions
 * and no stroke leaves the box. Who typed the name has no strokes at all; the server sets the name itself.
 */
export function strokesOf(signature: Signature): number[][] | null {
  if (signature.kind === 'typed') return [];
  const points = signature.strokes.flatMap((stroke) => stroke.points);
  if (points.length < 2) return null;
  const left = Math.min(...points.map((point) => point.x));
  const top = Math.min(...points.map((point) => point.y));
  const width = Math.max(...points.map((point) => point.x)) - left;
  const height = Math.max(...points.map((point) => point.y)) - top;
  const margin = 10;
  const scale = Math.min((box.width - 2 * margin) / Math.max(width, 1), (box.height - 2 * margin) / Math.max(height, 1), 2);
  const shiftX = (box.width - width * scale) / 2;
  const shiftY = (box.height - height * scale) / 2;
  const at = (value: number, limit: number) => Math.round(Math.min(Math.max(value, 0), limit));
  return signature.strokes
    .filter((stroke) => stroke.points.length > 0)
    .map((stroke) => thinned(stroke.points).flatMap((point) => [at((point.x - left) * scale + shiftX, box.width), at((point.y - top) * scale + shiftY, box.height)]));
}

const mostPoints = 2_000;

/** A pen that rests gives thousands of points; every n-th draws the same line. */
function thinned<Point>(points: Point[]): Point[] {
  const step = Math.ceil(points.length / mostPoints);
  return step <= 1 ? points : points.filter((_, index) => index % step === 0 || index === points.length - 1);
}
