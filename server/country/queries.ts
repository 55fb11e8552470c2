import type { Assessment, Status } from '../assessment/schema.ts';
import type { Assignment } from '../assignments/schema.ts';
import type { Database } from '../database/database.ts';
import type { SettlementKey } from '../places/schema.ts';
import type { LiveRow, SettlementFilter, SettlementSummary, ShownEvidence } from './schema.ts';

/** The status of every settlement, in the order that columns have them; null where it was not assessed. */
export function allStatuses(database: Database): Promise<{ status: Status | null; flagged: boolean }[]> {
  return database.query(
    `select status, coalesce(flagged, false) as flagged
     from settlement
     left join assessment
       on assessment.region_code = settlement.region_code and assessment.settlement_code = settlement.code
     order by settlement.region_code, settlement.code`,
  );
}

/** The living part of these settlements, but for their assignments. */
export function liveParts(database: Database, keys: readonly SettlementKey[]): Promise<Omit<LiveRow, 'assignments'>[]> {
  return database.query(
    `select settlement.region_code as "regionCode", settlement.code, population, status,
       coalesce(flagged, false) as flagged
     from settlement
     join unnest($1::text[], $2::text[]) as wanted (region_code, code) using (region_code, code)
     left join assessment
       on assessment.region_code = settlement.region_code and assessment.settlement_code = settlement.code
     order by settlement.region_code, settlement.code`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.code)],
  );
}

/** How many settlements are flagged, and how many have each status? */
export async function statusCounts(database: Database): Promise<{ flagged: number; byStatus: Record<string, number> }> {
  const rows = await database.query<{ status: string; settlements: number; flagged: number }>(
    `select status, count(*) as settlements, count(*) filter (where flagged) as flagged
     from assessment
     group by status
     order by count(*) desc, status`,
  );
  return {
    flagged: rows.reduce((sum, row) => sum + row.flagged, 0),
    byStatus: Object.fromEntries(rows.map(({ status, settlements }) => [status, settlements])),
  };
}

/** Lower case, with each Kazakh letter as the Russian one that people type for it. */
const folded = (text: string) => `translate(lower(${text}), 'әғқңөұүһіё', 'агкноуухие')`;

/** The assignments of a settlement that the reader may know of. */
const itsAssignments = `select from assignment
         where assignment.region_code = settlement.region_code and assignment.settlement_code = settlement.code
           and ($13::text is null or assignment.operator_code = $13)`;

/** The best service found is evidence: it is told to its own company, where it is some company's. */
const mayKnowBest = (company: string) =>
  `(${company}::text is null or best_operator_code is null or best_operator_code = ${company})`;

/** A settlement as lists have it, but for its assignments; `company` is the parameter of the one that asks. */
const summaryColumns = (
  company: string,
) => `settlement.region_code as "regionCode", settlement.code, settlement.district_code as "districtCode",
  settlement.kind, json_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en) as names,
  population, population_source as "populationSource", population_date as "populationDate",
  st_x(location) as longitude, st_y(location) as latitude,
  status, coalesce(flagged, false) as flagged, reason,
  case when ${mayKnowBest(company)} then best_download_mbps end as "bestDownload"`;

/** These settlements as lists have them, in the order in which they are named. */
export function summariesOf(
  database: Database,
  keys: readonly SettlementKey[],
  company: string | null,
): Promise<Omit<SettlementSummary, 'assignments'>[]> {
  return database.query(
    `select ${summaryColumns('$3')}
     from settlement
     join unnest($1::text[], $2::text[]) with ordinality as wanted (region_code, code, place) using (region_code, code)
     left join assessment
       on assessment.region_code = settlement.region_code and assessment.settlement_code = settlement.code
     order by place`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.code), company],
  );
}

/** Which settlements match the filter, after a place in the order of region and code? One company's assignments count, or all. */
export async function settlementsMatching(
  database: Database,
  filter: SettlementFilter,
  page: { after: SettlementKey | null; limit: number },
  company: string | null,
): Promise<Omit<SettlementSummary, 'assignments'>[]> {
  return database.query(
    `select ${summaryColumns('$13')}
     from settlement
     left join assessment
       on assessment.region_code = settlement.region_code and assessment.settlement_code = settlement.code
     where ($1::text is null or settlement.region_code = $1)
       and ($2::text is null or settlement.district_code = $2)
       and ($3::text is null or status = $3)
       and ($4::boolean is null or coalesce(flagged, false) = $4)
       and ($5::boolean is null or (population is null) = $5)
       and ($6::integer is null or population >= $6)
       and ($7::integer is null or population <= $7)
       and ($9::text is distinct from 'none' or not exists (${itsAssignments}))
       and (($8::text is null and coalesce($9, 'none') = 'none' and $10::text is null)
         or exists (${itsAssignments}
           and ($8 is null or assignment.operator_code = $8)
           and ($9 is null or assignment.stage = $9)
           and ($10 is null or assignment.finish_quarter = $10)))
       and ($11::text is null or settlement.code like $11
         or ${folded("concat_ws(' ', name_kk, name_ru, name_en)")} like ${folded('$11')})
       and ($12::text is null or (settlement.region_code, settlement.code) > ($12, $14))
     order by settlement.region_code, settlement.code
     limit $15`,
    [
      filter.region ?? null,
      filter.district ?? null,
      filter.status ?? null,
      filter.flagged ?? null,
      filter.populationMissing ?? null,
      filter.populationFrom ?? null,
      filter.populationTo ?? null,
      filter.operator ?? null,
      filter.stage ?? null,
      filter.quarter ?? null,
      filter.query === undefined ? null : `%${filter.query.replace(/[\\%_]/g, '\\$&')}%`,
      page.after?.regionCode ?? null,
      company,
      page.after?.code ?? null,
      page.limit,
    ],
  );
}

