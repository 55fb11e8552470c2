// How inquiries are worded, in the language of the page.
import type { InquiryAnswer, InquiryKey, ShownInquiry } from '../../server/inquiries/schema.ts';
import { date, nameOf, t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';

export const reference = ({ regionCode, number }: InquiryKey): string => `${regionCode}/${number}`;

/** The settlement, its district and its region, as far as the inquiry is about them. */
export function placeWords({ place: { settlement, district, region } }: ShownInquiry): string {
  const names = [settlement, district, region].flatMap((one) => one ?? []).map(nameOf);
  return names.length === 0 ? t('inquiry-subject.country') : names.join(', ');
}

export const addresseeWords = ({ addressee, operatorCode }: ShownInquiry): string =>
  addressee === 'ministry' ? t('inquiry-party.ministry') : operatorName(operatorCode ?? '');

/** "3 days left", "last day to answer is today", "4 days overdue"; null where no answer is waited for. */
export function clockWords({ daysLeft }: Pick<ShownInquiry, 'daysLeft'>): string | null {
  if (daysLeft === null) return null;
  if (daysLeft < 0) return t('inquiry-clock.overdue', { count: -daysLeft });
  return daysLeft === 0 ? t('inquiry-clock.today') : t('inquiry-clock.left', { count: daysLeft });
}

const soon = 3;

export function clockClass({ daysLeft }: Pick<ShownInquiry, 'daysLeft'>): string {
  if (daysLeft === null || daysLeft > soon) return 'clock';
  return daysLeft < 0 ? 'clock clock--overdue' : 'clock clock--soon';
}

export const answerHead = ({ party, answeredByName, answeredOn }: InquiryAnswer): string =>
  `${t(`inquiry-answer.${party}`)}: ${answeredByName}, ${date(answeredOn)}`;

/** What others wrote to an inquiry after a person saw it, a line each. */
export function newsSince(seen: ShownInquiry, now: ShownInquiry): string[] {
  const news = now.answers.slice(seen.answers.length).map(answerHead);
  if (seen.outcome === null && now.outcome !== null) {
    news.push(`${t(`inquiry-outcome.${now.outcome}`)}, ${date(now.outcomeOn!)}`);
  }
  return news.length > 0 ? news : [t('inquiries.changed-unseen')];
}
