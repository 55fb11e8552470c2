import type { FeatureCollection } from 'geojson';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { Topology } from 'topojson-specification';
import type { Bounded } from './queries.ts';

/** Steps across the country at which corners of two borders are one and the same: a hundred metres or less. */
const sameCorner = 1e5;

/**
 * How much is left out: corners of triangles smaller than so many square degrees, and how many steps across the
 * country the others are rounded to. In detail it is about a kilometre in the middle of Kazakhstan.
 */
const detailed = { triangle: 1e-4, steps: 1e4 };
const overview = { triangle: 2e-3, steps: 2e3 };

/**
 * Regions and districts as one topology, thinned for a map of the country: a
 * border that two of them share is sent once, and stays shared when thinned.
 */
export function topologyOf(
  boundaries: { regions: readonly Bounded[]; districts: readonly Bounded[] },
  asOverview = false,
): Topology {
  const collect = (rows: readonly Bounded[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: rows.map(({ boundary, ...properties }) => ({ type: 'Feature', geometry: boundary, properties })),
  });
  const objects = { regions: collect(boundaries.regions), districts: collect(boundaries.districts) };
  // A country without boundaries has no extent to take steps of.
  if (boundaries.regions.length + boundaries.districts.length === 0) return topology(objects);
  const whole = presimplify(topology(objects, sameCorner) as Parameters<typeof presimplify>[0]);
  const { triangle, steps } = asOverview ? overview : detailed;
  return quantize(simplify(whole, triangle), steps);
}
