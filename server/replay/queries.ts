import type { Database } from '../database/database.ts';
import type { Row } from './fold.ts';

/** Adds rows, JSON objects by column, to a table: columns that are not named take what the table gives by itself. */
export async function insertRows(
  database: Database,
  table: string,
  named: readonly string[],
  rows: readonly string[],
): Promise<void> {
  const columns = (await tableColumns(database, table))
    .map(({ name }) => name)
    .filter((name) => named.includes(name))
    .join(', ');
  await database.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [`[${rows.join(',')}]`],
  );
}

/** Makes valid the boundaries that cross themselves, as they are when boundaries are loaded. */
export async function repairBoundaries(
  database: Database,
  table: 'region' | 'place',
  codes: readonly string[],
): Promise<void> {
  await database.query(
    `update ${table} set boundary = st_multi(st_collectionextract(st_makevalid(boundary), 3)) where code = any($1)`,
    [codes],
  );
}

/** Which columns has a table, which of them are its key, and which hold geometry? In the order in which they were made. */
function tableColumns(
  database: Database,
  table: string,
): Promise<{ name: string; isKey: boolean; isGeometry: boolean }[]> {
  return database.query(
    `select attname::text as name, format_type(atttypid, null) like '%geometry' as "isGeometry",
       exists (select from pg_index where indrelid = attrelid and indisprimary and attnum = any(indkey)) as "isKey"
     from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped
     order by attnum`,
    [table],
  );
}

/** Every row of a table as text, by its key as text; of geometry the SHA-256 of its bytes. */
export async function textRows(
  database: Database,
  table: string,
): Promise<{ columns: string[]; rows: Map<string, (string | null)[]> }> {
  const columns = await tableColumns(database, table);
  const text = ({ name, isGeometry }: { name: string; isGeometry: boolean }) =>
    isGeometry ? `encode(sha256(st_asbinary("${name}", 'NDR')), 'hex')` : `"${name}"::text`;
  const key = columns.filter(({ isKey }) => isKey).map(({ name }) => `"${name}"`);
  const rows = await database.query<{ key: string; cells: (string | null)[] }>(
    `select concat_ws(' ', ${key.join(', ')}) as key, array[${columns.map(text).join(', ')}] as cells
     from ${table}
     order by ${key.join(', ')}`,
  );
  return { columns: columns.map(({ name }) => name), rows: new Map(rows.map(({ key: of, cells }) => [of, cells])) };
}

/** All shapes whose GeoJSON is no longer what its hash was made of. */
export async function alteredShapes(database: Database): Promise<string[]> {
  const rows = await database.query<Row & { hash: string }>(
    `select hash from shape where encode(sha256(convert_to(geojson, 'UTF8')), 'hex') <> hash order by hash`,
  );
  return rows.map(({ hash }) => hash);
}
