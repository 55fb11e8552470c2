import { createHash } from 'node:crypto';
import type { Geometry } from 'geojson';
import type { Database } from '../database/database.ts';

/** The name of a geometry in the record of changes: the SHA-256, in hexadecimal, of its GeoJSON. */
export const shapeHash = (geojson: string): string => createHash('sha256').update(geojson).digest('hex');

/** Keeps geometries that items of the record name, since one may have a million vertices. Their hashes, in order. */
export async function keepShapes(database: Database, geometries: readonly Geometry[]): Promise<string[]> {
  const texts = geometries.map((geometry) => JSON.stringify(geometry));
  const hashes = texts.map(shapeHash);
  await database.query(
    'insert into shape (hash, geojson) select * from unnest($1::text[], $2::text[]) on conflict do nothing',
    [hashes, texts],
  );
  return hashes;
}

/** The GeoJSON of these hashes. */
export async function shapesByHash(database: Database, hashes: readonly string[]): Promise<Map<string, string>> {
  const rows = await database.query<{ hash: string; geojson: string }>(
    'select hash, geojson from shape where hash = any($1)',
    [hashes],
  );
  return new Map(rows.map(({ hash, geojson }) => [hash, geojson]));
}
