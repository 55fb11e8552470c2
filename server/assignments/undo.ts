import { changesOfAction } from '../changes/queries.ts';
import { type Action, openAction } from '../changes/record.ts';
import { undoableVerbs, type ChangeItem, type Verb } from '../changes/schema.ts';
import { assess } from '../assessment/assess.ts';
import type { Database } from '../database/database.ts';
import { notFound, Problem } from '../http/problem.ts';
import { settlementsByKeys, updatePopulation, type SettlementRow } from '../places/queries.ts';
import type { SettlementKey } from '../places/schema.ts';
import { readCandidates, readPlan, textOf } from './facts.ts';
import { type Actor, assignmentItem, conflict, type Outcome } from './bulk.ts';
import { deleteAssignments, writeAssignments } from './queries.ts';
import { conflictsOf, forbids } from './rules.ts';
import type { Assignment, AssignmentKey, BulkReply, Conflict } from './schema.ts';

/**
 * Takes an action back: every row that is still as the action left it becomes
 * what it was before. Rows changed since are left alone and reported. Undoing
 * an undo is a redo.
 */
export function undo(database: Database, actor: Actor, actionId: string): Promise<BulkReply> {
  return database.transaction(async () => {
    const changes = await changesOfAction(database, actionId);
    if (changes.length === 0) throw notFound(`action ${actionId}`);
    const [{ verb, actor: doer }] = changes;
    if (doer !== actor.login) {
      throw new Problem(403, 'Not allowed', `This is for: ${doer}, who did it.`, {
        refusal: 'done-by-another',
        values: { actor: doer },
      });
    }
    if (!undoableVerbs.includes(verb)) {
      throw new Problem(
        409,
        'Cannot be undone',
        `An action of the kind ${verb} cannot be taken back. ${instead(verb)}`,
        { refusal: 'not-undoable' },
      );
    }
    const action = await openAction(database, {
      actor: actor.login,
      verb: verb === 'undo' ? 'redo' : 'undo',
      regionCodes: changes.map(({ regionCode }) => regionCode),
      undoes: actionId,
    });
    const items = changes.flatMap((change) => change.items);
    const outcome: Outcome = { done: [], refused: [] };
    await undoAssignments(database, actor, action, items, outcome);
    const touched = await undoPopulations(database, action, items, outcome);
    await action.close();
    if (touched.length > 0) await assess(database, { type: 'settlements', keys: touched }, actor.today);
    return { actionId: outcome.done.length + touched.length > 0 ? action.id : null, ...outcome };
  });
}

const changedSince = conflict('changed-since');

/** What corrects an action that the other side has before it. */
const corrections: Partial<Record<Verb, string>> = {
  send: 'The operator has the schedule before it: cancel with a reason, or wait for the answer.',
  'propose-again': 'The operator has the proposal before it: cancel with a reason, or wait for the answer.',
  accept: 'Until the schedule is approved you may answer anew: decline or counter.',
  decline: 'Until the planner has drafted it anew you may answer anew: accept or counter.',
  counter: 'Until the planner has answered it you may answer anew: accept, decline or counter again.',
  'take-counter': 'The operator has been told: cancel with a reason, or ask for a change once it is approved.',
  cancel: 'The operator has been told: assign the settlement anew.',
  approve: 'The baseline is frozen: ask for a change.',
};

const instead = (verb: Verb) => corrections[verb] ?? 'Take the step that corrects it.';

async function undoAssignments(
  database: Database,
  actor: Actor,
  action: Action,
  items: readonly ChangeItem[],
  outcome: Outcome,
): Promise<void> {
  const ours = items
    .filter(({ entity }) => entity === 'assignment')
    .map((item) => ({ before: item.before as Assignment | null, after: item.after as Assignment | null }))
    .map(({ before, after }) => ({ before, after, key: (after ?? before)! }));
  const known = await readCandidates(
    database,
    ours.map(({ key }) => key),
  );
  const presentOf = (key: AssignmentKey) =>
    known.get(textOf(key))?.assignments.find(({ number }) => number === key.number) ?? null;
  const refuse = ({ regionCode, code, number }: AssignmentKey, conflicts: Conflict[], present: Assignment | null) =>
    outcome.refused.push({ regionCode, code, number, conflicts, present });

  const untouched = ours.filter(({ after, key }) => {
    const present = presentOf(key);
    const same = (present?.version ?? null) === (after?.version ?? null);
    if (!same) refuse(key, [changedSince], present);
    return same;
  });
  const removed = untouched.filter(({ before }) => before === null).map(({ key }) => presentOf(key)!);
  await deleteAssignments(database, removed);
  for (const gone of removed) action.add(gone.regionCode, assignmentItem(gone, null));

  const restored = untouched.flatMap(({ before }) => (before === null ? [] : [before]));
  const conflicts = conflictsOf(
    restored.map((before) => ({
      candidate: known.get(textOf(before))!,
      commitment: before,
      own: before.number,
      replaces: presentOf(before) ?? undefined,
    })),
    await readPlan(
      database,
      actor.today,
      ours.map(({ key }) => key.operatorCode),
    ),
  );
  const written: Assignment[] = [];
  for (const [i, before] of restored.entries()) {
    const present = presentOf(before);
    if (forbids(conflicts[i])) refuse(before, conflicts[i], present);
    else {
      const after = { ...before, version: action.sequence(before.regionCode) };
      written.push(after);
      action.add(after.regionCode, assignmentItem(present, after));
    }
  }
  await writeAssignments(database, written);
  outcome.done.push(...written, ...removed);
}

async function undoPopulations(
  database: Database,
  action: Action,
  items: readonly ChangeItem[],
  outcome: Outcome,
): Promise<SettlementKey[]> {
  const touched: SettlementKey[] = [];
  for (const item of items.filter(({ entity }) => entity === 'settlement')) {
    const before = item.before as SettlementRow;
    const after = item.after as SettlementRow;
    const [now] = await settlementsByKeys(database, [after]);
    if (now?.version !== after.version) {
      const { regionCode, code } = after;
      outcome.refused.push({ regionCode, code, number: null, conflicts: [changedSince], present: null });
      continue;
    }
    const restored = { ...before, version: action.sequence(after.regionCode) };
    await updatePopulation(database, restored, restored, restored.version);
    action.add(after.regionCode, { ...item, before: now, after: restored });
    touched.push({ regionCode: after.regionCode, code: after.code });
  }
  return touched;
}
