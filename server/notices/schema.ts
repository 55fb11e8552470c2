import { z } from 'zod';
import { AssignmentKey } from '../assignments/schema.ts';
import { Quarter } from '../calendar/schema.ts';
import { CalendarDate } from '../places/schema.ts';

/** What a person can be told of, in the order in which it usually happens. */
export const NoticeKind = z.enum([
  'schedule-sent',
  'answer-wanted',
  'answer-overdue',
  'declined',
  'countered',
  'counter-taken',
  'approved',
  'cancelled',
  'change-asked',
  'change-decided',
  'blocker-raised',
  'blocker-decided',
  'operational',
  'verified',
  'returned',
  'inquiry-asked',
  'inquiry-answered',
  'inquiry-concluded',
  'inquiry-overdue',
  'challenge-raised',
  'challenge-wanted',
  'challenge-answered',
  'challenge-undefended',
  'challenge-decided',
  'challenge-retracted',
  'overdue',
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** What a notice is about: codes, from which its words are made in the reader's language. */
export const NoticeAbout = z.object({
  operatorCode: z.string().optional(),
  /** How many settlements. */
  settlements: z.int().optional(),
  /** The assignment, where all is in one settlement. */
  place: AssignmentKey.optional(),
  regionCode: z.string().optional(),
  inquiry: z.object({ regionCode: z.string(), number: z.int() }).optional(),
  challenge: z.object({ regionCode: z.string(), number: z.int() }).optional(),
  dueOn: CalendarDate.optional(),
  daysLeft: z.int().optional(),
  quarter: Quarter.optional(),
  /** Whom the clock has called upon. */
  officers: z.array(z.string()).optional(),
  /** What was decided: accepted, confirmed or upheld, or not. */
  accepted: z.boolean().optional(),
});
export type NoticeAbout = z.infer<typeof NoticeAbout>;

/** A language that people are told things in. */
export const NoticeLanguage = z.enum(['kk', 'ru', 'en']);
export type NoticeLanguage = z.infer<typeof NoticeLanguage>;

/** A notice as its reader sees it. */
export const Notice = z.object({
  id: z.string(),
  kind: NoticeKind,
  madeAt: z.iso.datetime(),
  read: z.boolean(),
  urgent: z.boolean(),
  text: z.string(),
  /** Where the person acts upon it: a path of this site. */
  path: z.string(),
});
export type Notice = z.infer<typeof Notice>;

export const NoticeQuery = z.object({
  language: NoticeLanguage.default('kk'),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(30),
});

export const NoticePage = z.object({ rows: z.array(Notice), next: z.string().nullable(), unread: z.int() });
export type NoticePage = z.infer<typeof NoticePage>;

export const Unread = z.object({ unread: z.int() });
export type Unread = z.infer<typeof Unread>;

/** Which of one's notices have been read: some, or all that were made until a moment. */
export const ReadRequest = z.union([
  z.object({ ids: z.array(z.string().max(500)).min(1).max(1000) }),
  z.object({ until: z.iso.datetime() }),
]);
export type ReadRequest = z.infer<typeof ReadRequest>;

/** How a person wants to be told. */
export const Preferences = z.object({
  /** The language of mail; null where the person has not chosen. */
  language: NoticeLanguage.nullable(),
  mail: z.string().nullable(),
  /** Everything that is not urgent, in one mail each morning. */
  mailDigest: z.boolean(),
  /** What is urgent, at once. */
  mailUrgent: z.boolean(),
  mutedProduct: z.array(NoticeKind),
  mutedMail: z.array(NoticeKind),
});
export type Preferences = z.infer<typeof Preferences>;

/** One's own account: what is the person's to choose, and what can be chosen from. */
export const OwnAccount = Preferences.extend({
  login: z.string(),
  displayName: z.string(),
  /** The kinds that come to this person at all. */
  kinds: z.array(NoticeKind),
  /** The installation sends mail. */
  sendsMail: z.boolean(),
});
export type OwnAccount = z.infer<typeof OwnAccount>;

/** What is not named stays. */
export const PreferenceChanges = Preferences.extend({
  mail: z.email().max(254).nullable(),
  mutedProduct: z.array(NoticeKind).max(NoticeKind.options.length),
  mutedMail: z.array(NoticeKind).max(NoticeKind.options.length),
}).partial();
export type PreferenceChanges = z.infer<typeof PreferenceChanges>;
