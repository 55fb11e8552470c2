import type { Viewer } from '../accounts/schema.ts';
import { companyOf } from '../accounts/access.ts';
import { workingDays } from '../calendar/holidays.ts';
import type { Database } from '../database/database.ts';
import { forbidden } from '../http/problem.ts';
import { approvalClock } from '../programmes/queries.ts';
import { act, type Actor, assignmentItem, conflict, keyOf, type Outcome, sortOut } from './bulk.ts';
import { readCandidates, readPlan, textOf } from './facts.ts';
import { writeAssignments } from './queries.ts';
import { conflictsOf, forbids, isActive } from './rules.ts';
import type { Assignment, BulkReply, SeenAssignment } from './schema.ts';
import { type Given, partyOf, ruleOf, type Step, stepped } from './stages.ts';

/** Who takes a step: the party is held to the rule of the step, the company to its own assignments. */
export interface Stepper extends Actor {
  party: ReturnType<typeof partyOf>;
  company: string | null;
}

export const stepperOf = (viewer: Viewer, today: string): Stepper => ({
  login: viewer.login,
  today,
  party: partyOf(viewer.role),
  company: companyOf(viewer),
});

/** A step of many assignments. Whoever calls this for a step that goes through something larger has that in hand. */
export type StepTaken = { step: Step; assignments: readonly SeenAssignment[] } & Omit<Given, 'asked'>;

/** Takes each assignment a step further that is still as the person saw it, in a stage that the step begins from. */
export async function takeStep(database: Database, stepper: Stepper, taken: StepTaken): Promise<BulkReply> {
  const { step, assignments, reason, counter, changes } = taken;
  const rule = ruleOf(step);
  if (stepper.party !== rule.by) throw forbidden(rule.by);
  const verb = step === 'propose' ? 'send' : step;
  return act(database, stepper, verb, assignments, async (action) => {
    const known = await readCandidates(database, assignments);
    const elsewhere = ({ stage }: Assignment) =>
      rule.from.includes(stage) ? null : conflict('not-from-this-stage', stage);
    const { current, refused } = sortOut(assignments, known, elsewhere, stepper.company);
    const asked =
      rule.to === 'proposed'
        ? { on: stepper.today, dueOn: workingDays.deadline(stepper.today, await approvalClock(database)) }
        : undefined;
    const after = current.map((before) => ({
      before,
      after: {
        ...stepped(before, step, { reason, counter, changes, asked }),
        version: action.sequence(before.regionCode),
      },
    }));
    const outcome = await heldToThePlan(database, stepper, known, after);
    await writeAssignments(database, outcome.done);
    const befores = new Map(after.map((pair) => [pair.after, pair.before]));
    for (const done of outcome.done) action.add(done.regionCode, assignmentItem(befores.get(done)!, done));
    return { done: outcome.done, refused: [...refused, ...outcome.refused] };
  });
}

/** Steps that change terms, or bring an idle assignment back, are held to the rules of assigning like a new one. */
export async function heldToThePlan(
  database: Database,
  actor: Actor,
  known: Awaited<ReturnType<typeof readCandidates>>,
  pairs: readonly { before: Assignment; after: Assignment }[],
): Promise<Outcome> {
  const held = pairs.filter(({ before, after }) => isActive(after) && (!isActive(before) || differs(before, after)));
  const conflicts = conflictsOf(
    held.map(({ before, after }) => ({
      candidate: known.get(textOf(before))!,
      commitment: after,
      own: before.number,
      replaces: isActive(before) ? before : undefined,
    })),
    await readPlan(
      database,
      actor.today,
      held.flatMap(({ before, after }) => [before.operatorCode, after.operatorCode]),
    ),
  );
  const against = new Map(held.map(({ after }, i) => [after, conflicts[i]]));
  const outcome: Outcome = { done: [], refused: [] };
  for (const { before, after } of pairs) {
    const found = against.get(after) ?? [];
    if (forbids(found)) outcome.refused.push({ ...keyOf(before), conflicts: found, present: before });
    else outcome.done.push(after);
  }
  return outcome;
}

const differs = (before: Assignment, after: Assignment): boolean =>
  (['operatorCode', 'technology', 'startQuarter', 'finishQuarter'] as const).some(
    (field) => before[field] !== after[field],
  );
