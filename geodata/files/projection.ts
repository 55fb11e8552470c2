import type { Geometry, Position } from 'geojson';
import proj4 from 'proj4';
import { FileError } from './file-error.ts';

/** Turns a position of the file into longitude and latitude, EPSG:4326. */
export type ToLongitudeLatitude = (position: Position) => Position;

const utm = (zone: number, south: boolean) => `+proj=utm +zone=${zone} ${south ? '+south ' : ''}+datum=WGS84 +units=m`;
/** Krasovsky 1940 as Kazakhstan uses it: Pulkovo 1942, shifted to WGS 84 by EPSG transformation 15865. */
const pulkovo = '+ellps=krass +towgs84=25,-141,-78.5,0,0.35,0.736,0 +units=m';

/**
 * What an EPSG code means: the geographic systems, web and UTM projections of
 * WGS 84, and the Gauss-Krüger zones of Pulkovo 1942 that cover the country.
 */
function definition(code: number): string | null {
  if (code === 4326 || code === 4979 || code === 4258 || code === 4269) return '+proj=longlat +datum=WGS84';
  if (code === 4284) return `+proj=longlat ${pulkovo.replace(' +units=m', '')}`;
  if (code === 3857 || code === 900913 || code === 3785) return proj4.defs('EPSG:3857') ? 'EPSG:3857' : null;
  if (code >= 32601 && code <= 32660) return utm(code - 32600, false);
  if (code >= 32701 && code <= 32760) return utm(code - 32700, true);
  if (code >= 28402 && code <= 28432) {
    const zone = code - 28400;
    return `+proj=tmerc +lat_0=0 +lon_0=${zone * 6 - 3} +k=1 +x_0=${zone * 1_000_000 + 500_000} +y_0=0 ${pulkovo}`;
  }
  return null;
}

/**
 * The transformation that a name or definition of a coordinate reference system
 * asks for; null where positions are longitude and latitude already.
 * `system`: `EPSG:32642`, `urn:ogc:def:crs:EPSG::3857`, `…OGC:1.3:CRS84`, WKT or a proj string. Throws FileError.
 */
export function projectionFrom(system: string): ToLongitudeLatitude | null {
  if (/CRS84$/i.test(system)) return null;
  const epsg = /EPSG(?:[:/]+|.*[:/])(\d+)$/i.exec(system.trim());
  const source = epsg === null ? system : definition(Number(epsg[1]));
  if (source === null) throw unknown(system);
  try {
    if (/^\+proj=longlat \+datum=WGS84$/.test(source)) return null;
    const transform = proj4(source, 'EPSG:4326');
    return ([x, y]) => transform.forward([x, y]);
  } catch {
    throw unknown(system);
  }
}

function unknown(system: string): FileError {
  return new FileError(
    `The coordinate reference system ${system.slice(0, 120)} is not known here. Save the file in EPSG:4326 (longitude, latitude).`,
    { fault: 'projection', value: system.slice(0, 120) },
  );
}

/** The `crs` member of GeoJSON of 2008; null is EPSG:4326, as RFC 7946 has it. */
export function projectionFromMember(member: unknown): ToLongitudeLatitude | null {
  if (member === null || member === undefined) return null;
  const name = (member as { properties?: { name?: unknown } }).properties?.name;
  if (typeof name !== 'string') throw unknown(JSON.stringify(member));
  return projectionFrom(name);
}

/** The same geometry in longitude and latitude, heights dropped. */
export function projected(geometry: Geometry, transform: ToLongitudeLatitude): Geometry {
  if (geometry.type === 'GeometryCollection')
    return { ...geometry, geometries: geometry.geometries.map((one) => projected(one, transform)) };
  const each = (nested: unknown): unknown =>
    typeof (nested as Position)[0] === 'number' ? transform(nested as Position) : (nested as unknown[]).map(each);
  return { ...geometry, coordinates: each(geometry.coordinates) } as Geometry;
}
