interface Group {
  points: { x: number; y: number }[];
}

/** The box a signature is kept in, as the server has it. */
const width = 600;
const height = 200;
const mostNumbers = 5000;

/** The pen's lines as x, y, x, y, … in the server's box, as large as they fit and not distorted. */
export function strokesOf(groups: readonly Group[], drawnOn: { offsetWidth: number; offsetHeight: number } | null): number[][] {
  const scale = Math.min(width / (drawnOn?.offsetWidth || width), height / (drawnOn?.offsetHeight || height));
  const within = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value * scale)));
  return groups
    .filter((group) => group.points.length > 0)
    .map((group) => {
      const line: number[] = [];
      for (const { x, y } of group.points) {
        const [nextX, nextY] = [within(x, width), within(y, height)];
        // Points that fall together after scaling say nothing.
        if (line.at(-2) !== nextX || line.at(-1) !== nextY) line.push(nextX, nextY);
      }
      return line.slice(0, mostNumbers);
    });
}
