import type { Viewer } from '../accounts/schema.ts';
import { addSettlementEvidence } from '../assessment/edit-evidence.ts';
import type { Assignment } from '../assignments/schema.ts';
import { ruleOf } from '../assignments/stages.ts';
import { stepperOf } from '../assignments/steps.ts';
import { attachmentsOf } from '../attachments/queries.ts';
import { identifier } from '../changes/identifier.ts';
import { type Action, openAction } from '../changes/record.ts';
import { jsonHash } from '../changes/signing.ts';
import type { Database } from '../database/database.ts';
import { changedSince } from '../http/problem.ts';
import { constructionRules } from './country-rules.ts';
import { findAssignment, shownInspection, wantedNow } from './progress.ts';
import {
  assessedAs,
  inspectionById,
  inspectionsOfCompany,
  type InspectionRow,
  milestonesOfCompany,
} from './queries.ts';
import { conflicting, refused } from './refuse.ts';
import { step } from './report.ts';
import { failingOf, medianOf } from './rules.ts';
import type { InspectionReply, InspectionRequest } from './schema.ts';
import { takeBackOnAir } from './settle.ts';
import { insertInspection } from './write.ts';

/** What a technology that does not count is held against: nothing, since it fails by itself. */
const nothingWanted = { download: 0, upload: null, latency: null };

/**
 * Records an independent check of what is reported to work. One that passes
 * verifies the assignment; one that fails returns it with its reason. Either is
 * evidence, by which the settlement is assessed again; all of it is one action.
 * The same inspection under the same id changes nothing.
 */
export async function inspect(
  database: Database,
  viewer: Viewer,
  body: InspectionRequest,
  today: string,
): Promise<InspectionReply> {
  const attachments = body.attachments.map((id) => id.toLowerCase());
  const sent = { ...body, id: body.id.toLowerCase(), attachments };
  const { version, ...found } = sent;
  const sentHash = jsonHash(found);
  const replyBefore = async () => replyOf(await inspectionById(database, sent.id), sentHash);
  const before = await replyBefore();
  if (before !== null) return before;
  return database.transaction(async () => {
    const { technology } = await findAssignment(database, sent, null);
    const wanted = await wantedNow(database, technology);
    const median = medianOf(sent.tests);
    const failing = failingOf(median, wanted);
    const passed = failing.length === 0;
    const action = await openAction(database, {
      actor: viewer.login,
      verb: passed ? 'verify' : 'return',
      regionCodes: [sent.regionCode],
    });
    const meanwhile = await replyBefore();
    if (meanwhile !== null) return meanwhile;
    const assignment = await findAssignment(database, sent, null);
    if (assignment.version !== version || assignment.technology !== technology) throw changedSince(assignment);
    const { stage } = assignment;
    if (!ruleOf('verify').from.includes(stage)) {
      throw conflicting('not-from-this-stage', `It is ${stage}; only what is reported operational is inspected.`, {
        stage,
      });
    }
    await check(database, sent, assignment, passed, today);
    const { regionCode, code, number, operatorCode } = assignment;
    const recordedAt = new Date().toISOString();
    const about = { id: sent.id, recordedAt };
    const reason = passed ? null : sent.reason!;
    if (!passed) await takeBackOnAir(database, action, assignment, about);
    const after = await step(
      database,
      action,
      stepperOf(viewer, today),
      assignment,
      passed ? 'verify' : 'return',
      reason,
    );
    await prove(database, action, assignment, sent, today);
    const assessed = await assessedAs(database, assignment);
    const row: InspectionRow = {
      regionCode,
      code,
      number,
      operatorCode,
      technology,
      ...about,
      inspectedOn: sent.inspectedOn,
      inspector: sent.inspector,
      tests: sent.tests,
      median,
      wanted: wanted ?? nothingWanted,
      failing,
      passed,
      note: sent.note,
      reason,
      attachments: sent.attachments,
      recordedBy: viewer.login,
      sentHash,
      assignment: after,
      ...assessed,
    };
    await insertInspection(database, action, row);
    await action.close();
    return { inspection: shownInspection(row, null), assignment: after, ...assessed };
  });
}

function replyOf(kept: InspectionRow | undefined, sentHash: string): InspectionReply | null {
  if (kept === undefined) return null;
  if (kept.sentHash !== sentHash) {
    throw conflicting('id-taken', `The id ${kept.id} has another inspection. Send this one under a new id.`);
  }
  const { assignment, status, flagged } = kept;
  return { inspection: shownInspection(kept, null), assignment, status, flagged };
}

async function check(
  database: Database,
  { inspectedOn, tests, attachments, reason }: InspectionRequest,
  assignment: Assignment,
  passed: boolean,
  today: string,
): Promise<void> {
  const needed = constructionRules.inspection.tests;
  if (tests.length < needed) throw refused('needs-tests', 'tests', `${needed} are needed, ${tests.length} came.`);
  if (inspectedOn > today) {
    throw refused('actual-in-future', 'inspectedOn', `${inspectedOn} is yet to come; today is ${today}.`);
  }
  const milestones = await milestonesOfCompany(database, assignment);
  const onAir = milestones.find(({ kind }) => kind === 'on-air')?.actual ?? null;
  if (onAir !== null && inspectedOn < onAir) {
    const detail = `${inspectedOn} is before ${onAir}, when it is said to have come on air.`;
    throw refused('before-on-air', 'inspectedOn', detail);
  }
  // Of two inspections of one day the worse stands in the assessment: the later one could not show what was mended.
  const failed = (await inspectionsOfCompany(database, assignment)).map((earlier) => earlier.inspectedOn);
  const last = failed.toSorted().at(-1);
  if (last !== undefined && inspectedOn <= last) {
    throw refused('before-inspection', 'inspectedOn', `it was inspected on ${last} already. Inspect on a later day.`);
  }
  const known = new Set((await attachmentsOf(database, assignment, null)).map(({ id }) => id));
  for (const [i, id] of attachments.entries()) {
    if (!known.has(id)) throw refused('unknown-attachment', `attachments.${i}`, `there is no attachment ${id} to it.`);
  }
  if (!passed && reason === undefined) {
    throw refused('needs-reason', 'reason', 'the inspection fails. Say why: a code and a text.');
  }
}

/** What was found, as evidence. */
async function prove(
  database: Database,
  action: Action,
  assignment: Assignment,
  { tests, inspectedOn }: InspectionRequest,
  today: string,
): Promise<void> {
  const { operatorCode, technology } = assignment;
  await addSettlementEvidence(database, action, assignment, today, {
    id: identifier(),
    kind: 'inspection',
    operatorCode,
    technology,
    ...medianOf(tests),
    tests: tests.length,
    devices: null,
    observedOn: inspectedOn,
  });
}
