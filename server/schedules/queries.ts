import type { Stage } from '../assignments/schema.ts';
import type { Database } from '../database/database.ts';
import type { BaselineSummary, ScheduleVersion } from './schema.ts';

/** A version as it is kept: that it has been answered shows in its assignments. */
export type KeptVersion = ScheduleVersion & { state: 'sent' | 'approved' | 'superseded' };

/** The versions that were sent, newest first: all operators', or one company's. */
export function scheduleVersions(database: Database, company: string | null): Promise<KeptVersion[]> {
  return database.query(
    `select operator_code as "operatorCode", programme_code as "programmeCode", version, state,
       responsible_officer as "responsibleOfficer", approval_days as "approvalDays",
       approval_days_kind as "approvalDaysKind", sent_on as "sentOn", sent_by as "sentBy", due_on as "dueOn", approved_on as "approvedOn",
       approved_by as "approvedBy"
     from schedule
     where $1::text is null or operator_code = $1
     order by operator_code, version desc`,
    [company],
  );
}

/** Adds a version, or writes what has become of it. */
export async function writeSchedule(database: Database, schedule: KeptVersion): Promise<void> {
  await database.query(
    `insert into schedule (operator_code, programme_code, version, state, responsible_officer, approval_days,
       approval_days_kind, sent_on, sent_by, due_on, approved_on, approved_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (operator_code, programme_code, version) do update
     set state = excluded.state, approved_on = excluded.approved_on, approved_by = excluded.approved_by`,
    [
      schedule.operatorCode,
      schedule.programmeCode,
      schedule.version,
      schedule.state,
      schedule.responsibleOfficer,
      schedule.approvalDays,
      schedule.approvalDaysKind,
      schedule.sentOn,
      schedule.sentBy,
      schedule.dueOn,
      schedule.approvedOn,
      schedule.approvedBy,
    ],
  );
}

/** How many assignments has each operator, or one company, in each stage? */
export function stageCounts(
  database: Database,
  company: string | null,
): Promise<{ operatorCode: string; stage: Stage; count: number }[]> {
  return database.query(
    `select operator_code as "operatorCode", stage, count(*) as count
     from assignment
     where $1::text is null or operator_code = $1
     group by operator_code, stage
     order by operator_code, stage`,
    [company],
  );
}

const summary = `operator_code as "operatorCode", programme_code as "programmeCode", version, made_on as "madeOn",
  made_by as "madeBy", schedule_version as "scheduleVersion", hash`;

/** The baselines, newest first: all operators', or one company's. */
export function baselineSummaries(database: Database, company: string | null): Promise<BaselineSummary[]> {
  return database.query(
    `select ${summary}
     from baseline
     where $1::text is null or operator_code = $1
     order by operator_code, version desc`,
    [company],
  );
}

/** A baseline with its file as it was signed. */
export async function baselineOf(
  database: Database,
  programmeCode: string,
  operatorCode: string,
  version: number,
): Promise<(BaselineSummary & { file: string }) | undefined> {
  const [baseline] = await database.query<BaselineSummary & { file: string }>(
    `select ${summary}, file from baseline where operator_code = $1 and programme_code = $2 and version = $3`,
    [operatorCode, programmeCode, version],
  );
  return baseline;
}

/** Keeps a baseline for good. */
export async function insertBaseline(database: Database, baseline: BaselineSummary & { file: string }): Promise<void> {
  await database.query(
    `insert into baseline (operator_code, programme_code, version, made_on, made_by, schedule_version, hash, file)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      baseline.operatorCode,
      baseline.programmeCode,
      baseline.version,
      baseline.madeOn,
      baseline.madeBy,
      baseline.scheduleVersion,
      baseline.hash,
      baseline.file,
    ],
  );
}

/** Every baseline that is kept, as it was signed. */
export function allBaselineFiles(
  database: Database,
): Promise<{ operatorCode: string; version: number; file: string }[]> {
  return database.query(
    'select operator_code as "operatorCode", version, file from baseline order by operator_code, programme_code, version',
  );
}
