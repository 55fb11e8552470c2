import { z } from 'zod';
import { DayCount } from '../calendar/schema.ts';
import { CalendarDate, Names } from '../places/schema.ts';

/** What an inquiry is about. The region's code is `*` of the whole country. */
export const InquirySubject = z.discriminatedUnion('subject', [
  z.object({ subject: z.literal('country') }),
  z.object({ subject: z.literal('region'), regionCode: z.string().min(1) }),
  z.object({ subject: z.literal('district'), regionCode: z.string().min(1), districtCode: z.string().min(1) }),
  z.object({ subject: z.literal('settlement'), regionCode: z.string().min(1), settlementCode: z.string().min(1) }),
  z.object({
    subject: z.literal('assignment'),
    regionCode: z.string().min(1),
    settlementCode: z.string().min(1),
    assignmentNumber: z.int().positive(),
  }),
]);
export type InquirySubject = z.infer<typeof InquirySubject>;

const text = z.string().trim().min(1).max(10_000);

export const Ask = z.object({
  /** Made by whoever asks: asked again under it, since the reply was lost, it is asked once. */
  id: z.uuid().optional(),
  about: InquirySubject,
  /** The figure that it is about, in words, as the deputy saw it. */
  figure: z.string().trim().min(1).max(500).nullable().default(null),
  addressee: z.enum(['ministry', 'operator']),
  /** Of an inquiry to an operator. */
  operatorCode: z.string().min(1).nullable().default(null),
  question: text,
  /** How long the addressee has to answer. */
  within: DayCount.default({ days: 30, kind: 'calendar' }),
});
export type Ask = z.infer<typeof Ask>;

export const Answer = z.object({
  /** The inquiry at the version that the person saw. */
  version: z.int(),
  text,
  /** The ministry's answer may be read by the operator that is asked too. */
  forOperator: z.boolean().default(false),
});
export type Answer = z.infer<typeof Answer>;

export const Outcome = z.enum(['satisfied', 'not-satisfied', 'withdrawn']);
export type Outcome = z.infer<typeof Outcome>;

export const Conclude = z.object({ version: z.int(), outcome: Outcome, text: z.string().trim().max(2000).default('') });
export type Conclude = z.infer<typeof Conclude>;

export const InquiryKey = z.object({ regionCode: z.string().min(1), number: z.coerce.number().int().positive() });
export type InquiryKey = z.infer<typeof InquiryKey>;

/** An inquiry as it is recorded. */
export const Inquiry = z.object({
  regionCode: z.string(),
  number: z.int(),
  subject: z.enum(['country', 'region', 'district', 'settlement', 'assignment']),
  districtCode: z.string().nullable(),
  settlementCode: z.string().nullable(),
  assignmentNumber: z.int().nullable(),
  figure: z.string().nullable(),
  addressee: z.enum(['ministry', 'operator']),
  operatorCode: z.string().nullable(),
  question: z.string(),
  askedBy: z.string(),
  askedByName: z.string(),
  askedOn: CalendarDate,
  dueOn: CalendarDate,
  /** When the addressee first answered. */
  answeredOn: CalendarDate.nullable(),
  outcome: Outcome.nullable(),
  outcomeText: z.string().nullable(),
  outcomeOn: CalendarDate.nullable(),
  version: z.int(),
});
export type Inquiry = z.infer<typeof Inquiry>;

export const InquiryAnswer = z.object({
  number: z.int(),
  party: z.enum(['ministry', 'operator']),
  /** Whose it is, or, of the ministry's, which operator may read it. */
  operatorCode: z.string().nullable(),
  text: z.string(),
  answeredBy: z.string(),
  answeredByName: z.string(),
  answeredOn: CalendarDate,
});
export type InquiryAnswer = z.infer<typeof InquiryAnswer>;

export const InquiryState = z.enum(['open', 'overdue', 'answered', 'closed']);
export type InquiryState = z.infer<typeof InquiryState>;

/** The names of the place that an inquiry is about; of the whole country all are null. */
export const InquiryPlace = z.object({
  settlement: Names.nullable(),
  district: Names.nullable(),
  region: Names.nullable(),
});
export type InquiryPlace = z.infer<typeof InquiryPlace>;

/** An inquiry with its place, its clock and the answers that the reader may see. */
export const ShownInquiry = Inquiry.extend({
  place: InquiryPlace,
  state: InquiryState,
  /** Days until the deadline, negative after it; null once answered or closed. */
  daysLeft: z.int().nullable(),
  answers: z.array(InquiryAnswer),
});
export type ShownInquiry = z.infer<typeof ShownInquiry>;

export const InquiryFilter = z.object({
  region: z.string().optional(),
  settlement: z.string().optional(),
  operator: z.string().optional(),
  state: InquiryState.optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type InquiryFilter = z.infer<typeof InquiryFilter>;
