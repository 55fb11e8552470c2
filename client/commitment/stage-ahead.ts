import type { Assignment, Stage } from '../../server/assignments/schema.ts';
import { ruleOf } from '../../server/assignments/stages.ts';
import type { ProgressReport } from '../../server/construction/schema.ts';
import { commitmentOf, type Entry } from '../outbox/entry.ts';

/** The stage of an assignment once all that waits to be sent has arrived. */
export function stageAhead(assignment: Assignment, entries: readonly Entry[]): Stage {
  return entries
    .filter(
      ({ state, told, seen }) =>
        state === 'waiting' && told === 'report' && commitmentOf(seen) === commitmentOf(assignment),
    )
    .reduce((stage: Stage, { body }) => {
      const { step } = body as ProgressReport;
      return step !== null && ruleOf(step).from.includes(stage) ? ruleOf(step).to : stage;
    }, assignment.stage);
}
