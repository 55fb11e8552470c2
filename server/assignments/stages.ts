// The life of an assignment, for the server that holds to it and for the browser
// that offers what can be done: pure, without imports that are more than types.
import type { Role } from '../accounts/schema.ts';
import type { Assignment, CommitmentChanges, Reason, Stage, Terms } from './schema.ts';

/** Who acts: the ministry, the company that an assignment is given to, or nobody by themselves. */
export type Party = 'planner' | 'operator';

export const partyOf = (role: Role): Party | null =>
  role === 'operator' ? 'operator' : role === 'deputy' ? null : 'planner';

export interface Rule {
  by: Party;
  from: readonly Stage[];
  to: Stage;
  /** What must come with the step. */
  needs?: readonly ('reason' | 'counter')[];
  /** What may come with it: other terms than those that stood. */
  may?: 'changes';
  /** The step is not taken by itself, but in the course of something larger that proves it. */
  through?: 'schedule' | 'evidence' | 'inspection';
}

/**
 * Which step leads from where to where, and who may take it. An operator may
 * answer anew until the planner has acted on its answer: that corrects an
 * answer given in error, since what the other side has seen cannot be undone.
 */
export const stepRules = {
  propose: { by: 'planner', from: ['draft'], to: 'proposed', through: 'schedule' },
  accept: { by: 'operator', from: ['proposed', 'declined', 'countered'], to: 'accepted' },
  decline: { by: 'operator', from: ['proposed', 'accepted', 'countered'], to: 'declined', needs: ['reason'] },
  counter: {
    by: 'operator',
    from: ['proposed', 'accepted', 'declined', 'countered'],
    to: 'countered',
    needs: ['reason', 'counter'],
  },
  'take-counter': { by: 'planner', from: ['countered'], to: 'accepted' },
  'propose-again': { by: 'planner', from: ['countered'], to: 'proposed', may: 'changes' },
  redraft: { by: 'planner', from: ['declined'], to: 'draft', may: 'changes' },
  cancel: {
    by: 'planner',
    // Afterwards it is agreed: then a change request cancels it.
    from: ['proposed', 'accepted', 'declined', 'countered'],
    to: 'cancelled',
    needs: ['reason'],
  },
  approve: { by: 'planner', from: ['accepted'], to: 'approved', through: 'schedule' },
  'start-construction': { by: 'operator', from: ['approved', 'returned'], to: 'under_construction' },
  'report-operational': { by: 'operator', from: ['under_construction'], to: 'operational', through: 'evidence' },
  verify: { by: 'planner', from: ['operational'], to: 'verified', through: 'inspection' },
  return: { by: 'planner', from: ['operational'], to: 'returned', needs: ['reason'], through: 'inspection' },
} as const satisfies Record<string, Rule>;
export type Step = keyof typeof stepRules;

const rules: Readonly<Record<Step, Rule>> = stepRules;
export const ruleOf = (step: Step): Rule => rules[step];

/** The steps that a party can take by themselves from a stage. */
export function stepsFrom(stage: Stage, party: Party | null): Step[] {
  return (Object.keys(rules) as Step[]).filter(
    (step) => rules[step].by === party && rules[step].from.includes(stage) && rules[step].through === undefined,
  );
}

/** Stages after approval, in which only a change request alters operator, technology or dates, or cancels. */
export const baselinedStages: readonly Stage[] = [
  'approved',
  'under_construction',
  'operational',
  'verified',
  'returned',
];

/** Stages in which a change can be asked for and accepted: before the service works. */
export const changeableStages: readonly Stage[] = ['approved', 'under_construction', 'returned'];

/**
 * An approved assignment after a change was accepted. One that goes to another
 * operator is a draft again: that operator has not agreed to anything yet.
 */
export function changed(before: Assignment, changes: CommitmentChanges): Omit<Assignment, 'version'> {
  const handedOver = changes.operatorCode !== undefined && changes.operatorCode !== before.operatorCode;
  if (!handedOver) return { ...before, ...changes };
  const unanswered = { reason: null, counter: null, proposedOn: null, escalatedOn: null, escalatedTo: null };
  return { ...before, ...changes, ...unanswered, stage: 'draft' };
}

/** What comes with a step. */
export interface Given {
  reason?: Reason;
  counter?: Terms;
  changes?: CommitmentChanges;
  /** Of a step to proposed: the day, and the last day to answer. */
  asked?: { on: string; dueOn: string };
}

/** The assignment after a step that its stage allows. */
export function stepped(before: Assignment, step: Step, given: Given): Omit<Assignment, 'version'> {
  const { to } = rules[step];
  return {
    ...before,
    ...(step === 'take-counter' ? before.counter : given.changes),
    stage: to,
    reason: given.reason ?? null,
    counter: given.counter ?? null,
    proposedOn: given.asked?.on ?? before.proposedOn,
    answerDueOn: given.asked?.dueOn ?? null,
    ...(given.asked === undefined ? {} : { escalatedOn: null, escalatedTo: null }),
  };
}
