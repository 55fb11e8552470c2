import { act, assignmentItem, conflict, type Outcome } from '../assignments/bulk.ts';
import { readCandidates, textOf } from '../assignments/facts.ts';
import { writeAssignments } from '../assignments/queries.ts';
import type { Assignment } from '../assignments/schema.ts';
import { changeableStages, changed, stepped } from '../assignments/stages.ts';
import { type Pair, refusedByPlan, type Stepper } from '../assignments/steps.ts';
import type { Action } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { freezeBaseline } from '../schedules/baseline.ts';
import { scheduleVersions } from '../schedules/queries.ts';
import type { BaselineSummary } from '../schedules/schema.ts';
import { changeRequestsByIds, writeChangeRequests } from './queries.ts';
import { recordRequest } from './record.ts';
import type { ChangeRequest, DecideReply, DecideRequest } from './schema.ts';

/** An approved assignment after a request was accepted. */
const afterRequest = (before: Assignment, { changes, reason }: ChangeRequest): Omit<Assignment, 'version'> =>
  changes.cancelled ? stepped(before, 'cancel', { reason }) : changed(before, changes);

/** Decides on requests that are open and as the person saw them. What is accepted is written and frozen anew. */
export async function decideChange(
  database: Database,
  stepper: Stepper,
  { requests: wanted, decision, text }: DecideRequest,
): Promise<DecideReply> {
  const accepts = decision === 'accept';
  const decided: ChangeRequest[] = [];
  const baselines: BaselineSummary[] = [];
  const places = [
    ...wanted.map(({ regionCode }) => ({ regionCode, code: '' })),
    { regionCode: wholeCountry, code: '' },
  ];
  const verb = accepts ? 'accept-change' : 'refuse-change';
  const reply = await act(database, stepper, verb, places, async (action): Promise<Outcome> => {
    const seen = new Map(wanted.map(({ id, version }) => [id, version]));
    const found = await changeRequestsByIds(database, wanted);
    const known = await readCandidates(database, found);
    const assignmentOf = (request: ChangeRequest) =>
      known.get(textOf(request))?.assignments.find(({ number }) => number === request.number) ?? null;
    const against = (request: ChangeRequest) => {
      if (request.state !== 'open' || request.version !== seen.get(request.id)) return 'changed-since';
      const stage = assignmentOf(request)?.stage;
      const may = !accepts || (stage !== undefined && changeableStages.includes(stage));
      return may ? null : 'not-from-this-stage';
    };
    const close = (request: ChangeRequest) => {
      const after: ChangeRequest = {
        ...request,
        state: accepts ? 'accepted' : 'refused',
        decidedBy: stepper.login,
        decidedOn: stepper.today,
        decisionText: text,
        version: action.sequence(request.regionCode),
      };
      decided.push(after);
      recordRequest(action, request, after);
    };

    const refused = found.flatMap((request): Outcome['refused'] => {
      const { regionCode, code, number } = request;
      const why = against(request);
      return why === null
        ? []
        : [{ regionCode, code, number, conflicts: [conflict(why)], present: assignmentOf(request) }];
    });
    const open = found.filter((request) => against(request) === null);
    if (!accepts) {
      for (const request of open) close(request);
      await writeChangeRequests(database, decided);
      return { done: open.flatMap((request) => assignmentOf(request) ?? []), refused };
    }

    const pairs = open.map((request) => {
      const before = assignmentOf(request)!;
      const after = { ...afterRequest(before, request), version: action.sequence(before.regionCode) };
      return { request, before, after };
    });
    // Whatever speaks against a commitment does not keep it from being cancelled.
    const held = ({ after }: Pair) => after.stage !== 'cancelled';
    const outcome = await refusedByPlan(database, stepper, known, pairs, held);
    const passed = pairs.filter((one) => outcome.passed.includes(one));
    for (const { request, before, after } of passed) {
      action.add(after.regionCode, assignmentItem(before, after));
      close(request);
    }
    const done = passed.map(({ after }) => after);
    await writeAssignments(database, done);
    for (const operatorCode of new Set(decided.map((request) => request.operatorCode))) {
      const ids = decided.filter((request) => request.operatorCode === operatorCode).map(({ id }) => id);
      baselines.push(await freezeAgain(database, action, stepper, operatorCode, ids));
    }
    await writeChangeRequests(database, decided);
    return { done, refused: [...refused, ...outcome.refused] };
  });
  return { ...reply, requests: decided, baselines };
}

async function freezeAgain(
  database: Database,
  action: Action,
  stepper: Stepper,
  operatorCode: string,
  changeRequests: string[],
): Promise<BaselineSummary> {
  const approved = (await scheduleVersions(database, operatorCode)).find(({ state }) => state === 'approved');
  return freezeBaseline(database, action, operatorCode, {
    madeOn: stepper.today,
    madeBy: stepper.login,
    responsibleOfficer: approved?.responsibleOfficer ?? '',
    scheduleVersion: null,
    changeRequests,
  });
}
