import type { MultiPolygon, Position } from 'geojson';
import type { CellEdge, Cells } from './cells.ts';
import { insideTest, onGrid, signedArea } from './geometry.ts';

// Taken out of the global once: in a test's sandbox each look at a global costs a microsecond.
const { hypot, max, min } = Math;

/** A piece of boundary with the cells beside it; outside the country there is none (-1). */
type Border = CellEdge;

/**
 * The edges that part two districts, cut at the outline, and the outline, cut where they meet it. Every shape that is
 * put together from them shares its vertices with its neighbours exactly.
 *
 * @param outline closed ring, counterclockwise
 * @param districtOf district of each cell
 */
export function cutBorders(
  cells: Cells,
  outline: readonly Position[],
  inside: (longitude: number, latitude: number) => boolean,
  districtOf: readonly number[],
): Border[] {
  const borders: Border[] = [];
  const cuts: Position[][] = outline.map(() => []);
  for (const edge of cells.edges) {
    if (edge.right === -1 || districtOf[edge.left] === districtOf[edge.right]) continue;
    const crossings: Position[] = [];
    for (let i = 1; i < outline.length; i++) {
      const crossing = crossingOf(edge.from, edge.to, outline[i - 1], outline[i]);
      if (crossing) {
        crossings.push(crossing);
        cuts[i].push(crossing);
      }
    }
    for (const [from, to] of pieces(edge.from, edge.to, crossings)) {
      if (inside((from[0] + to[0]) / 2, (from[1] + to[1]) / 2)) borders.push({ ...edge, from, to });
    }
  }
  for (let i = 1; i < outline.length; i++) {
    for (const [from, to] of pieces(outline[i - 1], outline[i], cuts[i])) {
      borders.push({ from, to, left: cells.at((from[0] + to[0]) / 2, (from[1] + to[1]) / 2), right: -1 });
    }
  }
  return borders;
}

/** Where two segments cross, on the grid of the files; null where they do not. */
function crossingOf(a: Position, b: Position, c: Position, d: Position): Position | null {
  if (max(a[0], b[0]) < min(c[0], d[0]) || min(a[0], b[0]) > max(c[0], d[0])) return null;
  if (max(a[1], b[1]) < min(c[1], d[1]) || min(a[1], b[1]) > max(c[1], d[1])) return null;
  const parallel = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  if (parallel === 0) return null;
  const t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / parallel;
  const u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / parallel;
  if (t < 0 || t > 1 || u < 0 || u > 1) return null;
  return onGrid([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
}

/** A segment cut at points on it, in its own direction. */
function pieces(from: Position, to: Position, cuts: readonly Position[]): [Position, Position][] {
  const distance = (p: Position) => hypot(p[0] - from[0], p[1] - from[1]);
  const stops = [from, ...cuts.toSorted((p, q) => distance(p) - distance(q)), to];
  return stops
    .slice(1)
    .map((stop, i): [Position, Position] => [stops[i], stop])
    .filter(([p, q]) => p[0] !== q[0] || p[1] !== q[1]);
}

/** The shapes that borders enclose, by the group that each cell belongs to. */
export function shapesOf(borders: readonly Border[], groupOf: readonly number[], groups: number): MultiPolygon[] {
  const sides: [Position, Position][][] = Array.from({ length: groups }, () => []);
  for (const { from, to, left, right } of borders) {
    const [leftGroup, rightGroup] = [groupOf[left], right === -1 ? -1 : groupOf[right]];
    if (leftGroup === rightGroup) continue;
    sides[leftGroup].push([from, to]);
    if (rightGroup !== -1) sides[rightGroup].push([to, from]);
  }
  return sides.map(assemble);
}

/** Rings from directed sides, each with the shape on its left: counterclockwise ones are shells, the others holes. */
function assemble(sides: readonly [Position, Position][]): MultiPolygon {
  const leaving = new Map<string, Position[]>();
  for (const [from, to] of sides) {
    const others = leaving.get(`${from}`);
    if (others) others.push(to);
    else leaving.set(`${from}`, [to]);
  }
  const shells: Position[][][] = [];
  const holes: Position[][] = [];
  for (const [start] of sides) {
    if (!leaving.get(`${start}`)?.length) continue;
    const ring = [start];
    do {
      const next = leaving.get(`${ring.at(-1)}`)?.pop();
      if (!next) throw new Error(`The boundary that begins at ${start} stops at ${ring.at(-1)} instead of closing.`);
      ring.push(next);
    } while (`${ring.at(-1)}` !== `${start}`);
    if (signedArea(ring) > 0) shells.push([ring]);
    else holes.push(ring);
  }
  for (const hole of holes) shells.find(([shell]) => insideTest(shell)(hole[0][0], hole[0][1]))?.push(hole);
  return { type: 'MultiPolygon', coordinates: shells };
}
