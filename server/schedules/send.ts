import { act, type Actor, assignmentItem, notDraft, type Outcome, sortOut } from '../assignments/bulk.ts';
import { readCandidates } from '../assignments/facts.ts';
import { allAssignments, writeAssignments } from '../assignments/queries.ts';
import { stepped } from '../assignments/stages.ts';
import { refusedByPlan } from '../assignments/steps.ts';
import { workingDays } from '../calendar/holidays.ts';
import type { Action } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import { clockOf, currentProgramme } from '../programmes/queries.ts';
import { type KeptVersion, scheduleVersions, writeSchedule } from './queries.ts';
import type { SendReply, SendRequest } from './schema.ts';

/** Sends an operator its drafts as a new version of its schedule, and starts the clock of each. */
export async function send(
  database: Database,
  actor: Actor,
  operatorCode: string,
  request: SendRequest,
): Promise<SendReply> {
  const drafts = (await allAssignments(database, operatorCode)).filter(({ stage }) => stage === 'draft');
  const wanted = request.assignments ?? drafts;
  if (wanted.length === 0) {
    throw new Problem(409, 'Nothing to send', `${operatorCode} has no drafts. Assign settlements to it first.`, {
      refusal: 'no-drafts',
    });
  }
  let schedule: KeptVersion | null = null;
  const regions = [...wanted, { regionCode: wholeCountry, code: '' }];
  const reply = await act(database, actor, 'send', regions, async (action): Promise<Outcome> => {
    const known = await readCandidates(database, wanted);
    const { current, refused } = sortOut(wanted, known, notDraft, operatorCode);
    const clock = request.clock ?? (await clockOf(database, 'approval'));
    const asked = { on: actor.today, dueOn: workingDays.deadline(actor.today, clock) };
    const pairs = current.map((before) => ({
      before,
      after: { ...stepped(before, 'propose', { asked }), version: action.sequence(before.regionCode) },
    }));
    const { passed, refused: forbidden } = await refusedByPlan(database, actor, known, pairs, () => true);
    const done = passed.map(({ after }) => after);
    await writeAssignments(database, done);
    for (const { before, after } of passed) action.add(after.regionCode, assignmentItem(before, after));
    if (done.length > 0) {
      schedule = await addVersion(database, action, {
        operatorCode,
        responsibleOfficer: request.responsibleOfficer,
        approvalDays: clock.days,
        approvalDaysKind: clock.kind,
        sentOn: actor.today,
        sentBy: actor.login,
        dueOn: asked.dueOn,
      });
    }
    return { done, refused: [...refused, ...forbidden] };
  });
  return { ...reply, schedule };
}

type Sent = Omit<KeptVersion, 'programmeCode' | 'version' | 'state' | 'approvedOn' | 'approvedBy'>;

/** Adds the next version; one that was sent but not approved gives way to it. */
async function addVersion(database: Database, action: Action, sent: Sent): Promise<KeptVersion> {
  const programme = await currentProgramme(database);
  const versions = (await scheduleVersions(database, sent.operatorCode)).filter(
    ({ programmeCode }) => programmeCode === programme!.code,
  );
  for (const before of versions.filter(({ state }) => state === 'sent')) {
    await recordSchedule(database, action, before, { ...before, state: 'superseded' });
  }
  const version = 1 + (versions[0]?.version ?? 0);
  return recordSchedule(database, action, null, {
    ...sent,
    programmeCode: programme!.code,
    version,
    state: 'sent',
    approvedOn: null,
    approvedBy: null,
  });
}

/** Writes a version of a schedule and tells the record of it. */
export async function recordSchedule(
  database: Database,
  action: Action,
  before: KeptVersion | null,
  after: KeptVersion,
): Promise<KeptVersion> {
  const { operatorCode, programmeCode, version } = after;
  await writeSchedule(database, after);
  action.add(wholeCountry, { entity: 'schedule', key: { operatorCode, programmeCode, version }, before, after });
  return after;
}
