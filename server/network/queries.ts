import type { Database } from '../database/database.ts';
import type { NetworkNode, NetworkSpan } from './schema.ts';

/** What a row of the network has beside what it says. */
interface Written {
  importId: string;
  version: number;
}

export interface NetworkKey {
  regionCode: string;
  id: string;
}

const common = (
  table: string,
) => `${table}.region_code as "regionCode", ${table}.id, ${table}.operator_code as "operatorCode",
  ${table}.name, ${table}.status, ${table}.dataset`;

/** The nodes of a region, or all, as they were loaded. */
export function networkNodes(database: Database, regionCode: string | null): Promise<NetworkNode[]> {
  return database.query(
    `select ${common('network_node')}, ready_on as "readyOn", st_x(location) as longitude, st_y(location) as latitude,
       technologies
     from network_node
     where $1::text is null or region_code = $1
     order by region_code, id`,
    [regionCode],
  );
}

/** The spans of a region, or all. */
export function networkSpans(database: Database, regionCode: string | null): Promise<NetworkSpan[]> {
  return database.query(
    `select ${common('network_span')}, ready_on as "readyOn", start_id as "startId", end_id as "endId",
       st_asgeojson(route, 7)::json->'coordinates' as route
     from network_span
     where $1::text is null or region_code = $1
     order by region_code, id`,
    [regionCode],
  );
}

/**
 * At which nodes can links begin? Those in operation, and those under construction that have a date: their own, or the
 * first on which a span to them shall be ready.
 */
export function openNodes(database: Database): Promise<NetworkNode[]> {
  return database.query(
    `select *
     from (
       select ${common('network_node')}, st_x(location) as longitude, st_y(location) as latitude, technologies,
         case when network_node.status = 'underConstruction' then coalesce(network_node.ready_on, span.ready_on) end
           as "readyOn"
       from network_node
       left join (
         select node_id, min(ready_on) as ready_on
         from (
           select start_id as node_id, ready_on from network_span
           union all
           select end_id, ready_on from network_span
         ) as ends
         group by node_id
       ) as span on span.node_id = network_node.id
     ) as node
     where status = 'operational' or status = 'underConstruction' and "readyOn" is not null
     order by "regionCode", id`,
  );
}

/** Adds nodes, or writes those of the same region and id. */
export async function writeNodes(database: Database, rows: readonly (NetworkNode & Written)[]): Promise<void> {
  await database.query(
    `insert into network_node (region_code, id, operator_code, name, status, ready_on, location, technologies, dataset,
       import_id, version)
     select region_code, id, operator_code, name, status, ready_on,
       st_setsrid(st_makepoint(longitude, latitude), 4326), string_to_array(technologies, ' '), dataset, import_id, version
     from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[], $7::float8[], $8::float8[],
       $9::text[], $10::text[], $11::uuid[], $12::bigint[])
       as row (region_code, id, operator_code, name, status, ready_on, longitude, latitude, technologies, dataset,
         import_id, version)
     on conflict (region_code, id) do update
     set operator_code = excluded.operator_code, name = excluded.name, status = excluded.status,
       ready_on = excluded.ready_on, location = excluded.location, technologies = excluded.technologies,
       dataset = excluded.dataset, import_id = excluded.import_id, version = excluded.version`,
    [
      rows.map((row) => row.regionCode),
      rows.map((row) => row.id),
      rows.map((row) => row.operatorCode),
      rows.map((row) => row.name),
      rows.map((row) => row.status),
      rows.map((row) => row.readyOn),
      rows.map((row) => row.longitude),
      rows.map((row) => row.latitude),
      rows.map((row) => row.technologies.join(' ')),
      rows.map((row) => row.dataset),
      rows.map((row) => row.importId),
      rows.map((row) => row.version),
    ],
  );
}

/** Adds spans, or writes those of the same region and id. */
export async function writeSpans(database: Database, rows: readonly (NetworkSpan & Written)[]): Promise<void> {
  await database.query(
    `insert into network_span (region_code, id, operator_code, name, status, ready_on, start_id, end_id, route, dataset,
       import_id, version)
     select region_code, id, operator_code, name, status, ready_on, start_id, end_id,
       st_setsrid(st_geomfromgeojson(route), 4326), dataset, import_id, version
     from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[], $7::uuid[], $8::uuid[],
       $9::text[], $10::text[], $11::uuid[], $12::bigint[])
       as row (region_code, id, operator_code, name, status, ready_on, start_id, end_id, route, dataset, import_id,
         version)
     on conflict (region_code, id) do update
     set operator_code = excluded.operator_code, name = excluded.name, status = excluded.status,
       ready_on = excluded.ready_on, start_id = excluded.start_id, end_id = excluded.end_id, route = excluded.route,
       dataset = excluded.dataset, import_id = excluded.import_id, version = excluded.version`,
    [
      rows.map((row) => row.regionCode),
      rows.map((row) => row.id),
      rows.map((row) => row.operatorCode),
      rows.map((row) => row.name),
      rows.map((row) => row.status),
      rows.map((row) => row.readyOn),
      rows.map((row) => row.startId),
      rows.map((row) => row.endId),
      rows.map((row) => JSON.stringify({ type: 'LineString', coordinates: row.route })),
      rows.map((row) => row.dataset),
      rows.map((row) => row.importId),
      rows.map((row) => row.version),
    ],
  );
}

/** Removes nodes. */
export async function removeNodes(database: Database, keys: readonly NetworkKey[]): Promise<void> {
  await database.query(
    `delete from network_node
     using unnest($1::text[], $2::uuid[]) as gone (region_code, id)
     where network_node.region_code = gone.region_code and network_node.id = gone.id`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.id)],
  );
}

/** Removes spans. */
export async function removeSpans(database: Database, keys: readonly NetworkKey[]): Promise<void> {
  await database.query(
    `delete from network_span
     using unnest($1::text[], $2::uuid[]) as gone (region_code, id)
     where network_span.region_code = gone.region_code and network_span.id = gone.id`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.id)],
  );
}
