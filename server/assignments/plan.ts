import type { Database } from '../database/database.ts';
import type { SettlementKey } from '../places/schema.ts';
import { act, type Actor, assignmentItem, conflict, keyOf, notDraft, type Refusal, sortOut } from './bulk.ts';
import { type KnownCandidate, readCandidates, readPlan, textOf, unique } from './facts.ts';
import { deleteAssignments, writeAssignments } from './queries.ts';
import { conflictsOf, forbids, type Proposal } from './rules.ts';
import type {
  AmendRequest,
  Assignment,
  AssignRequest,
  BulkReply,
  Commitment,
  Conflict,
  WithdrawRequest,
} from './schema.ts';

/** What an assignment has before it is sent. */
const unanswered = {
  reason: null,
  counter: null,
  proposedOn: null,
  answerDueOn: null,
  escalatedOn: null,
  escalatedTo: null,
};

/** A settlement with what it shall have, and what is `against` that as it stands now, where more is asked than the rules. */
export interface Wanted {
  key: SettlementKey;
  commitment: Commitment;
  against?(present: KnownCandidate): Conflict | null;
}

/** Assigns each settlement to the commitment, except where a rule forbids it. */
export function assign(database: Database, actor: Actor, request: AssignRequest): Promise<BulkReply> {
  const { settlements, commitment } = request;
  return assignEach(
    database,
    actor,
    unique(settlements, textOf).map((key) => ({ key, commitment })),
  );
}

/** Assigns each settlement to a commitment of its own, in one action, except where a rule forbids it. */
export function assignEach(database: Database, actor: Actor, wanted: readonly Wanted[]): Promise<BulkReply> {
  const settlements = wanted.map(({ key }) => key);
  return act(database, actor, 'assign', settlements, async (action) => {
    const known = await readCandidates(database, settlements);
    const refused: Refusal[] = [];
    const refuse = (key: SettlementKey, conflicts: Conflict[]) =>
      refused.push({ ...key, number: null, conflicts, present: null });
    const proposed: { key: SettlementKey; proposal: Proposal }[] = [];
    for (const { key, commitment, against } of wanted) {
      const candidate = known.get(textOf(key));
      const conflicting = candidate && against?.(candidate);
      if (candidate === undefined) refuse(key, [conflict('unknown-settlement', key.code)]);
      else if (conflicting) refuse(key, [conflicting]);
      else proposed.push({ key, proposal: { candidate, commitment, own: null } });
    }
    const operatorCodes = wanted.map(({ commitment }) => commitment.operatorCode);
    const plan = await readPlan(database, actor.today, operatorCodes);
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
        done.push({ ...key, number, ...proposal.commitment, ...unanswered, stage: 'draft', version });
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
    const { current, refused } = sortOut(request.assignments, known, notDraft);
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
    const { current, refused } = sortOut(request.assignments, known, notDraft);
    await deleteAssignments(database, current);
    for (const before of current) action.add(before.regionCode, assignmentItem(before, null));
    return { done: current, refused };
  });
}
