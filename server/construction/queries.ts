import type { Assignment, AssignmentKey } from '../assignments/schema.ts';
import type { Status } from '../assessment/schema.ts';
import type { Database } from '../database/database.ts';
import type { MilestoneDates } from './milestones.ts';
import type { Blocker, Inspection, ProgressReport } from './schema.ts';

/** An assignment as it is given to one company: what was told under another company is not of it. */
export type CompanyKey = AssignmentKey & { operatorCode: string };

export type MilestoneRow = CompanyKey & MilestoneDates;
export type BlockerRow = CompanyKey & Blocker;
export type ReportRow = CompanyKey &
  Omit<ProgressReport, 'version'> & {
    reportedBy: string;
    receivedAt: string;
    sentHash: string;
    assignment: Assignment;
  };
export type InspectionRow = Inspection & {
  recordedAt: string;
  sentHash: string;
  assignment: Assignment;
  status: Status;
  flagged: boolean;
};

const key = `region_code as "regionCode", settlement_code as code, number, operator_code as "operatorCode"`;
const reason = `case when reason_code is not null then json_build_object('code', reason_code, 'text', reason_text) end as reason`;
const ofCompany = 'where region_code = $1 and settlement_code = $2 and number = $3 and operator_code = $4';
const keyOf = ({ regionCode, code, number, operatorCode }: CompanyKey) => [regionCode, code, number, operatorCode];

const milestoneColumns = `${key}, kind, forecast, actual, ${reason}`;
const blockerColumns = `${key}, id, cause, owed_by as "owedBy", text, since, until, decision,
  decision_text as "decisionText", raised_by as "raisedBy"`;
const reportColumns = `${key}, id, written_at as "writtenAt", received_at as "receivedAt", reported_by as "reportedBy",
  milestones, blockers, removed, tests, attachments, note, step, sent_hash as "sentHash", assignment`;
const inspectionColumns = `${key}, id, technology, inspected_on as "inspectedOn", inspector, tests, median, wanted,
  failing, passed, note, ${reason}, attachments, recorded_by as "recordedBy", recorded_at as "recordedAt",
  sent_hash as "sentHash", assignment, status, flagged`;

/** Times come from the database as dates. */
const withTimes = <Row extends object>(rows: readonly Row[]): any[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
    ),
  );

/** The milestones of a commitment that anything was told of. */
export function milestonesOfCompany(database: Database, commitment: CompanyKey): Promise<MilestoneRow[]> {
  return database.query(`select ${milestoneColumns} from milestone ${ofCompany} order by kind`, keyOf(commitment));
}

const among = `where (region_code, settlement_code, number) in (select * from unnest($1::text[], $2::text[], $3::integer[]))`;
const columnsOf = (keys: readonly AssignmentKey[]) => [
  keys.map(({ regionCode }) => regionCode),
  keys.map(({ code }) => code),
  keys.map(({ number }) => number),
];

/** The milestones of many assignments that anything was told of. */
export function milestonesAt(database: Database, keys: readonly AssignmentKey[]): Promise<MilestoneRow[]> {
  return database.query(`select ${milestoneColumns} from milestone ${among}`, columnsOf(keys));
}

/** The blockers of many assignments. */
export function blockersAt(database: Database, keys: readonly AssignmentKey[]): Promise<BlockerRow[]> {
  return database.query(`select ${blockerColumns} from blocker ${among}`, columnsOf(keys));
}

/** All milestones that anything was told of: every company's, or one's. */
export function allMilestones(database: Database, company: string | null = null): Promise<MilestoneRow[]> {
  return database.query(`select ${milestoneColumns} from milestone where $1::text is null or operator_code = $1`, [
    company,
  ]);
}

/** The blockers of a commitment, the oldest first. */
export function blockersOfCompany(database: Database, commitment: CompanyKey): Promise<BlockerRow[]> {
  return database.query(`select ${blockerColumns} from blocker ${ofCompany} order by since, id`, keyOf(commitment));
}

/** All blockers: every company's, or one's. */
export function allBlockers(database: Database, company: string | null = null): Promise<BlockerRow[]> {
  return database.query(`select ${blockerColumns} from blocker where $1::text is null or operator_code = $1`, [
    company,
  ]);
}

/** Which of these ids do blockers of the region have already? */
export async function blockerIdsTaken(
  database: Database,
  regionCode: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    'select id from blocker where region_code = $1 and id = any($2) order by id',
    [regionCode, ids],
  );
  return rows.map(({ id }) => id);
}

/** The reports on a commitment, the newest first. */
export async function reportsOfCompany(database: Database, commitment: CompanyKey): Promise<ReportRow[]> {
  return withTimes(
    await database.query<ReportRow>(
      `select ${reportColumns} from progress_report ${ofCompany} order by received_at desc, id desc`,
      keyOf(commitment),
    ),
  );
}

/** Which report has this id? */
export async function reportById(database: Database, id: string): Promise<ReportRow | undefined> {
  return withTimes(await database.query(`select ${reportColumns} from progress_report where id = $1`, [id]))[0];
}

/** The inspections of a commitment, the newest first. */
export async function inspectionsOfCompany(database: Database, commitment: CompanyKey): Promise<InspectionRow[]> {
  return withTimes(
    await database.query<InspectionRow>(
      `select ${inspectionColumns} from inspection ${ofCompany} order by recorded_at desc, id desc`,
      keyOf(commitment),
    ),
  );
}

/** Which inspection has this id? */
export async function inspectionById(database: Database, id: string): Promise<InspectionRow | undefined> {
  return withTimes(await database.query(`select ${inspectionColumns} from inspection where id = $1`, [id]))[0];
}

/** What is this settlement assessed as? */
export async function assessedAs(
  database: Database,
  { regionCode, code }: AssignmentKey,
): Promise<{ status: Status; flagged: boolean }> {
  const [row] = await database.query<{ status: Status; flagged: boolean }>(
    'select status, flagged from assessment where region_code = $1 and settlement_code = $2',
    [regionCode, code],
  );
  return row;
}
