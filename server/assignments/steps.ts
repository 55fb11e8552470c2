import type { Viewer } from '../accounts/schema.ts';
import { companyOf } from '../accounts/access.ts';
import { workingDays } from '../calendar/holidays.ts';
import type { Action } from '../changes/record.ts';
import type { Database } from '../database/database.ts';
import { forbidden } from '../http/problem.ts';
import { clockOf } from '../programmes/queries.ts';
import { act, type Actor, assignmentItem, conflict, keyOf, type Outcome, type Refusal, sortOut } from './bulk.ts';
import { type KnownCandidate, readCandidates, readPlan, textOf } from './facts.ts';
import { writeAssignments } from './queries.ts';
import { conflictsOf, forbids, isActive, type Proposal } from './rules.ts';
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
  const { step, assignments } = taken;
  checkParty(stepper, step);
  const verb = step === 'propose' ? 'send' : step;
  return act(database, stepper, verb, assignments, (action) => stepWithin(database, action, stepper, taken));
}

function checkParty({ party }: Stepper, step: Step): void {
  if (party !== ruleOf(step).by) throw forbidden(ruleOf(step).by);
}

/** As takeStep, inside an action that is open. */
export async function stepWithin(
  database: Database,
  action: Action,
  stepper: Stepper,
  { step, assignments, reason, counter, changes }: StepTaken,
): Promise<Outcome> {
  checkParty(stepper, step);
  const rule = ruleOf(step);
  const known = await readCandidates(database, assignments);
  const elsewhere = ({ stage }: Assignment) =>
    rule.from.includes(stage) ? null : conflict('not-from-this-stage', stage);
  const { current, refused } = sortOut(assignments, known, elsewhere, stepper.company);
  const asked =
    rule.to === 'proposed'
      ? { on: stepper.today, dueOn: workingDays.deadline(stepper.today, await clockOf(database, 'approval')) }
      : undefined;
  const pairs = current.map((before) => ({
    before,
    after: {
      ...stepped(before, step, { reason, counter, changes, asked }),
      version: action.sequence(before.regionCode),
    },
  }));
  const { passed, refused: forbiddenThere } = await refusedByPlan(database, stepper, known, pairs, alters);
  const done = passed.map(({ after }) => after);
  await writeAssignments(database, done);
  for (const { before, after } of passed) action.add(after.regionCode, assignmentItem(before, after));
  return { done, refused: [...refused, ...forbiddenThere.map((one) => toldTo(stepper.company, one))] };
}

/** Warnings tell of others who are assigned there: that is for planners alone. */
const toldTo = (company: string | null, refusal: Refusal): Refusal =>
  company === null
    ? refusal
    : { ...refusal, conflicts: refusal.conflicts.filter(({ severity }) => severity === 'error') };

/** An assignment before and after a step. */
export interface Pair {
  before: Assignment;
  after: Assignment;
}

/** Parts what the rules of assigning forbid from what passes; pairs that are not `held` to them pass. */
export async function refusedByPlan(
  database: Database,
  actor: Actor,
  known: ReadonlyMap<string, KnownCandidate>,
  pairs: readonly Pair[],
  held: (pair: Pair) => boolean,
): Promise<{ passed: Pair[]; refused: Refusal[] }> {
  const asked = pairs.filter(held);
  const proposals = asked.map(({ before, after }): Proposal => ({
    candidate: known.get(textOf(before))!,
    commitment: after,
    own: before.number,
    replaces: isActive(before) ? before : undefined,
  }));
  const operatorCodes = asked.flatMap(({ before, after }) => [before.operatorCode, after.operatorCode]);
  const conflicts = conflictsOf(proposals, await readPlan(database, actor.today, operatorCodes));
  const against = new Map(asked.map((pair, i) => [pair, conflicts[i]]));
  const refusals = pairs.filter((pair) => forbids(against.get(pair) ?? []));
  return {
    passed: pairs.filter((pair) => !forbids(against.get(pair) ?? [])),
    refused: refusals.map((pair) => ({ ...keyOf(pair.before), conflicts: against.get(pair)!, present: pair.before })),
  };
}

/** Does the step change terms, or bring an idle assignment back? Then it is held to the rules like a new one. */
const alters = ({ before, after }: Pair): boolean => isActive(after) && (!isActive(before) || differs(before, after));

const differs = (before: Assignment, after: Assignment): boolean =>
  (['operatorCode', 'technology', 'startQuarter', 'finishQuarter'] as const).some(
    (field) => before[field] !== after[field],
  );
