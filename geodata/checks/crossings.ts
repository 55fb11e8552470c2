import { setImmediate } from 'node:timers/promises';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { orient2d } from 'robust-predicates';
import { polygonsOf } from './areas.ts';

const { abs, ceil, floor, max, min, sqrt } = Math;

export type AreaFault = { reason: 'self-crossing' | 'hole-outside'; at: Position } | { reason: 'too-tangled' };

/** Pairs of edges compared before the event loop gets its turn, and at most, for each edge of the polygon. */
const comparisonsAtOnce = 200_000;
const comparisonsForAnEdge = 400;

/** Edges laid on the grid before the event loop gets its turn. */
const edgesAtOnce = 50_000;

/**
 * The first fault of an area by the rules that ST_IsValid has for a ring: its
 * edges meet only where one follows the other; rings of a polygon touch in
 * points at most; a hole lies inside. Null where there is none.
 *
 * Edges are laid on a grid of about as many cells as there are edges, each into
 * the cells that it runs through, and are compared within a cell by exact
 * orientation: time grows with the edges, a million vertices take a few seconds,
 * and other work has its turn meanwhile.
 */
export async function areaFault(geometry: Polygon | MultiPolygon): Promise<AreaFault | null> {
  for (const rings of polygonsOf(geometry)) {
    const fault = (await crossing(rings)) ?? holeOutside(rings);
    if (fault !== null) return fault;
  }
  return null;
}

/** The edges of a polygon, those of no length left out. */
interface Edges {
  count: number;
  /** x, y, x, y of each. */
  ends: Float64Array;
  ring: Uint32Array;
  /** The edge that follows in the ring. */
  next: Uint32Array;
}

function edgesOf(rings: readonly Position[][]): Edges {
  const size = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
  const edges: Edges = {
    count: 0,
    ends: new Float64Array(size * 4),
    ring: new Uint32Array(size),
    next: new Uint32Array(size),
  };
  for (const [number, ring] of rings.entries()) {
    const first = edges.count;
    for (let at = 1; at < ring.length; at += 1) {
      const [from, to] = [ring[at - 1], ring[at]];
      if (from[0] === to[0] && from[1] === to[1]) continue;
      edges.ends.set([from[0], from[1], to[0], to[1]], edges.count * 4);
      edges.ring[edges.count] = number;
      edges.next[edges.count] = edges.count + 1;
      edges.count += 1;
    }
    if (edges.count > first) edges.next[edges.count - 1] = first;
  }
  return edges;
}

async function crossing(rings: readonly Position[][]): Promise<AreaFault | null> {
  const edges = edgesOf(rings);
  const cells = await layOnGrid(edges);
  let comparisons = 0;
  let sincePause = 0;
  for (let cell = 0; cell + 1 < cells.starts.length; cell += 1) {
    const [start, end] = [cells.starts[cell], cells.starts[cell + 1]];
    for (let i = start; i < end; i += 1) {
      for (let j = i + 1; j < end; j += 1) {
        const at = meeting(edges, cells.edges[i], cells.edges[j]);
        if (at !== null) return { reason: 'self-crossing', at };
      }
      comparisons += end - i;
      sincePause += end - i;
      if (sincePause < comparisonsAtOnce) continue;
      if (comparisons > comparisonsForAnEdge * edges.count + comparisonsAtOnce * 10) return { reason: 'too-tangled' };
      sincePause = 0;
      await setImmediate();
    }
  }
  return null;
}

