import type { Database } from '../database/database.ts';
import type { SettlementKey } from '../places/schema.ts';
import type { ParameterCode, Sourced } from './parameters/schema.ts';
import type { PlanningPin } from './pins/schema.ts';

/** The parameters that the ministry has set. */
export function setParameters(database: Database): Promise<(Sourced & { code: ParameterCode; version: number })[]> {
  return database.query('select code, value, source, dated, version from cost_parameter');
}

/** Sets a parameter. */
export async function writeParameter(
  database: Database,
  { code, value, source, dated, version }: Sourced & { code: ParameterCode; version: number },
): Promise<void> {
  await database.query(
    `insert into cost_parameter (code, value, source, dated, version)
     values ($1, $2, $3, $4, $5)
     on conflict (code) do update
     set value = excluded.value, source = excluded.source, dated = excluded.dated, version = excluded.version`,
    [code, value, source, dated, version],
  );
}

/** Takes back what was set of a parameter. */
export async function deleteParameter(database: Database, code: ParameterCode): Promise<void> {
  await database.query('delete from cost_parameter where code = $1', [code]);
}

const pinColumns = `region_code as "regionCode", settlement_code as code, operator_code as "operatorCode", technology,
  quarter, unserved, pinned_by as "pinnedBy", pinned_on as "pinnedOn", version`;

/** All pins. */
export function allPins(database: Database): Promise<PlanningPin[]> {
  return database.query(`select ${pinColumns} from planning_pin order by region_code, settlement_code`);
}

/** The pins of these settlements. */
export function pinsOf(database: Database, keys: readonly SettlementKey[]): Promise<PlanningPin[]> {
  return database.query(
    `select ${pinColumns}
     from planning_pin
     join unnest($1::text[], $2::text[]) as wanted (region_code, settlement_code) using (region_code, settlement_code)`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.code)],
  );
}

/** Adds pins, or writes those of the same settlements. */
export async function writePins(database: Database, pins: readonly PlanningPin[]): Promise<void> {
  await database.query(
    `insert into planning_pin (region_code, settlement_code, operator_code, technology, quarter, unserved, pinned_by,
       pinned_on, version)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[],
       $8::date[], $9::bigint[])
     on conflict (region_code, settlement_code) do update
     set operator_code = excluded.operator_code, technology = excluded.technology, quarter = excluded.quarter,
       unserved = excluded.unserved, pinned_by = excluded.pinned_by, pinned_on = excluded.pinned_on,
       version = excluded.version`,
    [
      pins.map((pin) => pin.regionCode),
      pins.map((pin) => pin.code),
      pins.map((pin) => pin.operatorCode),
      pins.map((pin) => pin.technology),
      pins.map((pin) => pin.quarter),
      pins.map((pin) => pin.unserved),
      pins.map((pin) => pin.pinnedBy),
      pins.map((pin) => pin.pinnedOn),
      pins.map((pin) => pin.version),
    ],
  );
}

/** Removes the pins of these settlements. */
export async function deletePins(database: Database, keys: readonly SettlementKey[]): Promise<void> {
  await database.query(
    `delete from planning_pin
     using unnest($1::text[], $2::text[]) as gone (region_code, settlement_code)
     where planning_pin.region_code = gone.region_code and planning_pin.settlement_code = gone.settlement_code`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.code)],
  );
}

/** A settlement as plans see it: one to connect, or one that has fibre already. */
export interface PlannedPlace extends SettlementKey {
  longitude: number;
  latitude: number;
  population: number | null;
  flagged: boolean;
  /** Who has fibre there already, by the evidence that decided; null where nobody is known to. */
  fibreOf: string | null;
}

/** Which settlements are flagged, or have fibre of a known operator already? In the order of their keys. */
export function plannedPlaces(database: Database): Promise<PlannedPlace[]> {
  return database.query(
    `select settlement.region_code as "regionCode", settlement.code, st_x(location) as longitude,
       st_y(location) as latitude, population, flagged,
       case when status = 'served' and best_technology = 'fibre' then best_operator_code end as "fibreOf"
     from settlement
     join assessment
       on assessment.region_code = settlement.region_code and assessment.settlement_code = settlement.code
     where flagged or status = 'served' and best_technology = 'fibre' and best_operator_code is not null
     order by settlement.region_code, settlement.code`,
  );
}

/** An assignment as plans see it. */
export interface Engagement extends SettlementKey {
  number: number;
  operatorCode: string;
  technology: string;
  startQuarter: string;
  finishQuarter: string;
  costTenge: number | null;
  subsidyTenge: number | null;
  stage: string;
  version: number;
  longitude: number;
  latitude: number;
}

/** All assignments but the cancelled, with where they are. */
export function engagements(database: Database): Promise<Engagement[]> {
  return database.query(
    `select assignment.region_code as "regionCode", settlement_code as code, number, operator_code as "operatorCode",
       technology, start_quarter as "startQuarter", finish_quarter as "finishQuarter", cost_tenge as "costTenge",
       subsidy_tenge as "subsidyTenge", stage, assignment.version, st_x(location) as longitude,
       st_y(location) as latitude
     from assignment
     join settlement
       on settlement.region_code = assignment.region_code and settlement.code = assignment.settlement_code
     where stage <> 'cancelled'
     order by assignment.region_code, settlement_code, number`,
  );
}

/** In how many settlements of a region, or of all, is the population not known? */
export async function countUncounted(database: Database, regionCode: string | null): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `select count(*) as count from settlement where population is null and ($1::text is null or region_code = $1)`,
    [regionCode],
  );
  return row.count;
}
