import { z } from 'zod';

export const Verb = z.enum([
  'assign',
  'amend',
  'withdraw',
  'undo',
  'redo',
  'import',
  'edit-settlement',
  'add-evidence',
  'edit-evidence',
  'remove-evidence',
  'set-programme',
  'set-operator',
  'set-clock',
  'send',
  'accept',
  'decline',
  'counter',
  'take-counter',
  'propose-again',
  'redraft',
  'cancel',
  'escalate',
  'approve',
  'start-construction',
  'report-operational',
  'verify',
  'return',
  'report',
  'attach',
  'decide-blocker',
  'ask-change',
  'accept-change',
  'refuse-change',
  'ask',
  'answer',
  'conclude',
  'challenge',
  'rebut',
  'concede',
  'retract',
  'uphold',
  'dismiss',
  'reverse-decision',
  'share',
  'revoke-share',
  'save-what-if',
  'discard-what-if',
  'open-calendar',
  'close-calendar',
  'add-account',
  'edit-account',
  'link-account',
  'set-cost',
  'pin',
  'unpin',
]);
export type Verb = z.infer<typeof Verb>;

/**
 * Actions that can be taken back: those that stay on one's own side. What was
 * sent to another is in front of that person at once, and may be in their mail
 * and on paper; it is never unsaid, only corrected by a further step.
 */
export const undoableVerbs: readonly Verb[] = [
  'assign',
  'amend',
  'withdraw',
  'redraft',
  'edit-settlement',
  'undo',
  'redo',
];

export const Entity = z.enum([
  'region',
  'place',
  'settlement',
  'evidence',
  'operator',
  'programme',
  'assignment',
  'import',
  'schedule',
  'baseline',
  'change-request',
  'inquiry',
  'inquiry-answer',
  'challenge',
  'challenge-claim',
  'challenge-statement',
  'share-link',
  'what-if',
  'attachment',
  'milestone',
  'blocker',
  'progress-report',
  'inspection',
  'calendar-feed',
  'account',
  'account-identity',
  'network-node',
  'network-span',
  'cost-parameter',
  'planning-pin',
]);
export type Entity = z.infer<typeof Entity>;

/** One row that an action wrote: as it was (null: it did not exist) and as it is (null: it no longer exists). */
export const ChangeItem = z.object({
  entity: Entity,
  key: z.record(z.string(), z.union([z.string(), z.number()])),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type ChangeItem = z.infer<typeof ChangeItem>;

/** A row of the append-only record: what one action did in one region. */
export const Change = z.object({
  regionCode: z.string(),
  sequence: z.int(),
  actionId: z.uuid(),
  madeAt: z.iso.datetime(),
  actor: z.string(),
  verb: Verb,
  undoes: z.uuid().nullable(),
  items: z.array(ChangeItem),
  previousHash: z.string(),
  hash: z.string(),
});
export type Change = z.infer<typeof Change>;

/** The chain of what belongs to no region: operators, the programme. */
export const wholeCountry = '*';

/** What `/api/live` tells of one action: whose settlements to fetch again; null is the whole country. */
export const LiveEvent = z.object({
  actionId: z.string(),
  actor: z.string(),
  verb: Verb,
  settlements: z.array(z.object({ regionCode: z.string(), code: z.string() })).nullable(),
});
export type LiveEvent = z.infer<typeof LiveEvent>;

/** One line of the history: an action, with how many settlements it touched and whether it can be undone. */
export const HistoryEntry = z.object({
  actionId: z.uuid(),
  madeAt: z.iso.datetime(),
  actor: z.string(),
  verb: Verb,
  settlements: z.int(),
  undoable: z.boolean(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;
