import type { Edges } from './edges.ts';
import type { PointGrid } from './grid.ts';

/** Degrees by which an edge is thickened: far above rounding at 360°, far below what parts two villages. */
const SLACK = 1e-9;

/** Up to so many numbers are sorted by insertion. */
const FEW = 24;

/**
 * The spans of longitude that the edges of a row take up, from west to east, those that meet joined.
 * Where they begin and where they end is sorted apart: a span is over when as many have ended as have begun.
 */
export class Spans {
  /** The span that `next` has come to. */
  west = 0;
  east = 0;
  #starts = new Float64Array(64);
  #ends = new Float64Array(64);
  #count = 0;
  #begun = 0;
  #ended = 0;

  /** Takes edges[from … to) as far as they lie in a row of the grid. */
  of(grid: PointGrid, { ends: coordinates }: Edges, from: number, to: number, row: number): void {
    const count = to - from;
    if (this.#starts.length < count) {
      this.#starts = new Float64Array(2 * count);
      this.#ends = new Float64Array(2 * count);
    }
    const starts = this.#starts;
    const ends = this.#ends;
    const south = grid.rowStart(row) - SLACK;
    const north = grid.rowStart(row + 1) + SLACK;
    for (let i = 0; i < count; i++) {
      const end = 4 * (from + i);
      const ay = coordinates[end + 1];
      const by = coordinates[end + 3];
      let ax = coordinates[end];
      let bx = coordinates[end + 2];
      if (ay !== by && (ay < south || by < south || ay > north || by > north)) {
        // The part of the edge that lies between the two parallels.
        const slope = (bx - ax) / (by - ay);
        const origin = ax;
        ax = origin + ((ay < south ? south : ay > north ? north : ay) - ay) * slope;
        bx = origin + ((by < south ? south : by > north ? north : by) - ay) * slope;
      }
      starts[i] = (ax < bx ? ax : bx) - SLACK;
      ends[i] = (ax < bx ? bx : ax) + SLACK;
    }
    sort(starts, count);
    sort(ends, count);
    this.#count = count;
    this.#begun = 0;
    this.#ended = 0;
  }

  /** Goes on to the next span; false where there is none. */
  next(): boolean {
    const starts = this.#starts;
    const ends = this.#ends;
    const count = this.#count;
    let begun = this.#begun;
    let ended = this.#ended;
    if (begun === count) return false;
    this.west = starts[begun];
    do {
      if (begun < count && starts[begun] <= ends[ended]) begun++;
      else ended++;
    } while (ended < begun);
    this.east = ends[ended - 1];
    this.#begun = begun;
    this.#ended = ended;
    return true;
  }
}

function sort(numbers: Float64Array, count: number): void {
  if (count > FEW) {
    numbers.subarray(0, count).sort();
    return;
  }
  for (let i = 1; i < count; i++) {
    const value = numbers[i];
    let j = i;
    for (; j > 0 && numbers[j - 1] > value; j--) numbers[j] = numbers[j - 1];
    numbers[j] = value;
  }
}
