import type { Verb } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import type { KeptBaseline } from './agreed.ts';
import type { KnownSettlement } from './known.ts';

/** What is known of every settlement, by region and code. */
export function knownSettlements(database: Database): Promise<KnownSettlement[]> {
  return database.query(
    `select settlement.region_code as "regionCode", settlement.code, district_code as "districtCode",
       json_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en) as names, population,
       population_source as "populationSource", population_date as "populationDate", st_x(location) as longitude,
       st_y(location) as latitude, status
     from settlement
     left join assessment
       on assessment.region_code = settlement.region_code and assessment.settlement_code = settlement.code
     order by settlement.region_code, settlement.code`,
  );
}

export interface LoadedFile {
  kind: string;
  dataset: string;
  source: string;
  licence: string;
  dated: string | null;
  loadedAt: string;
  rowsRead: number;
}

/** Which files were loaded? */
export async function loadedFiles(database: Database): Promise<LoadedFile[]> {
  const rows = await database.query<Omit<LoadedFile, 'loadedAt'> & { loadedAt: Date }>(
    `select kind, dataset, source, licence, dated, loaded_at as "loadedAt", rows_read as "rowsRead"
     from import
     order by loaded_at, id`,
  );
  return rows.map((row) => ({ ...row, loadedAt: row.loadedAt.toISOString() }));
}

/** Which baseline of each operator is the newest under each programme? */
export function baselinesInForce(database: Database): Promise<KeptBaseline[]> {
  return database.query(
    `select distinct on (operator_code, programme_code) operator_code as "operatorCode",
       programme_code as "programmeCode", version, file
     from baseline
     order by operator_code, programme_code, version desc`,
  );
}

/** When was each assignment last reported operational, as recorded before a time (null: ever)? By region, settlement, number. */
export async function operationalTimes(database: Database, before: string | null): Promise<Map<string, Date>> {
  const rows = await database.query<{ key: string; since: Date }>(
    `select concat_ws(' ', region_code, item -> 'key' ->> 'settlementCode', item -> 'key' ->> 'number') as key,
       max(made_at) as since
     from change, jsonb_array_elements(items) as item
     where verb <> 'import' and ($1::timestamptz is null or made_at < $1) and item ->> 'entity' = 'assignment'
       and item -> 'after' ->> 'stage' = 'operational'
       and coalesce(item -> 'before' ->> 'stage', '') not in ('operational', 'verified')
     group by key`,
    [before],
  );
  return new Map(rows.map(({ key, since }) => [key, since]));
}

/** What did people do from one time to before another? */
export function workDone(
  database: Database,
  from: string,
  before: string,
): Promise<{ verb: Verb; actions: number; items: number }[]> {
  return database.query(
    `select verb, count(distinct action_id) as actions, sum(jsonb_array_length(items))::integer as items
     from change
     where made_at >= $1 and made_at < $2
     group by verb
     order by verb`,
    [from, before],
  );
}
