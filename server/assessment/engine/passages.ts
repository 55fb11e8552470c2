import type { Area } from './area.ts';
import { INSIDE, ON_EDGE, OUTSIDE, pass, type Side, withRing } from './edges.ts';
import type { PointGrid } from './grid.ts';

/** Degrees by which an edge is thickened: far above rounding at 360°, far below what parts two villages. */
const SLACK = 1e-9;
const none = -1;

/**
 * The rings of an area as they pass through the rows of a grid. A *passage* is what lies in one row of a ring between
 * coming into the row and leaving it; it has a span of longitude, and either goes through from one side to the other or
 * turns back. East and west of its span every parallel of the row is crossed by it an odd number of times or an even
 * one: only within the span need its edges be looked at.
 *
 * One object serves area after area, each until the next is taken.
 */
export class Passages {
  /** The span of each passage, generously. */
  west = new Float64Array(256);
  east = new Float64Array(256);
  /** The next passage of the same row; -1 where there is none. */
  next = new Int32Array(256);
  /** The edges of a passage: the first, and how many, going round the ring if need be. */
  #first = new Uint32Array(256);
  #edges = new Uint32Array(256);
  #ring = new Uint32Array(256);
  /** 1 where it goes through the row. */
  #through = new Uint8Array(256);
  /** The first passage of each row from the first row on. */
  #head = new Int32Array(256);
  #count = 0;
  #area: Area | null = null;
  #firstRow = 0;
  #lastRow = 0;

  /** Takes the area as it passes through some rows; the rows must be all that it touches. */
  take(grid: PointGrid, area: Area, firstRow: number, lastRow: number): void {
    const rows = lastRow - firstRow + 1;
    if (this.#head.length < rows) this.#head = new Int32Array(2 * rows);
    this.#head.fill(none, 0, rows);
    this.#count = 0;
    this.#area = area;
    this.#firstRow = firstRow;
    this.#lastRow = lastRow;
    // Backwards, so that a row has its rings in their order.
    for (let ring = area.ringStart.length - 2; ring >= 0; ring--) this.#walk(grid, area, ring);
  }

  /** The first passage of a row; -1 where there is none. */
  of(row: number): number {
    return this.#head[row - this.#firstRow];
  }

  /** Whether the area covers a point of a row: as `coversPoint`, by the passages alone. */
  cover(row: number, x: number, y: number): boolean {
    const { west, east } = this;
    const { shell } = this.#area!;
    let passage = this.of(row);
    if (passage === none) return false;
    let covered = false;
    let side: Side = OUTSIDE;
    let ring = this.#ring[passage];
    for (; passage !== none; passage = this.next[passage]) {
      if (this.#ring[passage] !== ring) {
        const latter = this.#ring[passage];
        covered = withRing(covered, shell[ring] === ring, side);
        if (shell[latter] !== shell[ring]) {
          if (covered) return true;
          covered = false;
        }
        ring = latter;
        side = OUTSIDE;
      }
      if (east[passage] < x || side === ON_EDGE) continue;
      if (west[passage] <= x) side = this.#passEdges(passage, x, y, side);
      else if (this.#through[passage] === 1) side = side === INSIDE ? OUTSIDE : INSIDE;
    }
    return withRing(covered, shell[ring] === ring, side);
  }

  #passEdges(passage: number, x: number, y: number, before: Side): Side {
    const { x: xs, y: ys, ringStart } = this.#area!;
    const ring = this.#ring[passage];
    const end = ringStart[ring + 1] - 1;
    let edge = this.#first[passage];
    let side = before;
    for (let left = this.#edges[passage]; left > 0 && side !== ON_EDGE; left--) {
      side = pass(xs[edge], ys[edge], xs[edge + 1], ys[edge + 1], x, y, side);
      if (++edge === end) edge = ringStart[ring];
    }
    return side;
  }

  /** Follows a ring from row to row. */
  #walk(grid: PointGrid, { x, y, ringStart }: Area, ring: number): void {
    const begin = ringStart[ring];
    const end = ringStart[ring + 1] - 1;
    // From a place where it leaves a row, so that no passage is cut in two.
    let start = begin;
    let row = rowBeyond(grid, y[begin]);
    while (start < end && rowBeyond(grid, y[start + 1]) === row) start++;
    if (start >= end) {
      this.#stay(x, begin, end, row, ring);
      return;
    }
    let west = 0;
    let east = 0;
    /** Whence it came into the row: from the north (1) or the south (-1). */
    let from = 0;
    let edges = 0;
    let first = start;
    // The row that is left first is closed last: what is known of leaving it until then.
    let westOfFirst = Infinity;
    let eastOfFirst = -Infinity;
    let wayOfFirst = 0;

    let edge = start;
    for (let left = end - begin; left > 0; left--) {
      const ax = x[edge];
      const bx = x[edge + 1];
      const by = y[edge + 1];
      const rowAfter = rowBeyond(grid, by);
      if (rowAfter !== row) {
        const ay = y[edge];
        const slope = (bx - ax) / (by - ay);
        const slack = SLACK * (1 + Math.abs(slope));
        const edgeWest = ax < bx ? ax : bx;
        const edgeEast = ax < bx ? bx : ax;
        const way = rowAfter > row ? 1 : -1;
        for (; row !== rowAfter; row += way) {
          const middle = ax + (grid.rowStart(way > 0 ? row + 1 : row) - ay) * slope;
          // Never beyond the edge; and so, too, where the slope is no number.
          let crossingWest = middle - slack;
          let crossingEast = middle + slack;
          if (!(crossingWest > edgeWest)) crossingWest = edgeWest;
          if (!(crossingEast < edgeEast)) crossingEast = edgeEast;
          if (from === 0) {
            westOfFirst = crossingWest;
            eastOfFirst = crossingEast;
            wayOfFirst = way;
          } else {
            if (crossingWest < west) west = crossingWest;
            if (crossingEast > east) east = crossingEast;
            this.#add(row, west, east, first, edges + 1, ring, from !== way);
          }
          west = crossingWest;
          east = crossingEast;
          from = -way;
          first = edge;
          edges = 0;
        }
      }
      if (bx < west) west = bx;
      if (bx > east) east = bx;
      edges++;
      if (++edge === end) edge = begin;
    }
    if (westOfFirst < west) west = westOfFirst;
    if (eastOfFirst > east) east = eastOfFirst;
    this.#add(row, west, east, first, edges + 1, ring, from !== wayOfFirst);
  }

