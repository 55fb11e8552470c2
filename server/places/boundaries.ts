import type { FeatureCollection } from 'geojson';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { Topology } from 'topojson-specification';
import type { Bounded } from './queries.ts';

/** Square degrees: corners of smaller triangles are left out, about a kilometre in the middle of Kazakhstan. */
const smallestTriangle = 1e-4;
/** Steps across the country to which corners are rounded. */
const steps = 1e4;

/**
 * Regions and districts as one topology, thinned for a map of the country: a
 * border that two of them share is sent once, and stays shared when thinned.
 */
export function topologyOf(boundaries: { regions: readonly Bounded[]; districts: readonly Bounded[] }): Topology {
  const collect = (rows: readonly Bounded[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: rows.map(({ boundary, ...properties }) => ({ type: 'Feature', geometry: boundary, properties })),
  });
  const whole = topology({ regions: collect(boundaries.regions), districts: collect(boundaries.districts) });
  // A country without boundaries has no extent to take steps of.
  if (whole.arcs.length === 0) return whole;
  return quantize(simplify(presimplify(whole as Parameters<typeof presimplify>[0]), smallestTriangle), steps);
}
