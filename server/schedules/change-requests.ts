import { act, assignmentItem, conflict, numbered, type Outcome, sortOut } from '../assignments/bulk.ts';
import { readCandidates, textOf } from '../assignments/facts.ts';
import { writeAssignments } from '../assignments/queries.ts';
import type { Assignment } from '../assignments/schema.ts';
import { changeableStages, changed } from '../assignments/stages.ts';
import { refusedByPlan, type Stepper } from '../assignments/steps.ts';
import type { Action } from '../changes/record.ts';
import { identifier } from '../changes/identifier.ts';
import { wholeCountry } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { forbidden } from '../http/problem.ts';
import { freezeBaseline } from './baseline.ts';
import { changeRequestsByIds, openChangeRequests, writeChangeRequests } from './change-request-queries.ts';
import { scheduleVersions } from './queries.ts';
import type { AskReply, AskRequest, BaselineSummary, ChangeRequest, DecideReply, DecideRequest } from './schema.ts';

/** Asks for a change of approved assignments. Who provides the service, only a planner can ask to change. */
export async function askChange(database: Database, stepper: Stepper, request: AskRequest): Promise<AskReply> {
  if (stepper.party === 'operator' && request.changes.operatorCode !== undefined) throw forbidden('planner');
  const requests: ChangeRequest[] = [];
  const { actionId, refused } = await act(database, stepper, 'ask-change', request.assignments, async (action) => {
    const known = await readCandidates(database, request.assignments);
    const asked = new Set((await openChangeRequests(database, request.assignments)).map(numbered));
    const against = (present: Assignment) =>
      !changeableStages.includes(present.stage)
        ? conflict('not-from-this-stage', present.stage)
        : asked.has(numbered(present))
          ? conflict('change-asked-already')
          : null;
    const outcome = sortOut(request.assignments, known, against, stepper.company);
    for (const { regionCode, code, number, operatorCode } of outcome.current) {
      requests.push({
        regionCode,
        code,
        number,
        operatorCode,
        id: identifier(),
        party: stepper.party!,
        askedBy: stepper.login,
        askedOn: stepper.today,
        changes: request.changes,
        reason: request.reason,
        state: 'open',
        decidedBy: null,
        decidedOn: null,
        decisionText: null,
        version: action.sequence(regionCode),
      });
    }
    await writeChangeRequests(database, requests);
    for (const asking of requests) record(action, null, asking);
    return { done: outcome.current, refused: outcome.refused };
  });
  return { actionId, refused, requests };
}

const record = (action: Action, before: ChangeRequest | null, after: ChangeRequest) =>
  action.add(after.regionCode, {
    entity: 'change-request',
    key: { regionCode: after.regionCode, settlementCode: after.code, id: after.id },
    before,
    after,
  });

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
    const refused: Outcome['refused'] = [];
    const refuse = (request: ChangeRequest, code: 'changed-since' | 'not-from-this-stage') => {
      const { regionCode, number } = request;
      refused.push({
        regionCode,
        code: request.code,
        number,
        conflicts: [conflict(code)],
        present: assignmentOf(request),
      });
    };
    const open = found.filter((request) => {
      const asSeen = request.state === 'open' && request.version === seen.get(request.id);
      if (!asSeen) refuse(request, 'changed-since');
      return asSeen;
    });
    const done: Assignment[] = [];
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
      record(action, request, after);
    };
    if (!accepts) {
      for (const request of open) close(request);
      done.push(...open.flatMap((request) => assignmentOf(request) ?? []));
    } else {
      const changeable = open.filter((request) => {
        const stage = assignmentOf(request)?.stage;
        const may = stage !== undefined && changeableStages.includes(stage);
        if (!may) refuse(request, 'not-from-this-stage');
        return may;
      });
      const pairs = changeable.map((request) => {
        const before = assignmentOf(request)!;
        return {
          request,
          before,
          after: { ...changed(before, request.changes), version: action.sequence(before.regionCode) },
        };
      });
      const outcome = await refusedByPlan(database, stepper, known, pairs, () => true);
      refused.push(...outcome.refused);
      for (const pair of pairs.filter((one) => outcome.passed.includes(one))) {
        done.push(pair.after);
        action.add(pair.after.regionCode, assignmentItem(pair.before, pair.after));
        close(pair.request);
      }
      await writeAssignments(database, done);
      for (const operatorCode of new Set(decided.map((request) => request.operatorCode))) {
        const ids = decided.filter((request) => request.operatorCode === operatorCode).map(({ id }) => id);
        baselines.push(await freezeAgain(database, action, stepper, operatorCode, ids));
      }
    }
    await writeChangeRequests(database, decided);
    return { done, refused };
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
