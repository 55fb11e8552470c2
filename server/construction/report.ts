import { companyOf } from '../accounts/access.ts';
import type { Viewer } from '../accounts/schema.ts';
import { addSettlementEvidence } from '../assessment/edit-evidence.ts';
import type { Assignment } from '../assignments/schema.ts';
import { baselinedStages, changeableStages, ruleOf } from '../assignments/stages.ts';
import { type Stepper, stepperOf, stepWithin } from '../assignments/steps.ts';
import { attachmentsOf } from '../attachments/queries.ts';
import { dateOf } from '../calendar/moments.ts';
import { identifier } from '../changes/identifier.ts';
import { type Action, openAction } from '../changes/record.ts';
import { jsonHash } from '../changes/signing.ts';
import type { Database } from '../database/database.ts';
import { changedSince } from '../http/problem.ts';
import { checkReport } from './check-report.ts';
import { constructionRules } from './country-rules.ts';
import { milestonesOf } from './milestones.ts';
import { findAssignment } from './progress.ts';
import { blockersOfCompany, inspectionsOfCompany, milestonesOfCompany, reportById, type ReportRow } from './queries.ts';
import { conflicting } from './refuse.ts';
import { medianOf } from './rules.ts';
import type { ProgressReport, Receipt } from './schema.ts';
import { settleBlockers, settleMilestones, tellingsOf } from './settle.ts';
import { insertReport } from './write.ts';

/**
 * Takes a report on the work and gives its receipt. The same report under the
 * same id changes nothing and gets the receipt of the first; another one under
 * that id is a 409. Everything that it brings about is one action.
 */
export async function report(
  database: Database,
  viewer: Viewer,
  body: ProgressReport,
  today: string,
): Promise<Receipt> {
  const company = companyOf(viewer);
  const sent = withPlainIds(body);
  const { version, ...told } = sent;
  const sentHash = jsonHash(told);
  const receiptBefore = async () => receiptOf(await reportById(database, sent.id), viewer, sentHash);
  const before = await receiptBefore();
  if (before !== null) return before;
  return database.transaction(async () => {
    await findAssignment(database, sent, company);
    const action = await openAction(database, {
      actor: viewer.login,
      verb: sent.step ?? 'report',
      regionCodes: [sent.regionCode],
    });
    // What was so before the chain was locked may be otherwise now.
    const meanwhile = await receiptBefore();
    if (meanwhile !== null) return meanwhile;
    const assignment = await findAssignment(database, sent, company);
    if (assignment.version !== version) throw changedSince(assignment);
    const stepper = stepperOf(viewer, today);
    checkStage(assignment, sent.step, stepper.party);
    const complete = await apply(database, action, stepper, assignment, sent);
    const after = sent.step === null ? assignment : await step(database, action, stepper, assignment, sent.step);
    const { regionCode, code, number, operatorCode } = assignment;
    const row: ReportRow = { ...complete, regionCode, code, number, operatorCode, sentHash, assignment: after };
    await insertReport(database, action, row);
    if (sent.step === 'report-operational') await claim(database, action, row, today);
    await action.close();
    return { id: row.id, receivedAt: row.receivedAt, assignment: after };
  });
}

/** The same report with its ids in lower case, as the database gives them back. */
const withPlainIds = (body: ProgressReport): ProgressReport => ({
  ...body,
  id: body.id.toLowerCase(),
  blockers: body.blockers.map((raised) => ({ ...raised, id: raised.id.toLowerCase() })),
  removed: body.removed.map((removed) => ({ ...removed, id: removed.id.toLowerCase() })),
  attachments: body.attachments.map((id) => id.toLowerCase()),
});

function receiptOf(kept: ReportRow | undefined, viewer: Viewer, sentHash: string): Receipt | null {
  if (kept === undefined) return null;
  if (kept.reportedBy !== viewer.login || kept.sentHash !== sentHash) {
    throw conflicting('id-taken', `The id ${kept.id} has another report. Send this one under a new id.`);
  }
  return { id: kept.id, receivedAt: kept.receivedAt, assignment: kept.assignment };
}

