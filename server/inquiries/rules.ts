import type { Inquiry, InquiryAnswer, InquiryState } from './schema.ts';

/** Closed by the deputy, answered by the addressee, or else waiting, perhaps too long. */
export function stateOf({ outcome, answeredOn, dueOn }: Inquiry, today: string): InquiryState {
  if (outcome !== null) return 'closed';
  if (answeredOn !== null) return 'answered';
  return dueOn < today ? 'overdue' : 'open';
}

/** The answers that a person may read: of a company (null: any) those that are its own or meant for it. */
export const answersFor = (answers: readonly InquiryAnswer[], company: string | null): InquiryAnswer[] =>
  answers.filter(({ operatorCode }) => company === null || operatorCode === company);
