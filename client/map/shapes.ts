import { booleanPointInPolygon } from '@turf/turf';
import type { Country } from '../store/country.ts';
import { worldX, worldY } from './projection.ts';

/** A place on the map, degrees, as Leaflet names it. */
export interface Corner {
  lat: number;
  lng: number;
}

/** The rows that lie in the rectangle between two opposite corners, or on its edge. */
export function rowsInBox(country: Country, rows: readonly number[], one: Corner, other: Corner): number[] {
  const [west, east] = [Math.min(one.lng, other.lng), Math.max(one.lng, other.lng)];
  const [south, north] = [Math.min(one.lat, other.lat), Math.max(one.lat, other.lat)];
  const { longitude, latitude } = country;
  return rows.filter(
    (row) => longitude[row] >= west && longitude[row] <= east && latitude[row] >= south && latitude[row] <= north,
  );
}

/** The rows inside a line drawn around them. Its sides are straight on the map, so they are tested as drawn. */
export function rowsInLasso(country: Country, rows: readonly number[], corners: readonly Corner[]): number[] {
  if (corners.length < 3) return [];
  const ring = corners.map(({ lng, lat }) => [worldX(lng), worldY(lat)]);
  const polygon = { type: 'Polygon' as const, coordinates: [[...ring, ring[0]]] };
  const longitudes = corners.map(({ lng }) => lng);
  const latitudes = corners.map(({ lat }) => lat);
  const southWest = { lng: Math.min(...longitudes), lat: Math.min(...latitudes) };
  const northEast = { lng: Math.max(...longitudes), lat: Math.max(...latitudes) };
  return rowsInBox(country, rows, southWest, northEast).filter((row) =>
    booleanPointInPolygon([worldX(country.longitude[row]), worldY(country.latitude[row])], polygon),
  );
}