/** When it works, the operator has said all; what the state owed can be put down afterwards. */
function checkStage({ stage }: Assignment, step: ProgressReport['step'], party: Stepper['party']): void {
  const reported = party === 'planner' ? baselinedStages : changeableStages;
  const from = step === null ? reported : ruleOf(step).from;
  if (from.includes(stage)) return;
  const detail = `It is ${stage}; ${step ?? 'a report'} is taken from ${from.join(', ')} only.`;
  throw conflicting('not-from-this-stage', detail, { stage });
}

const dayOf = (writtenAt: string, today: string) => {
  const written = dateOf(new Date(writtenAt));
  return written < today ? written : today;
};

/** Holds a report to the rules and writes what it says of milestones and blockers. The report, as it is kept. */
async function apply(
  database: Database,
  action: Action,
  { company, party, login, today }: Stepper,
  assignment: Assignment,
  { version: _version, ...sent }: ProgressReport,
) {
  const standing = await milestonesOfCompany(database, assignment);
  const dates = new Map(standing.map((row) => [row.kind, row]));
  const blockers = await blockersOfCompany(database, assignment);
  const inspections = await inspectionsOfCompany(database, assignment);
  const writtenOn = dayOf(sent.writtenAt, today);
  checkReport(
    { ...sent, version: assignment.version },
    {
      company,
      party: party!,
      writtenOn,
      today,
      milestones: milestonesOf(assignment, dates, constructionRules),
      blockers,
      inspections,
      attachments: await attachmentsOf(database, assignment, company),
      rules: constructionRules,
    },
  );
  const milestones = sent.step === 'report-operational' ? withOnAir(sent.milestones, writtenOn) : sent.milestones;
  const receivedAt = new Date().toISOString();
  const writtenAt = new Date(sent.writtenAt).toISOString();
  const complete = { ...sent, milestones, writtenAt, receivedAt, reportedBy: login };
  await settleMilestones(database, action, assignment, [
    complete,
    ...(await tellingsOf(database, assignment, inspections)),
  ]);
  await settleBlockers(database, action, assignment, blockers, complete);
  return complete;
}

/** What works came on air on a day: the one that is named, or else that of the report. */
function withOnAir(milestones: ProgressReport['milestones'], writtenOn: string): ProgressReport['milestones'] {
  const named = milestones.find(({ kind }) => kind === 'on-air');
  const others = milestones.filter((told) => told !== named);
  return [...others, { ...named, kind: 'on-air', actual: named?.actual ?? writtenOn }];
}

/** Takes the step that a report comes with, inside its action. */
export async function step(
  database: Database,
  action: Action,
  stepper: Stepper,
  { regionCode, code, number, version }: Assignment,
  name: 'start-construction' | 'report-operational' | 'verify' | 'return',
  reason?: Assignment['reason'],
): Promise<Assignment> {
  const taken = { step: name, assignments: [{ regionCode, code, number, version }], reason: reason ?? undefined };
  const { done, refused } = await stepWithin(database, action, stepper, taken);
  if (done.length === 1) return done[0];
  const [{ conflicts, present }] = refused;
  throw conflicting('not-from-this-stage', `${name} is refused: ${conflicts[0].code}.`, { conflicts, present });
}

/** The word of the operator that the service works, as evidence: the median of its tests. */
async function claim(database: Database, action: Action, row: ReportRow, today: string): Promise<void> {
  const { operatorCode, technology } = row.assignment;
  await addSettlementEvidence(database, action, row, today, {
    id: identifier(),
    kind: 'claim',
    operatorCode,
    technology,
    ...medianOf(row.tests),
    tests: row.tests.length,
    devices: null,
    observedOn: dayOf(row.writtenAt, today),
  });
}
