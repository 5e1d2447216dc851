/** Rows and time are drawn in steps, so that most scroll events change nothing. */
export const rowStep = 4;
export const pixelStep = 480;

export interface Window {
  firstRow: number;
  endRow: number;
  left: number;
  right: number;
}

export interface Measures {
  scrollTop: number;
  scrollLeft: number;
  height: number;
  width: number;
  rowHeight: number;
  rows: number;
}

/** What is in sight, rounded outwards, with one step more on each side. */
export function windowOf({ scrollTop, scrollLeft, height, width, rowHeight, rows }: Measures): Window {
  const firstRow = Math.max(0, (Math.floor(scrollTop / rowHeight / rowStep) - 1) * rowStep);
  const endRow = Math.min(rows, (Math.ceil((scrollTop + height) / rowHeight / rowStep) + 1) * rowStep);
  return {
    firstRow: Math.min(firstRow, rows),
    endRow,
    left: Math.max(0, (Math.floor(scrollLeft / pixelStep) - 1) * pixelStep),
    right: (Math.ceil((scrollLeft + width) / pixelStep) + 1) * pixelStep,
  };
}

export function sameWindow(one: Window, other: Window): boolean {
  return one.firstRow === other.firstRow && one.endRow === other.endRow && one.left === other.left && one.right === other.right;
}

const quarter = 15 * 60_000;

/** The quarter of an hour that lies nearest. */
export function onGrid(time: number): number {
  return Math.round(time / quarter) * quarter;
}