/** Why has this settlement the status that it has? With all that was found, or what is one company's or nobody's. */
export async function assessmentOf(
  database: Database,
  key: SettlementKey,
  company: string | null,
): Promise<Assessment | null> {
  const [row] = await database.query<Assessment>(
    `select status, flagged, reason, confidence, deciding, missing, covered, covered_by as "coveredBy", unclaimed, assessed_on as "assessedOn",
       coalesce((
         select json_agg(one) from json_array_elements(measured) as one
         where $3::text is null or one->>'operatorCode' is null or one->>'operatorCode' = $3), '[]') as measured,
       coalesce((
         select json_agg(one) from json_array_elements(contradictions) as one
         where $3 is null or one->>'operatorCode' = $3), '[]') as contradictions,
       case when best_kind is not null and ${mayKnowBest('$3')} then json_build_object(
         'kind', best_kind, 'operatorCode', best_operator_code, 'technology', best_technology,
         'download', best_download_mbps, 'upload', best_upload_mbps, 'latency', best_latency_ms) end as best
     from assessment
     where region_code = $1 and settlement_code = $2`,
    [key.regionCode, key.code, company],
  );
  return row ?? null;
}

/**
 * Which evidence speaks of this settlement? Measured points within `reach`
 * metres. All of it, or what is one company's or nobody's.
 */
export function evidenceAt(
  database: Database,
  key: SettlementKey,
  reach: number,
  company: string | null,
): Promise<Omit<ShownEvidence, 'deciding'>[]> {
  return database.query(
    `with here as (
       select region_code, code, location, coalesce(area, location) as extent
       from settlement
       where region_code = $1 and code = $2),
     placed as (
       select evidence.*,
         case when st_geometrytype(geometry) = 'ST_Point'
           then st_distance(geometry::geography, here.extent::geography) end as distance,
         st_intersects(geometry, here.extent) as covers
       from here
       join evidence
         on evidence.region_code = here.region_code
         and evidence.extent && st_expand(here.extent, $3 / 111000.0 / greatest(0.01, cos(radians(st_y(here.location)))), $3 / 110000.0)
       union all
       select evidence.*, null, true
       from here
       join evidence on evidence.region_code = here.region_code and evidence.settlement_code = here.code
     )
     select placed.id, placed.kind, operator_code as "operatorCode", technology, download_mbps as download,
       upload_mbps as upload, latency_ms as latency, tests, devices, sampling, observed_on as "observedOn",
       case when placed.settlement_code is not null then 'settlement' when distance is null then 'area'
         when radius_m is null then 'point' else 'circle' end as "where",
       distance, radius_m as radius, placed.dataset, import.file_name as "fileName", import.source, source_line as line,
       case when challenge_number is not null
         then json_build_object('number', challenge_number, 'upheld', outcome is not null) end as challenge
     from placed
     left join import on import.id = placed.import_id
     left join challenge_claim
       on challenge_claim.region_code = $1 and challenge_claim.settlement_code = $2 and evidence_id = placed.id
       and outcome is distinct from 'dismissed'
     where case when distance is null then covers else distance <= coalesce(radius_m, $3) end
       and ($4::text is null or operator_code is null or operator_code = $4)
     order by placed.kind, operator_code, observed_on desc, placed.id`,
    [key.regionCode, key.code, reach, company],
  );
}

/** Gathers assignments, which come ordered, under the settlements that they belong to. */
export function withAssignments<Row extends SettlementKey>(
  rows: readonly Row[],
  assignments: readonly Assignment[],
): (Row & { assignments: Assignment[] })[] {
  const textOf = ({ regionCode, code }: SettlementKey) => `${regionCode} ${code}`;
  const byKey = new Map<string, Assignment[]>(rows.map((row) => [textOf(row), []]));
  for (const assignment of assignments) byKey.get(textOf(assignment))?.push(assignment);
  return rows.map((row) => ({ ...row, assignments: byKey.get(textOf(row))! }));
}
