import { act, assignmentItem, conflict, type Outcome } from '../assignments/bulk.ts';
import { readCandidates, textOf } from '../assignments/facts.ts';
import { writeAssignments } from '../assignments/queries.ts';
import type { Assignment } from '../assignments/schema.ts';
import { changeableStages, changed } from '../assignments/stages.ts';
import { refusedByPlan, type Stepper } from '../assignments/steps.ts';
import type { Action } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { freezeBaseline } from '../schedules/baseline.ts';
import { scheduleVersions } from '../schedules/queries.ts';
import type { BaselineSummary } from '../schedules/schema.ts';
import { changeRequestsByIds, writeChangeRequests } from './queries.ts';
import { recordRequest } from './record.ts';
import type { ChangeRequest, DecideReply, DecideRequest } from './schema.ts';

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
      recordRequest(action, request, after);
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
