import type { Point } from 'geojson';
import type { FileRecord } from '../files/record.ts';
import type { Cells } from './cells.ts';

export interface Coordinates {
  longitude: number;
  latitude: number;
}

/**
 * The position of a record: its geometry, or its columns longitude and latitude.
 * Null where there is none that a place could have, and the fault is noted.
 */
export function coordinatesOf(record: FileRecord, cells: Cells): Coordinates | null {
  if (record.geometry === undefined) {
    const longitude = cells.degrees('longitude');
    const latitude = cells.degrees('latitude');
    return longitude === null || latitude === null ? null : checked(longitude, latitude, cells, 'longitude');
  }
  if (record.geometry === null) cells.fault(null, 'no-geometry');
  else if (record.geometry.type !== 'Point') cells.fault(null, 'wrong-geometry', record.geometry.type);
  else {
    const [longitude, latitude] = (record.geometry as Point).coordinates ?? [];
    return checked(longitude, latitude, cells, null);
  }
  return null;
}

function checked(longitude: number, latitude: number, cells: Cells, field: string | null): Coordinates | null {
  const value = `${longitude}, ${latitude}`;
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) cells.fault(field, 'bad-coordinates', value);
  else if (longitude === 0 && latitude === 0) cells.fault(field, 'zero-coordinates', value);
  else if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return { longitude, latitude };
  // A latitude beyond 90 that would do as a longitude was written in the other's place.
  else if (Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90) cells.fault(field, 'swapped-axes', value);
  else cells.fault(field, 'bad-coordinates', value);
  return null;
}
