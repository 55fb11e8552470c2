import { openAction, type Action } from '../changes/record.ts';
import type { ChangeItem, Verb } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import type { SettlementKey } from '../places/schema.ts';
import { textOf, unique, type KnownCandidate } from './facts.ts';
import type { Assignment, AssignmentKey, BulkReply, Conflict, SeenAssignment } from './schema.ts';

/** Who acts, and on which date. */
export interface Actor {
  login: string;
  /** `2026-11-22` */
  today: string;
}

export type Refusal = BulkReply['refused'][number];
export type Outcome = Omit<BulkReply, 'actionId'>;

/** An assignment's key as text. */
export const numbered = (key: AssignmentKey) => `${textOf(key)} ${key.number}`;

export const keyOf = ({ regionCode, code, number }: AssignmentKey): AssignmentKey => ({ regionCode, code, number });

export const conflict = (code: Conflict['code'], detail: string | null = null): Conflict => ({
  code,
  severity: 'error',
  detail,
});

/** What is against doing to an assignment what is only done to drafts. */
export const notDraft = ({ stage }: Assignment) => (stage === 'draft' ? null : conflict('not-draft', stage));

/** One entry of the record for an assignment that is written, or removed (`after` null). */
export function assignmentItem(before: Assignment | null, after: Assignment | null): ChangeItem {
  const { regionCode, code, number } = (after ?? before)!;
  return { entity: 'assignment', key: { regionCode, settlementCode: code, number }, before, after };
}

/** Runs an action on settlements in a transaction; nothing is recorded where nothing was done. */
export async function act(
  database: Database,
  actor: Actor,
  verb: Verb,
  keys: readonly SettlementKey[],
  work: (action: Action) => Promise<Outcome>,
): Promise<BulkReply> {
  return database.transaction(async () => {
    const regionCodes = keys.map(({ regionCode }) => regionCode);
    const action = await openAction(database, { actor: actor.login, verb, regionCodes });
    const outcome = await work(action);
    await action.close();
    return { actionId: outcome.done.length > 0 ? action.id : null, ...outcome };
  });
}

/**
 * The assignments that are still as the person saw them and that nothing is
 * `against`, and the refusal of each other one. With a company, another's
 * assignment is as one that does not exist.
 */
export function sortOut(
  wanted: readonly SeenAssignment[],
  known: ReadonlyMap<string, KnownCandidate>,
  against: (present: Assignment) => Conflict | null,
  company: string | null = null,
): { current: Assignment[]; refused: Refusal[] } {
  const current: Assignment[] = [];
  const refused: Refusal[] = [];
  for (const { version, ...key } of unique(wanted, numbered)) {
    const found = known.get(textOf(key))?.assignments.find(({ number }) => number === key.number);
    const present = found !== undefined && (company === null || found.operatorCode === company) ? found : null;
    const refuse = (reason: Conflict) => refused.push({ ...keyOf(key), conflicts: [reason], present });
    const reason = present && against(present);
    if (present === null || present.version !== version) refuse(conflict('changed-since'));
    else if (reason !== null) refuse(reason);
    else current.push(present);
  }
  return { current, refused };
}