  /** A ring that never leaves a row. */
  #stay(x: Float64Array, begin: number, end: number, row: number, ring: number): void {
    if (end <= begin) return;
    let west = x[begin];
    let east = west;
    for (let i = begin + 1; i < end; i++) {
      if (x[i] < west) west = x[i];
      if (x[i] > east) east = x[i];
    }
    this.#add(row, west, east, begin, end - begin, ring, false);
  }

  #add(row: number, west: number, east: number, first: number, edges: number, ring: number, through: boolean): void {
    if (row < this.#firstRow || row > this.#lastRow) return;
    if (this.#count === this.next.length) this.#grow();
    const passage = this.#count++;
    this.west[passage] = west - SLACK;
    this.east[passage] = east + SLACK;
    this.#first[passage] = first;
    this.#edges[passage] = edges;
    this.#ring[passage] = ring;
    this.#through[passage] = through ? 1 : 0;
    this.next[passage] = this.#head[row - this.#firstRow];
    this.#head[row - this.#firstRow] = passage;
  }

  #grow(): void {
    const size = 2 * this.next.length;
    const grown = <Column extends { set(from: Column): void }>(column: Column, larger: Column): Column => {
      larger.set(column);
      return larger;
    };
    this.west = grown(this.west, new Float64Array(size));
    this.east = grown(this.east, new Float64Array(size));
    this.next = grown(this.next, new Int32Array(size));
    this.#first = grown(this.#first, new Uint32Array(size));
    this.#edges = grown(this.#edges, new Uint32Array(size));
    this.#ring = grown(this.#ring, new Uint32Array(size));
    this.#through = grown(this.#through, new Uint8Array(size));
  }
}

/** The row of a latitude; one before the first or after the last where it lies outside the grid. */
function rowBeyond(grid: PointGrid, latitude: number): number {
  if (latitude < grid.south) return -1;
  return latitude > grid.north ? grid.rows : grid.rowOf(latitude);
}
