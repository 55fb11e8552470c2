// A chart as a picture: pure. Its units are those of the SVG that it is drawn in.
export interface Size {
  width: number;
  height: number;
}

/** A value at a place along the chart; null where there is none. */
export type Value = number | null;

export interface Layout {
  x(index: number): number;
  y(value: number): number;
  levels: { value: number; y: number }[];
  /** Which places along the chart are written beneath it. */
  labelled: number[];
}

/** Round steps of which three to six make up the range. */
function stepFor(range: number): number {
  const power = 10 ** Math.floor(Math.log10(range / 4));
  return power * [1, 2, 5, 10].find((factor) => factor * power >= range / 4)!;
}

/** The width in which a label can be written. */
const roomForLabel = 96;

/**
 * Lays out a chart; the values decide its height, from zero where they are not far above it.
 * @param at where along the chart its places are, ascending, in any unit
 */
export function layOut(values: readonly Value[], at: readonly number[], { width, height }: Size): Layout {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const near = least >= 0 && least < most / 2;
  const step = stepFor(most - (near ? 0 : least) || most || 1);
  const lowest = near ? 0 : Math.floor(least / step) * step;
  const highest = Math.max(Math.ceil(most / step) * step, lowest + step);
  const range = at.at(-1)! - at[0];
  const x = (index: number) => (range > 0 ? ((at[index] - at[0]) / range) * width : width / 2);
  const y = (value: number) => height - ((value - lowest) / (highest - lowest)) * height;
  const labelled: number[] = [];
  for (const index of at.keys()) {
    if (labelled.length === 0 || x(index) - x(labelled.at(-1)!) >= roomForLabel) labelled.push(index);
  }
  return {
    x,
    y,
    levels: Array.from({ length: Math.round((highest - lowest) / step) + 1 }, (_, i) => {
      const value = lowest + i * step;
      return { value, y: y(value) };
    }),
    labelled,
  };
}

/** Of points in their order those that tell something else than one beside them, the first and the last. */
export function tellingPoints<Point>(points: readonly Point[], told: (point: Point) => string): Point[] {
  const words = points.map(told);
  return points.filter((_, i) => words[i] !== words[i - 1] || words[i] !== words[i + 1]);
}

const point = (x: number, y: number) => `${x.toFixed(1)},${y.toFixed(1)}`;

/** A line through the values that there are, in as many pieces as they leave. */
export function linePath(values: readonly Value[], { x, y }: Layout): string {
  let isOpen = false;
  return values
    .map((value, i) => {
      if (value === null) {
        isOpen = false;
        return '';
      }
      const piece = `${isOpen ? 'L' : 'M'}${point(x(i), y(value))}`;
      isOpen = true;
      return piece;
    })
    .join('');
}

/** The surface between two rows of values, where both are there. */
export function bandPath(low: readonly Value[], high: readonly Value[], { x, y }: Layout): string {
  const both = low.flatMap((value, i) => (value === null || high[i] === null ? [] : [i]));
  if (both.length === 0) return '';
  const there = both.map((i) => point(x(i), y(high[i]!)));
  const back = both.toReversed().map((i) => point(x(i), y(low[i]!)));
  return `M${[...there, ...back].join('L')}Z`;
}
