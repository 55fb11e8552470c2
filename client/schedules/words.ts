// How assignments, their clock and their terms are worded, in the language of the page.
import type { Assignment, Commitment, Reason } from '../../server/assignments/schema.ts';
import type { DayCount, Quarter } from '../../server/calendar/schema.ts';
import { date, nameOf, t } from '../i18n/index.ts';
import { fieldWords } from '../planner/words.ts';
import { isLate, type Row } from './rows.ts';

/** The district and its region. */
export const ladder = ({ region, district }: Pick<Row, 'region' | 'district'>): string =>
  [district, region].flatMap((names) => (names === null ? [] : nameOf(names))).join(', ');

/** "overdue", "at risk", "slipped"; empty where all is well. */
export function lateness(row: Row, current: Quarter): string {
  if (isLate(row, current)) return t('mark.overdue');
  return row.standing === null || row.standing === 'on-time' ? '' : t(`standing.${row.standing}`);
}

/** "3 days left (2 working days)", "last day to answer is today", "4 days overdue" */
export function timeLeft(daysLeft: number, workingDaysLeft: number): string {
  if (daysLeft < 0) return t('clock.overdue', { count: -daysLeft });
  if (daysLeft === 0) return t('clock.today');
  return `${t('clock.left', { count: daysLeft })} (${t('clock.working', { count: workingDaysLeft })})`;
}

/** When and to whom the clock that ran out was escalated; empty where it did not. */
export function escalation({ escalatedOn, escalatedTo }: Pick<Assignment, 'escalatedOn' | 'escalatedTo'>): string {
  if (escalatedOn === null) return '';
  return t('clock.escalated', { date: date(escalatedOn), officer: escalatedTo ?? t('common.none') });
}

export const reasonWords = ({ code, text }: Reason): string => `${t(`reason-code.${code}`)}: ${text}`;

export const dayCount = (days: number, kind: DayCount['kind']): string => t(`clock.${kind}-days`, { count: days });

/** The terms of an assignment that can be compared, in the order in which they are read. */
export const termFields = ['technology', 'startQuarter', 'finishQuarter', 'costTenge', 'subsidyTenge'] as const;

/** All of a commitment that can be changed after it is agreed, in the order in which it is read. */
export const changeFields = ['operatorCode', ...termFields, 'responsibleOfficer'] as const;

/** A term of an assignment, or of what is asked for instead, in words. */
export function termWords(field: keyof Commitment, terms: Partial<Commitment>): string {
  const inWords = fieldWords[field] as (value: unknown) => string;
  return inWords(terms[field]);
}

/** What a field that stays empty is called: as it is of one assignment whose terms are known, else left alone. */
export const asItIs =
  (standing: Partial<Commitment> | null) =>
  (name: keyof Commitment): string =>
    standing?.[name] === undefined ? t('amend.unchanged') : t('terms.as-is', { value: termWords(name, standing) });
