import type { Action } from '../changes/record.ts';
import type { Entity } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import type { BlockerRow, CompanyKey, InspectionRow, MilestoneRow, ReportRow } from './queries.ts';

/** Adds a milestone, or writes its dates anew, and records it. */
export async function writeMilestone(
  database: Database,
  action: Action,
  before: MilestoneRow | null,
  after: MilestoneRow,
): Promise<void> {
  await database.query(
    `insert into milestone (region_code, settlement_code, number, operator_code, kind, forecast, actual, reason_code,
       reason_text, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (region_code, settlement_code, number, operator_code, kind) do update
     set forecast = excluded.forecast, actual = excluded.actual, reason_code = excluded.reason_code,
       reason_text = excluded.reason_text, version = excluded.version`,
    [
      ...keyOf(after),
      after.kind,
      after.forecast,
      after.actual,
      after.reason?.code,
      after.reason?.text,
      action.sequence(after.regionCode),
    ],
  );
  record(action, 'milestone', { operatorCode: after.operatorCode, kind: after.kind }, before, after);
}

/** Adds a blocker, or writes what became of it, and records it. */
export async function writeBlocker(
  database: Database,
  action: Action,
  before: BlockerRow | null,
  after: BlockerRow,
): Promise<void> {
  await database.query(
    `insert into blocker (region_code, settlement_code, number, operator_code, id, cause, owed_by, text, since, until,
       decision, decision_text, raised_by, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (region_code, id) do update
     set until = excluded.until, decision = excluded.decision, decision_text = excluded.decision_text,
       version = excluded.version`,
    [
      ...keyOf(after),
      after.id,
      after.cause,
      after.owedBy,
      after.text,
      after.since,
      after.until,
      after.decision,
      after.decisionText,
      after.raisedBy,
      action.sequence(after.regionCode),
    ],
  );
  record(action, 'blocker', { id: after.id }, before, after);
}

/** Adds a report and records it. */
export async function insertReport(database: Database, action: Action, report: ReportRow): Promise<void> {
  await database.query(
    `insert into progress_report (region_code, settlement_code, number, operator_code, id, written_at, received_at,
       reported_by, milestones, blockers, removed, tests, attachments, note, step, sent_hash, assignment, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      ...keyOf(report),
      report.id,
      report.writtenAt,
      report.receivedAt,
      report.reportedBy,
      JSON.stringify(report.milestones),
      JSON.stringify(report.blockers),
      JSON.stringify(report.removed),
      JSON.stringify(report.tests),
      JSON.stringify(report.attachments),
      report.note,
      report.step,
      report.sentHash,
      JSON.stringify(report.assignment),
      action.sequence(report.regionCode),
    ],
  );
  record(action, 'progress-report', { id: report.id }, null, report);
}

/** Adds an inspection and records it. */
export async function insertInspection(database: Database, action: Action, inspection: InspectionRow): Promise<void> {
  await database.query(
    `insert into inspection (region_code, settlement_code, number, operator_code, id, technology, inspected_on,
       inspector, tests, median, wanted, failing, passed, note, reason_code, reason_text, attachments, recorded_by,
       recorded_at, sent_hash, assignment, status, flagged, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
       $24)`,
    [
      ...keyOf(inspection),
      inspection.id,
      inspection.technology,
      inspection.inspectedOn,
      inspection.inspector,
      JSON.stringify(inspection.tests),
      JSON.stringify(inspection.median),
      JSON.stringify(inspection.wanted),
      JSON.stringify(inspection.failing),
      inspection.passed,
      inspection.note,
      inspection.reason?.code,
      inspection.reason?.text,
      JSON.stringify(inspection.attachments),
      inspection.recordedBy,
      inspection.recordedAt,
      inspection.sentHash,
      JSON.stringify(inspection.assignment),
      inspection.status,
      inspection.flagged,
      action.sequence(inspection.regionCode),
    ],
  );
  record(action, 'inspection', { id: inspection.id }, null, inspection);
}

const keyOf = ({ regionCode, code, number, operatorCode }: CompanyKey) => [regionCode, code, number, operatorCode];

function record(
  action: Action,
  entity: Entity,
  own: Record<string, string>,
  before: CompanyKey | null,
  after: CompanyKey,
): void {
  const { regionCode, code, number } = after;
  action.add(regionCode, {
    entity,
    key: { regionCode, settlementCode: code, number, ...own },
    before: before && { ...before },
    after: { ...after },
  });
}
