import type { Names } from '../../places/schema.ts';
import type { DocumentRow } from './content.ts';
import { type DocumentLanguage, documentWords } from './words.ts';

/** A name in the language of the document, or in whichever there is. */
export const nameIn = (names: Names, language: DocumentLanguage): string =>
  names[language] || names.kk || names.ru || names.en;

/** `2026-11-22` as 22.11.2026, as both languages write it. */
export const dateText = (date: string): string => date.split('-').reverse().join('.');

const noBreak = '\u00a0';

/** A whole number with its thousands apart; what is not known is a dash. */
export const numberText = (value: number | null): string =>
  value === null ? '—' : String(value).replace(/\B(?=(\d{3})+$)/g, noBreak);

export const placeText = ({ region, district }: DocumentRow, language: DocumentLanguage): string =>
  [region, district].flatMap((names) => (names === null ? [] : nameIn(names, language))).join(', ');

/** The operator's answer in words: until when, why not, or what instead. */
export function answerText(row: DocumentRow, language: DocumentLanguage): string {
  const words = documentWords[language];
  const { stage, reason, counter, answerDueOn } = row;
  const instead =
    counter === null
      ? []
      : [
          ...(counter.technology === undefined ? [] : [words.technologies[counter.technology]]),
          ...(counter.startQuarter === undefined
            ? []
            : [`${words.headings.start}: ${words.quarter(counter.startQuarter)}`]),
          ...(counter.finishQuarter === undefined
            ? []
            : [`${words.headings.finish}: ${words.quarter(counter.finishQuarter)}`]),
          ...(counter.costTenge === undefined ? [] : [`${words.headings.cost}: ${numberText(counter.costTenge)}`]),
          ...(counter.subsidyTenge === undefined
            ? []
            : [`${words.headings.subsidy}: ${numberText(counter.subsidyTenge)}`]),
        ];
  const details = [
    ...(answerDueOn === null ? [] : [words.until(dateText(answerDueOn))]),
    ...instead,
    ...(reason === null ? [] : [`${words.reasons[reason.code]} — ${reason.text}`]),
  ];
  return [words.answers[stage], ...details].join('; ');
}
