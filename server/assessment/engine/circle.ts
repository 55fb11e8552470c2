import geodesic from 'geographiclib-geodesic';
import type { PointGrid } from './grid.ts';
import type { Ranges } from './ranges.ts';

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** A circle: centre in degrees, radius in metres along the WGS 84 ellipsoid. */
export interface Circle {
  longitude: number;
  latitude: number;
  radius: number;
}

/** WGS 84, metres; the greatest curvature of the ellipsoid is 1 / LEAST_RADIUS (at the equator, along the meridian). */
const EQUATORIAL_RADIUS = 6378137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
const LEAST_RADIUS = EQUATORIAL_RADIUS * (1 - ECCENTRICITY_SQUARED);
/** Metres; a thousand times the rounding of a chord. */
const MARGIN = 1e-5;
/** Metres; up to here a chord bounds the geodesic from above. A quarter of the way round, and less. */
const FAR = 9_000_000;
const ARC = 1 / (4 * (2 * LEAST_RADIUS) ** 2);
const DEGREE = Math.PI / 180;

/** Metres between two points given in degrees, by Karney's algorithm, which PostGIS uses for geography as well. */
export function geodesicDistance(longitude: number, latitude: number, toLongitude: number, toLatitude: number): number {
  const { s12 } = geodesic.Geodesic.WGS84.Inverse(
    latitude,
    longitude,
    toLatitude,
    toLongitude,
    geodesic.Geodesic.DISTANCE,
  );
  return s12!;
}

/**
 * The least distance along the ellipsoid that no two points so many metres of straight line apart can exceed; Infinity
 * where the line is so long that nothing can be said.
 */
export function longestOver(chord: number): number {
  // Schur: at most 2 R asin(u) with u = chord / 2R; and up to FAR the arc sine of u is below u + u³ / 4.
  return chord < FAR ? chord + chord * chord * chord * ARC + MARGIN : Infinity;
}

/**
 * The box that holds a circle, a little generous. All longitudes where it holds a pole or crosses
 * the antimeridian.
 */
export function boxOfCircle(circle: Circle): Box {
  const { halfWidth, south, north } = extentOf(circle);
  const west = circle.longitude - halfWidth;
  const east = circle.longitude + halfWidth;
  return west < -180 || east > 180 ? [-180, south, 180, north] : [west, south, east, north];
}

/** A box, [west, south, east, north] in degrees, widened by some metres on every side, in the same generous way. */
export function widenBox([west, south, east, north]: Box, metres: number): Box {
  const latitude = Math.max(Math.abs(south), Math.abs(north));
  const margin = extentOf({ longitude: 0, latitude, radius: metres });
  const tall = extentOf({ longitude: 0, latitude: 0, radius: metres }).north;
  const wide: Box = [west - margin.halfWidth, south - tall, east + margin.halfWidth, north + tall];
  return wide[0] < -180 || wide[2] > 180 ? [-180, wide[1], 180, wide[3]] : wide;
}

/**
 * Appends to `into` the positions of the grid's points at most `radius` from the centre; each once.
 *
 * The straight chord c through the ellipsoid decides all but a band of centimetres: no geodesic is shorter than c, and,
 * since a geodesic bends nowhere more than a circle of LEAST_RADIUS (R), none is longer than 2 R asin(c / 2R) (Schur's
 * comparison theorem). Only between these bounds is the geodesic computed.
 */
