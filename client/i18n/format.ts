// Chromium formats Kazakh dates and numbers wrongly (it prints "2026 M07 1"), so all
// three languages are formatted here and held against Node's Intl by a test.
import type { Quarter } from '../../server/calendar/schema.ts';
import type { Language } from './language.ts';

const noBreakSpace = '\u00a0';

const months: Readonly<Record<Language, readonly string[]>> = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** A number with at most `digits` decimals, grouped by thousands. */
export function formatNumber(language: Language, value: number, digits = 1): string {
  const [whole, decimals] = String(Math.abs(Number(value.toFixed(digits)))).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : noBreakSpace);
  const sign = value < 0 ? '-' : '';
  return sign + grouped + (decimals === undefined ? '' : (language === 'en' ? '.' : ',') + decimals);
}

function longDate(language: Language, year: number, month: number, day: number): string {
  const name = months[language][month - 1];
  if (language === 'kk') return `${year}${noBreakSpace}ж. ${day} ${name}`;
  return language === 'ru' ? `${day} ${name} ${year}${noBreakSpace}г.` : `${day} ${name} ${year}`;
}

/** A calendar date, `2026-07-01`, in words. */
export function formatDate(language: Language, date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return longDate(language, year, month, day);
}

/** A moment, in words and in the time of the reader's clock. */
export function formatMoment(language: Language, moment: string): string {
  const at = new Date(moment);
  const date = longDate(language, at.getFullYear(), at.getMonth() + 1, at.getDate());
  const time = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  const between = { kk: ', ', ru: ' в ', en: ' at ' }[language];
  return date + between + time;
}

const romanQuarters = ['I', 'II', 'III', 'IV'];

/** A quarter, `2027-Q3`, as officials write it. */
export function formatQuarter(language: Language, quarter: Quarter): string {
  const [year, number] = quarter.split('-Q');
  const roman = romanQuarters[Number(number) - 1];
  if (language === 'kk') return `${year}${noBreakSpace}ж. ${roman} тоқсан`;
  return language === 'ru' ? `${roman} кв. ${year}${noBreakSpace}г.` : `Q${number} ${year}`;
}
