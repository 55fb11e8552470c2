import { orient2d } from 'robust-predicates';
import type { Area } from './area.ts';

/** The edges of an area that reach into one row of the grid: edge e runs from vertex e to vertex e + 1 of `ring[i]`. */
export interface RowEdges {
  edge: Uint32Array;
  ring: Uint32Array;
}

/**
 * Whether an area covers a point as ST_Covers has it: planar, the boundary of shell and holes included.
 *
 * Looks only at edges[from … to), which must hold every edge whose span of latitude holds `y`, in ascending order. The
 * answer is exact: orient2d falls back on exact arithmetic where floating point cannot decide. Each ring is judged
 * apart (inside, or on its edge), so that overlapping parts count as covered and a hole outside its shell as nothing.
 */
export function covers(area: Area, edges: RowEdges, from: number, to: number, x: number, y: number): boolean {
  const { isShell } = area;
  let covered = false;
  let i = from;
  while (i < to) {
    const ring = edges.ring[i];
    const side = sideOfRing(area, edges, i, to, ring, x, y);
    if (isShell[ring] === 1) covered = side !== OUTSIDE;
    else if (side === INSIDE) covered = false;
    while (i < to && edges.ring[i] === ring) i++;
    const nextPolygon = i === to || isShell[edges.ring[i]] === 1;
    if (covered && nextPolygon) return true;
  }
  return false;
}

const OUTSIDE = 0;
const INSIDE = 1;
const ON_EDGE = 2;

/** Counts the edges that a ray to the east crosses. A vertex belongs to the edge that runs north from it. */
function sideOfRing(area: Area, edges: RowEdges, from: number, to: number, ring: number, x: number, y: number) {
  let side = OUTSIDE;
  for (let i = from; i < to && edges.ring[i] === ring; i++) {
    const edge = edges.edge[i];
    const ay = area.y[edge];
    const by = area.y[edge + 1];
    if ((ay > y && by > y) || (ay < y && by < y)) continue;
    const ax = area.x[edge];
    const bx = area.x[edge + 1];
    if (ax < x && bx < x) continue;
    const northward = by > y && ay <= y;
    const southward = ay > y && by <= y;
    if (ax > x && bx > x) {
      if (northward || southward) side = 1 - side;
      continue;
    }
    // The point lies in the box of the edge: on it if the three are in line.
    const turn = orient2d(ax, ay, bx, by, x, y);
    if (turn === 0) return ON_EDGE;
    // orient2d is negative where the point lies to the left of the edge.
    if ((northward && turn < 0) || (southward && turn > 0)) side = 1 - side;
  }
  return side;
}
