import type { Assignment } from '../assignments/schema.ts';
import type { Action } from '../changes/record.ts';
import { jsonHash } from '../changes/signing.ts';
import type { Database } from '../database/database.ts';
import { datesAfter, type Telling } from './milestones.ts';
import {
  blockerIdsTaken,
  type BlockerRow,
  inspectionsOfCompany,
  type InspectionRow,
  milestonesOfCompany,
  type ReportRow,
  reportsOfCompany,
} from './queries.ts';
import { conflicting } from './refuse.ts';
import { writeBlocker, writeMilestone } from './write.ts';

/** All that was told of the milestones of a commitment. An inspection that failed takes back that it is on air. */
export async function tellingsOf(
  database: Database,
  assignment: Assignment,
  inspections: readonly InspectionRow[],
): Promise<Telling[]> {
  return [
    ...(await reportsOfCompany(database, assignment)),
    ...inspections.filter(({ passed }) => !passed).map(takenBack),
  ];
}

const takenBack = ({ id, recordedAt }: Pick<InspectionRow, 'id' | 'recordedAt'>): Telling => ({
  id,
  writtenAt: recordedAt,
  receivedAt: recordedAt,
  milestones: [{ kind: 'on-air', actual: null }],
});

/** What a failed inspection found not working is not on air. */
export async function takeBackOnAir(
  database: Database,
  action: Action,
  assignment: Assignment,
  inspection: Pick<InspectionRow, 'id' | 'recordedAt'>,
): Promise<void> {
  const inspections = await inspectionsOfCompany(database, assignment);
  const before = await tellingsOf(database, assignment, inspections);
  await settleMilestones(database, action, assignment, [...before, takenBack(inspection)]);
}

/** Writes the milestones that all that was told leaves other than they stand. */
export async function settleMilestones(
  database: Database,
  action: Action,
  { regionCode, code, number, operatorCode }: Assignment,
  tellings: readonly Telling[],
): Promise<void> {
  const key = { regionCode, code, number, operatorCode };
  const standing = new Map((await milestonesOfCompany(database, key)).map((row) => [row.kind, row]));
  for (const dates of datesAfter(tellings).values()) {
    const before = standing.get(dates.kind) ?? null;
    const after = { ...key, ...dates };
    if (before === null || jsonHash(before) !== jsonHash(after)) await writeMilestone(database, action, before, after);
  }
}

/** Writes the blockers that a report raises and removes. */
export async function settleBlockers(
  database: Database,
  action: Action,
  { regionCode, code, number, operatorCode }: Assignment,
  standing: readonly BlockerRow[],
  { blockers, removed, reportedBy }: Pick<ReportRow, 'blockers' | 'removed' | 'reportedBy'>,
): Promise<void> {
  const [taken] = await blockerIdsTaken(
    database,
    regionCode,
    blockers.map(({ id }) => id),
  );
  if (taken !== undefined) {
    throw conflicting('id-taken', `The id ${taken} has another blocker. Raise this one under a new id.`);
  }
  const untilOf = new Map(removed.map(({ id, until }) => [id, until]));
  const fresh = { decision: null, decisionText: null, raisedBy: reportedBy };
  for (const raised of blockers) {
    const until = untilOf.get(raised.id) ?? null;
    await writeBlocker(database, action, null, { regionCode, code, number, operatorCode, ...raised, ...fresh, until });
  }
  for (const before of standing) {
    const until = untilOf.get(before.id);
    if (until !== undefined) await writeBlocker(database, action, before, { ...before, until });
  }
}
