import { z } from 'zod';
import {
  AssignmentKey,
  BulkReply,
  CommitmentChanges,
  maximumAtOnce,
  Reason,
  SeenAssignment,
} from '../assignments/schema.ts';
import { CalendarDate } from '../places/schema.ts';
import { BaselineSummary } from '../schedules/schema.ts';

export const ChangeRequestState = z.enum(['open', 'accepted', 'refused']);

/** Which requests: in a state, and those of one assignment, `region:code:number`. */
export const ChangeRequestsQuery = z.object({
  state: ChangeRequestState.optional(),
  of: z
    .string()
    .regex(/^[^:]+:[^:]+:\d{1,9}$/, 'name an assignment as region:code:number')
    .transform((text): AssignmentKey => {
      const [regionCode, code, number] = text.split(':');
      return { regionCode, code, number: Number(number) };
    })
    .optional(),
});

/** What shall be otherwise: other terms, or that the assignment is cancelled, which is asked for by itself. */
export const ChangeAsked = CommitmentChanges.extend({ cancelled: z.literal(true).optional() });
export type ChangeAsked = z.infer<typeof ChangeAsked>;

/** What somebody wants altered of an approved assignment. */
export const ChangeRequest = AssignmentKey.extend({
  id: z.uuid(),
  operatorCode: z.string(),
  party: z.enum(['planner', 'operator']),
  askedBy: z.string(),
  askedOn: CalendarDate,
  changes: ChangeAsked,
  reason: Reason,
  state: ChangeRequestState,
  decidedBy: z.string().nullable(),
  decidedOn: CalendarDate.nullable(),
  decisionText: z.string().nullable(),
  version: z.int(),
});
export type ChangeRequest = z.infer<typeof ChangeRequest>;

/** Ask for the same change of many approved assignments, each as the person saw it. */
export const AskRequest = z.object({
  assignments: z.array(SeenAssignment).min(1).max(maximumAtOnce),
  changes: ChangeAsked.refine((changes) => Object.keys(changes).length > 0, 'name at least one change').refine(
    (changes) => changes.cancelled === undefined || Object.keys(changes).length === 1,
    'what is cancelled has no other terms',
  ),
  reason: Reason,
});
export type AskRequest = z.infer<typeof AskRequest>;

export const AskReply = BulkReply.omit({ done: true }).extend({ requests: z.array(ChangeRequest) });
export type AskReply = z.infer<typeof AskReply>;

/** Decide on many requests at once, each as the person saw it. */
export const DecideRequest = z.object({
  requests: z
    .array(z.object({ regionCode: z.string(), id: z.uuid(), version: z.int() }))
    .min(1)
    .max(maximumAtOnce),
  decision: z.enum(['accept', 'refuse']),
  text: z.string().trim().max(2000).default(''),
});
export type DecideRequest = z.infer<typeof DecideRequest>;

export const DecideReply = BulkReply.extend({
  requests: z.array(ChangeRequest),
  /** The baselines that the accepted changes made. */
  baselines: z.array(BaselineSummary),
});
export type DecideReply = z.infer<typeof DecideReply>;
