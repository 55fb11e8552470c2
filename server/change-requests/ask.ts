import { act, conflict, numbered, sortOut } from '../assignments/bulk.ts';
import { readCandidates } from '../assignments/facts.ts';
import type { Assignment } from '../assignments/schema.ts';
import { changeableStages } from '../assignments/stages.ts';
import type { Stepper } from '../assignments/steps.ts';
import { identifier } from '../changes/identifier.ts';
import type { Database } from '../database/database.ts';
import { forbidden } from '../http/problem.ts';
import { openChangeRequests, writeChangeRequests } from './queries.ts';
import { recordRequest } from './record.ts';
import type { AskReply, AskRequest, ChangeRequest } from './schema.ts';

/** Asks for a change of approved assignments. Who provides the service, only a planner can ask to change. */
export async function askChange(database: Database, stepper: Stepper, request: AskRequest): Promise<AskReply> {
  if (stepper.party === 'operator' && request.changes.operatorCode !== undefined)
    throw forbidden('planner', ['planner']);
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
    for (const asking of requests) recordRequest(action, null, asking);
    return { done: outcome.current, refused: outcome.refused };
  });
  return { actionId, refused, requests };
}
