import type { MultiPoint } from 'geojson';
import { readWkb } from './engine/wkb.ts';
import type { Settled } from './membership.ts';

/** What a settlement is beside a point, as it is read: WKB of its polygon, and GeoJSON of where its people live. */
export interface ExtentRow {
  area: Uint8Array | null;
  residents: string | null;
}

/** The same as the assessment needs it. */
export function extentOf({ area, residents }: ExtentRow): Pick<Settled, 'area' | 'residents'> {
  const read = area && readWkb(area);
  return { area: read?.type === 'area' ? read.area : null, residents: residents === null ? null : pointsOf(residents) };
}

/** Longitude, latitude and residents of each point of a MultiPoint whose heights are residents. */
export const pointsOf = (geojson: string): number[][] => (JSON.parse(geojson) as MultiPoint).coordinates;
