import type { EvidenceKind, Sampling, Technology } from '../coverage/schema.ts';
import type { Database } from '../database/database.ts';
import type { Settled, UpheldClaim } from './membership.ts';
import type { Box } from './engine/circle.ts';
import { type ExtentRow, extentOf } from './extent.ts';

/** Which regions have settlements? */
export async function regionsWithSettlements(database: Database): Promise<string[]> {
  const rows = await database.query<{ code: string }>(
    `select code from region where exists (select from settlement where region_code = region.code) order by code`,
  );
  return rows.map(({ code }) => code);
}

/** How many rows tell of a region, of settlements and of evidence? */
export async function countRows(database: Database, regionCode: string): Promise<number> {
  const [{ rows }] = await database.query<{ rows: number }>(
    `select ((select count(*) from settlement where region_code = $1)
       + (select count(*) from evidence where region_code = $1))::int as rows`,
    [regionCode],
  );
  return rows;
}

/** Rows of a page: few, so that what else waits for the main thread waits a moment. */
const pageRows = 500;

/** All pages of a list that has an order, each read from where the one before it ended. */
async function* pages<Row>(
  first: string,
  keyOf: (row: Row) => string,
  read: (after: string) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for (let after = first; ;) {
    const rows = await read(after);
    yield rows;
    if (rows.length < pageRows) return;
    after = keyOf(rows[rows.length - 1]);
  }
}

/** Of one that is given as a polygon: its area, and where its people live. */
const extent = `st_asbinary(area, 'NDR') as area, (select geojson from shape where hash = residents_hash) as residents`;

const settled = `select code, st_x(location) as longitude, st_y(location) as latitude, population, ${extent} from settlement`;

type SettledRow = Omit<Settled, 'area' | 'residents'> & ExtentRow;

const withExtent = ({ area, residents, ...row }: SettledRow): Settled => ({ ...row, ...extentOf({ area, residents }) });

/** Where are these settlements of a region, and how many live there? */
export async function settlementsOf(
  database: Database,
  regionCode: string,
  codes: readonly string[],
): Promise<Settled[]> {
  const rows = await database.query<SettledRow>(`${settled} where region_code = $1 and code = any($2) order by code`, [
    regionCode,
    codes,
  ]);
  return rows.map(withExtent);
}

/** The same of all of a region, a page at a time. */
export const settlementPages = (database: Database, regionCode: string): AsyncGenerator<Settled[]> =>
  pages(
    '',
    ({ code }) => code,
    async (after) => {
      const rows = await database.query<SettledRow>(
        `${settled} where region_code = $1 and code > $2 order by code limit $3`,
        [regionCode, after, pageRows],
      );
      return rows.map(withExtent);
    },
  );

/** Which settlements of a region are given as polygons? */
export function extentsOf(database: Database, regionCode: string): Promise<(ExtentRow & { code: string })[]> {
  return database.query(`select code, ${extent} from settlement where region_code = $1 and area is not null`, [
    regionCode,
  ]);
}

/** The same, of those inside or on the edge of any of the boxes, or whose area may be. */
export async function settlementsInBoxes(
  database: Database,
  regionCode: string,
  boxes: readonly Box[],
): Promise<Settled[]> {
  const rows = await database.query<SettledRow>(
    `${settled}
     where region_code = $1 and exists (
       select from unnest($2::float8[], $3::float8[], $4::float8[], $5::float8[]) as box (west, south, east, north)
       where location && st_makeenvelope(west, south, east, north, 4326)
         and st_x(location) between west and east and st_y(location) between south and north
         or area && st_makeenvelope(west, south, east, north, 4326))
     order by code`,
    [regionCode, ...columnsOf(boxes)],
  );
  return rows.map(withExtent);
}

export interface EvidenceRow {
  id: string;
  kind: EvidenceKind;
  operatorCode: string | null;
  technology: Technology | null;
  download: number | null;
  upload: number | null;
  latency: number | null;
  tests: number | null;
  devices: number | null;
  sampling: Sampling | null;
  observedOn: string | null;
  dataset: string;
  settlementCode: string | null;
  /** WKB. */
  geometry: Uint8Array | null;
  radius: number | null;
}

const evidence = `select id, kind, operator_code as "operatorCode", technology, download_mbps as download,
    upload_mbps as upload, latency_ms as latency, tests, devices, sampling, observed_on as "observedOn",
    dataset, settlement_code as "settlementCode", st_asbinary(geometry, 'NDR') as geometry, radius_m as radius
  from evidence`;

/** What is known of service in a region? A page at a time. */
export const evidencePages = (database: Database, regionCode: string): AsyncGenerator<EvidenceRow[]> =>
  pages(
    '00000000-0000-0000-0000-000000000000',
    ({ id }) => id,
    (after) =>
      database.query(`${evidence} where region_code = $1 and id > $2 order by id limit $3`, [
        regionCode,
        after,
        pageRows,
      ]),
  );

/** Which evidence of a region may touch any of these boxes, or names one of these settlements? */
export function evidenceNear(
  database: Database,
  regionCode: string,
  boxes: readonly Box[],
  codes: readonly string[],
): Promise<EvidenceRow[]> {
  return database.query(
    `${evidence}
     where region_code = $1 and id in (
       select near.id
       from unnest($2::float8[], $3::float8[], $4::float8[], $5::float8[]) as box (west, south, east, north)
       join evidence as near
         on near.region_code = $1 and near.extent && st_makeenvelope(west, south, east, north, 4326)
       union all
       select named.id from evidence as named where named.region_code = $1 and named.settlement_code = any($6))`,
    [regionCode, ...columnsOf(boxes), codes],
  );
}

