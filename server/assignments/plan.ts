import { openAction, type Action } from '../changes/record.ts';
import type { ChangeItem, Verb } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import type { SettlementKey } from '../places/schema.ts';
import { readCandidates, readPlan, textOf, unique, type KnownCandidate } from './facts.ts';
import { deleteAssignments, writeAssignments } from './queries.ts';
import { conflictsOf, forbids, type Proposal } from './rules.ts';
import type {
  AmendRequest,
  Assignment,
  AssignmentKey,
  AssignRequest,
  BulkReply,
  Conflict,
  WithdrawRequest,
} from './schema.ts';

/** Who acts, and on which date. */
export interface Actor {
  login: string;
  /** `2026-11-22` */
  today: string;
}

type Refusal = BulkReply['refused'][number];

/** An assignment's key as text. */
export const numbered = (key: AssignmentKey) => `${textOf(key)} ${key.number}`;

/** One entry of the record for an assignment that is written, or removed (`after` null). */
export function assignmentItem(before: Assignment | null, after: Assignment | null): ChangeItem {
  const { regionCode, code, number } = (after ?? before)!;
  return { entity: 'assignment', key: { regionCode, settlementCode: code, number }, before, after };
}

/** Assigns each settlement to the commitment, except where a rule forbids it. */
export function assign(database: Database, actor: Actor, request: AssignRequest): Promise<BulkReply> {
  const settlements = unique(request.settlements, textOf);
  return act(database, actor, 'assign', settlements, async (action) => {
    const known = await readCandidates(database, settlements);
    const refused: Refusal[] = [];
    const refuse = (key: SettlementKey, conflicts: Conflict[]) =>
      refused.push({ ...key, number: null, conflicts, present: null });
    const proposed: { key: SettlementKey; proposal: Proposal }[] = [];
    for (const key of settlements) {
      const candidate = known.get(textOf(key));
      if (candidate === undefined) refuse(key, [{ code: 'unknown-settlement', severity: 'error', detail: key.code }]);
      else proposed.push({ key, proposal: { candidate, commitment: request.commitment, own: null } });
    }
    const plan = await readPlan(database, actor.today, [request.commitment.operatorCode]);
    const conflicts = conflictsOf(
      proposed.map(({ proposal }) => proposal),
      plan,
    );
    const done: Assignment[] = [];
    for (const [i, { key, proposal }] of proposed.entries()) {
      if (forbids(conflicts[i])) refuse(key, conflicts[i]);
      else {
        const number = 1 + Math.max(0, ...proposal.candidate.assignments.map((other) => other.number));
        const version = action.sequence(key.regionCode);
        done.push({ ...key, number, ...request.commitment, stage: 'draft', version });
      }
    }
    await writeAssignments(database, done);
    for (const after of done) action.add(after.regionCode, assignmentItem(null, after));
    return { done, refused };
  });
}

/** Changes drafts, each only if it is still as the person saw it and no rule forbids the result. */
export function amend(database: Database, actor: Actor, request: AmendRequest): Promise<BulkReply> {
  return act(database, actor, 'amend', request.assignments, async (action) => {
    const known = await readCandidates(database, request.assignments);
    const { current, refused } = sortOut(request.assignments, known);
    const proposals = current.map((before): Proposal => {
      const commitment = { ...before, ...request.changes };
      return { candidate: known.get(textOf(before))!, commitment, own: before.number, replaces: before };
    });
    const operatorCodes = proposals.flatMap(({ commitment, replaces }) => [
      commitment.operatorCode,
      replaces!.operatorCode,
    ]);
    const conflicts = conflictsOf(proposals, await readPlan(database, actor.today, operatorCodes));
    const done: Assignment[] = [];
    for (const [i, before] of current.entries()) {
      if (forbids(conflicts[i])) refused.push({ ...keyOf(before), conflicts: conflicts[i], present: before });
      else {
        const after = { ...before, ...request.changes, version: action.sequence(before.regionCode) };
        done.push(after);
        action.add(after.regionCode, assignmentItem(before, after));
      }
    }
    await writeAssignments(database, done);
    return { done, refused };
  });
}

/** Takes back drafts, each only if it is still as the person saw it. */
export function withdraw(database: Database, actor: Actor, request: WithdrawRequest): Promise<BulkReply> {
  return act(database, actor, 'withdraw', request.assignments, async (action) => {
    const known = await readCandidates(database, request.assignments);
    const { current, refused } = sortOut(request.assignments, known);
    await deleteAssignments(database, current);
    for (const before of current) action.add(before.regionCode, assignmentItem(before, null));
    return { done: current, refused };
  });
}

const keyOf = ({ regionCode, code, number }: AssignmentKey): AssignmentKey => ({ regionCode, code, number });

/** Runs an action on settlements in a transaction; nothing is recorded where nothing was done. */
async function act(
  database: Database,
  actor: Actor,
  verb: Verb,
  keys: readonly SettlementKey[],
  work: (action: Action) => Promise<Omit<BulkReply, 'actionId'>>,
): Promise<BulkReply> {
  return database.transaction(async () => {
    const regionCodes = keys.map(({ regionCode }) => regionCode);
    const action = await openAction(database, { actor: actor.login, verb, regionCodes });
    const outcome = await work(action);
    await action.close();
    return { actionId: outcome.done.length > 0 ? action.id : null, ...outcome };
  });
}

/** The drafts that are still as the person saw them, and the refusal of each other one. */
function sortOut(
  wanted: WithdrawRequest['assignments'],
  known: ReadonlyMap<string, KnownCandidate>,
): { current: Assignment[]; refused: Refusal[] } {
  const current: Assignment[] = [];
  const refused: Refusal[] = [];
  for (const { version, ...key } of unique(wanted, numbered)) {
    const present = known.get(textOf(key))?.assignments.find(({ number }) => number === key.number) ?? null;
    const refuse = (code: Conflict['code']) =>
      refused.push({ ...key, conflicts: [{ code, severity: 'error', detail: null }], present });
    if (present === null || present.version !== version) refuse('changed-since');
    else if (present.stage !== 'draft') refuse('not-draft');
    else current.push(present);
  }
  return { current, refused };
}