export function coverCircle(grid: PointGrid, circle: Circle, into: Ranges): void {
  const { halfWidth, south, north } = extentOf(circle);
  if (!(north >= grid.south && south <= grid.north)) return;
  const spans = columnSpans(grid, circle.longitude, halfWidth);
  if (spans.length === 0) return;

  const { cellStart, columns, longitude, latitude } = grid;
  const { x, y, z } = cartesian(grid);
  const [centreX, centreY, centreZ] = toCartesian(circle.longitude, circle.latitude);
  const outside = (circle.radius + MARGIN) ** 2;
  const inner = circle.radius < FAR ? 2 * LEAST_RADIUS * Math.sin(circle.radius / (2 * LEAST_RADIUS)) - MARGIN : 0;
  const inside = inner > 0 ? inner ** 2 : 0;
  const lastRow = grid.rowOf(north);
  for (let row = grid.rowOf(south); row <= lastRow; row++) {
    for (let span = 0; span < spans.length; span += 2) {
      const last = cellStart[row * columns + spans[span + 1] + 1];
      for (let position = cellStart[row * columns + spans[span]]; position < last; position++) {
        const dx = x[position] - centreX;
        const dy = y[position] - centreY;
        const dz = z[position] - centreZ;
        const chord = dx * dx + dy * dy + dz * dz;
        if (chord > outside) continue;
        const isInside =
          chord < inside ||
          geodesicDistance(circle.longitude, circle.latitude, longitude[position], latitude[position]) <= circle.radius;
        if (isInside) into.push(position, position + 1);
      }
    }
  }
}

/**
 * Half the width and the parallels that hold the circle, in degrees, a little generous. Distances on the ellipsoid are
 * at least those on a sphere of LEAST_RADIUS between points of the same coordinates.
 */
function extentOf({ latitude, radius }: Circle): { halfWidth: number; south: number; north: number } {
  const angle = (radius / LEAST_RADIUS) * (1 + 1e-9) + 1e-12;
  const south = latitude - angle / DEGREE;
  const north = latitude + angle / DEGREE;
  const holdsPole = south <= -90 || north >= 90;
  const sine = Math.sin(angle) / Math.cos(latitude * DEGREE);
  const halfWidth = holdsPole ? 180 : Math.asin(Math.min(sine, 1)) / DEGREE + 1e-9;
  return { halfWidth, south: Math.max(south, -90), north: Math.min(north, 90) };
}

/**
 * The columns between two meridians, round the antimeridian if need be: [first, last] of one or two spans, one after
 * the other, that share no column.
 */
function columnSpans(grid: PointGrid, longitude: number, halfWidth: number): number[] {
  const spans: number[] = [];
  for (let turn = -360; turn <= 360; turn += 360) {
    const west = Math.max(longitude - halfWidth + turn, grid.west);
    const east = Math.min(longitude + halfWidth + turn, grid.east);
    if (west > east) continue;
    const next = spans.length > 0 ? spans[spans.length - 1] + 1 : 0;
    const first = Math.max(grid.columnOf(west), next);
    const last = grid.columnOf(east);
    if (first <= last) spans.push(first, last);
  }
  return spans;
}

interface Cartesian {
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
}

const cartesians = new WeakMap<PointGrid, Cartesian>();

/** The points of a grid on the ellipsoid in metres, by position; computed once for each grid that meets a circle. */
function cartesian(grid: PointGrid): Cartesian {
  let found = cartesians.get(grid);
  if (!found) {
    found = { x: new Float64Array(grid.count), y: new Float64Array(grid.count), z: new Float64Array(grid.count) };
    for (let position = 0; position < grid.count; position++) {
      const [x, y, z] = toCartesian(grid.longitude[position], grid.latitude[position]);
      found.x[position] = x;
      found.y[position] = y;
      found.z[position] = z;
    }
    cartesians.set(grid, found);
  }
  return found;
}

/** Where a point given in degrees lies on the ellipsoid: metres from its centre. */
export function toCartesian(longitude: number, latitude: number): [number, number, number] {
  const sine = Math.sin(latitude * DEGREE);
  const cosine = Math.cos(latitude * DEGREE);
  const normal = EQUATORIAL_RADIUS / Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
  return [
    normal * cosine * Math.cos(longitude * DEGREE),
    normal * cosine * Math.sin(longitude * DEGREE),
    normal * (1 - ECCENTRICITY_SQUARED) * sine,
  ];
}