/** For each cell, row by row, the edges that run through it: `edges` from `starts[cell]` to `starts[cell + 1]`. */
async function layOnGrid({ count, ends }: Edges): Promise<{ starts: Uint32Array; edges: Uint32Array }> {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < count * 4; at += 2) {
    west = min(west, ends[at]);
    east = max(east, ends[at]);
    south = min(south, ends[at + 1]);
    north = max(north, ends[at + 1]);
  }
  const across = max(1, min(2048, ceil(sqrt(count))));
  const [width, height] = [(east - west) / across || 1, (north - south) / across || 1];
  const clamp = (value: number) => max(0, min(across - 1, floor(value)));

  /** Calls `visit` for every cell that the edge runs through, and for a few beside it at most. */
  const walk = (edge: number, visit: (cell: number, edge: number) => void) => {
    const [x1, y1, x2, y2] = ends.subarray(edge * 4, edge * 4 + 4);
    const [bottom, top] = [clamp((min(y1, y2) - south) / height), clamp((max(y1, y2) - south) / height)];
    for (let row = bottom; row <= top; row += 1) {
      let [from, to] = [min(x1, x2), max(x1, x2)];
      if (bottom !== top) {
        // The part of the edge within the row; a thousandth of a cell more on each side makes up for rounding.
        const atY = (y: number) => x1 + ((x2 - x1) * (min(max(y, min(y1, y2)), max(y1, y2)) - y1)) / (y2 - y1);
        const [a, b] = [atY(south + row * height), atY(south + (row + 1) * height)];
        [from, to] = [min(a, b), max(a, b)];
      }
      const last = clamp((to - west) / width + 0.001);
      for (let column = clamp((from - west) / width - 0.001); column <= last; column += 1)
        visit(row * across + column, edge);
    }
  };

  const walkAll = async (visit: (cell: number, edge: number) => void) => {
    for (let edge = 0; edge < count; edge += 1) {
      walk(edge, visit);
      if (edge % edgesAtOnce === edgesAtOnce - 1) await setImmediate();
    }
  };

  const starts = new Uint32Array(across * across + 1);
  await walkAll((cell) => (starts[cell + 1] += 1));
  for (let cell = 1; cell < starts.length; cell += 1) starts[cell] += starts[cell - 1];
  const edges = new Uint32Array(starts[across * across]);
  const fill = starts.slice(0, -1);
  await walkAll((cell, edge) => (edges[fill[cell]++] = edge));
  return { starts, edges };
}

/** Where two edges meet that may not; null where they do not. */
function meeting({ ends, ring, next }: Edges, a: number, b: number): Position | null {
  const [ax, ay, bx, by] = [ends[a * 4], ends[a * 4 + 1], ends[a * 4 + 2], ends[a * 4 + 3]];
  const [cx, cy, dx, dy] = [ends[b * 4], ends[b * 4 + 1], ends[b * 4 + 2], ends[b * 4 + 3]];
  if (max(ax, bx) < min(cx, dx) || max(cx, dx) < min(ax, bx)) return null;
  if (max(ay, by) < min(cy, dy) || max(cy, dy) < min(ay, by)) return null;
  const [c, d] = [orient2d(ax, ay, bx, by, cx, cy), orient2d(ax, ay, bx, by, dx, dy)];
  if (c * d > 0) return null;
  const [e, f] = [orient2d(cx, cy, dx, dy, ax, ay), orient2d(cx, cy, dx, dy, bx, by)];
  if (e * f > 0) return null;

  const alongOneLine = c === 0 && d === 0;
  const follow = next[a] === b || next[b] === a;
  if (follow) {
    // They share an end; on one line they may only run on, not back over each other.
    const back = alongOneLine && (bx - ax) * (dx - cx) + (by - ay) * (dy - cy) < 0;
    return back ? (next[a] === b ? [bx, by] : [ax, ay]) : null;
  }
  if (alongOneLine && !overlap([ax, ay, bx, by], [cx, cy, dx, dy], ring[a] !== ring[b])) return null;
  const proper = c !== 0 && d !== 0 && e !== 0 && f !== 0;
  if (!proper && !alongOneLine && ring[a] !== ring[b]) return null;
  const share = alongOneLine || c === d ? 0 : e / (e - f);
  return [ax + share * (bx - ax), ay + share * (by - ay)];
}

/** Whether two edges on one line have more than `pointOnly` allows in common: a stretch, or else already a point. */
function overlap(a: number[], b: number[], pointOnly: boolean): boolean {
  const axis = abs(a[2] - a[0]) >= abs(a[3] - a[1]) ? 0 : 1;
  const from = max(min(a[axis], a[axis + 2]), min(b[axis], b[axis + 2]));
  const to = min(max(a[axis], a[axis + 2]), max(b[axis], b[axis + 2]));
  return pointOnly ? to > from : to >= from;
}

/** Rings do not cross here, so that one position that is not on the outer ring speaks for its hole. */
function holeOutside([outer, ...holes]: readonly Position[][]): AreaFault | null {
  for (const hole of holes) {
    const sides = hole.map(([x, y]) => side(outer, x, y));
    if (sides.find((one) => one !== 0) === -1) return { reason: 'hole-outside', at: hole[0] };
  }
  return null;
}

/** 1 inside the ring, 0 on it, -1 outside. */
function side(ring: readonly Position[], x: number, y: number): number {
  let inside = -1;
  for (let at = 1; at < ring.length; at += 1) {
    const [[ax, ay], [bx, by]] = [ring[at - 1], ring[at]];
    if (max(ay, by) < y || min(ay, by) > y || max(ax, bx) < x) continue;
    const turn = orient2d(ax, ay, bx, by, x, y);
    if (turn === 0 && min(ax, bx) <= x && max(ax, bx) >= x) return 0;
    if (ay > y !== by > y && turn > 0 === ay > by) inside = -inside;
  }
  return inside;
}
