import type { Matches } from './matches.ts';

/** A point as GeoJSON has it: longitude and latitude, degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** North as a map in Web Mercator draws it. */
const drawn = (latitude: number) => Math.asinh(Math.tan((latitude * Math.PI) / 180));

/** The rows that lie inside a ring, whose edges are straight as a map draws them. */
export function rowsWithin({ table, rows }: Matches, ring: readonly Position[]): number[] {
  const { longitude, latitude } = table;
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const heights = ys.map(drawn);
  const found: number[] = [];
  for (const row of rows) {
    const x = longitude[row];
    if (x < west || x > east || latitude[row] < south || latitude[row] > north) continue;
    if (isInside(x, drawn(latitude[row]), xs, heights)) found.push(row);
  }
  return found;
}

/** Does a line to the east cross the ring an odd number of times? */
function isInside(x: number, y: number, xs: readonly number[], ys: readonly number[]): boolean {
  let inside = false;
  for (let i = 0, before = xs.length - 1; i < xs.length; before = i++) {
    if (ys[i] > y === ys[before] > y) continue;
    if (x < xs[i] + ((y - ys[i]) / (ys[before] - ys[i])) * (xs[before] - xs[i])) inside = !inside;
  }
  return inside;
}

const earthRadius = 6_371_008.8;
const radians = Math.PI / 180;

/** Metres between two points on a sphere of the earth's mean radius. */
export function distanceBetween([longitude, latitude]: Position, [otherLongitude, otherLatitude]: Position): number {
  const height = Math.sin(((otherLatitude - latitude) * radians) / 2) ** 2;
  const width = Math.sin(((otherLongitude - longitude) * radians) / 2) ** 2;
  const chord = height + Math.cos(latitude * radians) * Math.cos(otherLatitude * radians) * width;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The rows nearest to a point, the nearest first. */
export function nearestRows(
  { table, rows }: Matches,
  point: Position,
  limit: number,
): { row: number; distance: number }[] {
  const { longitude, latitude } = table;
  const found: { row: number; distance: number }[] = [];
  /** Degrees to the north or south beyond which no row is nearer than those found. */
  let reach = Infinity;
  for (const row of rows) {
    if (Math.abs(latitude[row] - point[1]) > reach) continue;
    const distance = distanceBetween(point, [longitude[row], latitude[row]]);
    if (found.length === limit && distance >= found[limit - 1].distance) continue;
    let at = Math.min(found.length, limit - 1);
    for (; at > 0 && found[at - 1].distance > distance; at--) found[at] = found[at - 1];
    found[at] = { row, distance };
    if (found.length === limit) reach = found[limit - 1].distance / (earthRadius * radians);
  }
  return found;
}
