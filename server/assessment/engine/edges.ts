import { orient2d } from 'robust-predicates';
import type { Area } from './area.ts';

/** Where a point lies by one ring. */
export type Side = 0 | 1 | 2;
export const OUTSIDE = 0;
export const INSIDE = 1;
export const ON_EDGE = 2;

/**
 * Whether an area covers a point as ST_Covers has it: planar, the boundary of shell and holes included.
 *
 * The answer is exact: orient2d falls back on exact arithmetic where floating point cannot decide. Each ring is judged
 * apart (inside, or on its edge), so that overlapping parts count as covered and a hole outside its shell as nothing.
 */
export function coversPoint(area: Area, x: number, y: number): boolean {
  const { x: xs, y: ys, ringStart, shell } = area;
  let covered = false;
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const isShell = shell[ring] === ring;
    if (isShell && covered) return true;
    let side: Side = OUTSIDE;
    const last = ringStart[ring + 1] - 1;
    for (let edge = ringStart[ring]; edge < last && side !== ON_EDGE; edge++) {
      side = pass(xs[edge], ys[edge], xs[edge + 1], ys[edge + 1], x, y, side);
    }
    covered = withRing(covered, isShell, side);
  }
  return covered;
}

/** A shell begins a polygon; the inside of a hole is taken out of it, its edge is not. */
export function withRing(covered: boolean, isShell: boolean, side: Side): boolean {
  return isShell ? side !== OUTSIDE : covered && side !== INSIDE;
}

/** The side after one more edge: it changes where a ray to the east crosses the edge. */
export function pass(ax: number, ay: number, bx: number, by: number, x: number, y: number, side: Side): Side {
  // Wholly north or south of the point (a product, so as not to branch twice on what cannot be foretold), or west of it.
  if ((ay - y) * (by - y) > 0 || (ax < x && bx < x)) return side;
  // A vertex belongs to the edge that runs north from it.
  const northward = by > y && ay <= y;
  const southward = ay > y && by <= y;
  if (!(ax > x && bx > x)) {
    // The point lies in the box of the edge: on it if the three are in line.
    const turn = orient2d(ax, ay, bx, by, x, y);
    if (turn === 0) return ON_EDGE;
    // orient2d is negative where the point lies to the left of the edge.
    if ((northward && turn > 0) || (southward && turn < 0)) return side;
  }
  return northward || southward ? (side === INSIDE ? OUTSIDE : INSIDE) : side;
}
