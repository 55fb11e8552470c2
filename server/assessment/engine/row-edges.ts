import type { Outlines } from './outlines.ts';

/** Degrees by which a band is thickened: far above rounding at 360°, far below what parts two villages. */
const SLACK = 1e-9;
/** What rounding can come to, as a share of the two products: Shewchuk's bound for the sign of orient2d, and more. */
const ERROR = 4 * Number.EPSILON;

/**
 * The edges of an outline that a band of latitudes touches, which are all that decide about a point within it.
 * One object serves band after band, each until the next is taken.
 */
export class RowEdges {
  /** Both ends of each edge. */
  #ax = new Float64Array(128);
  #ay = new Float64Array(128);
  #bx = new Float64Array(128);
  #by = new Float64Array(128);
  #count = 0;

  take({ x, y, start }: Outlines, outline: number, bandSouth: number, bandNorth: number): void {
    const south = bandSouth - SLACK;
    const north = bandNorth + SLACK;
    const last = start[outline + 1] - 1;
    let count = 0;
    let ay = y[start[outline]];
    for (let edge = start[outline]; edge < last; edge++) {
      const by = y[edge + 1];
      if ((ay >= south || by >= south) && (ay <= north || by <= north)) {
        this.#ax[count] = x[edge];
        this.#ay[count] = ay;
        this.#bx[count] = x[edge + 1];
        this.#by[count++] = by;
      }
      ay = by;
    }
    this.#count = count;
  }

  /** Whether the outline covers a point of the band, its edge included; null where rounding could decide. */
  cover(x: number, y: number): boolean | null {
    const ax = this.#ax;
    const ay = this.#ay;
    const bx = this.#bx;
    const by = this.#by;
    let inside = false;
    for (let edge = 0; edge < this.#count; edge++) {
      const fromA = ay[edge] - y;
      const fromB = by[edge] - y;
      // Wholly north or south of the point.
      if (fromA * fromB > 0) continue;
      const left = fromB * (ax[edge] - x);
      const right = fromA * (bx[edge] - x);
      const turn = left - right;
      if (Math.abs(turn) <= ERROR * (Math.abs(left) + Math.abs(right))) return null;
      // A vertex belongs to the edge that runs north from it; a ray to the east crosses what the point lies west of.
      if (fromA > 0 !== fromB > 0 && turn > 0 === fromB > fromA) inside = !inside;
    }
    return inside;
  }
}