/** Which claims do not count at which settlements of a region, since a challenge of them was upheld? */
export function upheldClaims(database: Database, regionCode: string): Promise<UpheldClaim[]> {
  return database.query(
    `select settlement_code as "settlementCode", evidence_id as "evidenceId"
     from challenge_claim
     where region_code = $1 and outcome = 'upheld'`,
    [regionCode],
  );
}

/** An assessment as it stands in its table; lists as PostgreSQL writes them. */
export interface AssessmentRow {
  settlementCode: string;
  status: string;
  flagged: boolean;
  reason: string;
  confidence: string;
  bestKind: string | null;
  bestOperatorCode: string | null;
  bestTechnology: string | null;
  bestDownload: number | null;
  bestUpload: number | null;
  bestLatency: number | null;
  deciding: string;
  missing: string;
  covered: number | null;
  coveredBy: string | null;
  /** JSON; null where there are none. */
  measured: string | null;
  contradictions: string | null;
  unclaimed: boolean;
}

const assessments = `select settlement_code as "settlementCode", status, flagged, reason, confidence,
    best_kind as "bestKind", best_operator_code as "bestOperatorCode", best_technology as "bestTechnology",
    best_download_mbps as "bestDownload", best_upload_mbps as "bestUpload", best_latency_ms as "bestLatency",
    deciding::text as deciding, missing::text as missing, covered, covered_by as "coveredBy",
    measured::text as measured, contradictions::text as contradictions, unclaimed
  from assessment`;

/** What was found before of these settlements of a region? */
export function assessmentsOf(
  database: Database,
  regionCode: string,
  codes: readonly string[],
): Promise<AssessmentRow[]> {
  return database.query(`${assessments} where region_code = $1 and settlement_code = any($2)`, [regionCode, codes]);
}

/** The same of all of a region, a page at a time. */
export const assessmentPages = (database: Database, regionCode: string): AsyncGenerator<AssessmentRow[]> =>
  pages(
    '',
    ({ settlementCode }) => settlementCode,
    (after) =>
      database.query(
        `${assessments} where region_code = $1 and settlement_code > $2 order by settlement_code limit $3`,
        [regionCode, after, pageRows],
      ),
  );

/** Writes what was found of settlements of a region, in place of what was found before. */
export async function writeAssessments(
  database: Database,
  regionCode: string,
  rows: readonly AssessmentRow[],
  assessedOn: string,
): Promise<void> {
  const column = <Name extends keyof AssessmentRow>(name: Name) => rows.map((row) => row[name]);
  await database.query(
    `insert into assessment (region_code, settlement_code, status, flagged, reason, confidence, best_kind,
       best_operator_code, best_technology, best_download_mbps, best_upload_mbps, best_latency_ms, deciding, missing,
       covered, measured, contradictions, unclaimed, covered_by, assessed_on)
     select $1, settlement_code, status, flagged, reason, confidence, best_kind, best_operator_code, best_technology,
       best_download_mbps, best_upload_mbps, best_latency_ms, deciding::uuid[], missing::text[],
       covered, measured::json, contradictions::json, unclaimed, covered_by, $15
     from unnest($2::text[], $3::text[], $4::boolean[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::float8[], $11::float8[], $12::float8[], $13::text[], $14::text[], $16::float8[], $17::text[],
       $18::text[], $19::boolean[], $20::text[])
       as found (settlement_code, status, flagged, reason, confidence, best_kind, best_operator_code, best_technology,
         best_download_mbps, best_upload_mbps, best_latency_ms, deciding, missing, covered, measured, contradictions,
         unclaimed, covered_by)
     on conflict (region_code, settlement_code) do update
     set status = excluded.status, flagged = excluded.flagged, reason = excluded.reason,
       confidence = excluded.confidence, best_kind = excluded.best_kind,
       best_operator_code = excluded.best_operator_code, best_technology = excluded.best_technology,
       best_download_mbps = excluded.best_download_mbps, best_upload_mbps = excluded.best_upload_mbps,
       best_latency_ms = excluded.best_latency_ms, deciding = excluded.deciding, missing = excluded.missing,
       covered = excluded.covered, measured = excluded.measured, contradictions = excluded.contradictions,
       unclaimed = excluded.unclaimed, covered_by = excluded.covered_by, assessed_on = excluded.assessed_on`,
    [
      regionCode,
      column('settlementCode'),
      column('status'),
      column('flagged'),
      column('reason'),
      column('confidence'),
      column('bestKind'),
      column('bestOperatorCode'),
      column('bestTechnology'),
      column('bestDownload'),
      column('bestUpload'),
      column('bestLatency'),
      column('deciding'),
      column('missing'),
      assessedOn,
      column('covered'),
      column('measured'),
      column('contradictions'),
      column('unclaimed'),
      column('coveredBy'),
    ],
  );
}

/** Boxes as four columns: west, south, east, north. */
const columnsOf = (boxes: readonly Box[]): number[][] => [0, 1, 2, 3].map((side) => boxes.map((box) => box[side]));
