import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { simplify } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { onGrid, signedArea } from './geometry.ts';

/** ISO 3166-1 numeric code of Kazakhstan, by which world-atlas names it. */
const countryId = '398';

/** Degrees; some 1,400 vertices remain of 3,942, enough for a map of the country on a slow line. */
const tolerance = 0.01;

/**
 * The land border and coast of Kazakhstan: a closed ring, EPSG:4326, counterclockwise.
 * From world-atlas 2.0.2 (Natural Earth 1:10m, public domain). Its hole is Baikonur, which Kazakhstan leases out but
 * which is a part of it, so the hole is filled; five uninhabited islands in the Caspian Sea are left out.
 */
export function readOutline(): Position[] {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ countries: GeometryCollection }>;
  const country = atlas.objects.countries.geometries.find((geometry) => geometry.id === countryId);
  if (!country) throw new Error(`world-atlas has no country ${countryId}.`);
  const parts = (feature(atlas, country) as Feature<MultiPolygon>).geometry.coordinates;
  const mainland = parts.reduce((largest, part) => (part[0].length > largest[0].length ? part : largest))[0];
  const simplified = simplify({ type: 'Polygon', coordinates: [mainland] } as Polygon, { tolerance, highQuality: true })
    .coordinates[0];
  const ring = simplified.map(onGrid);
  return signedArea(ring) > 0 ? ring : ring.toReversed();
}
