import type { Role } from '../accounts/schema.ts';
import type { Database } from '../database/database.ts';
import { allOperators } from '../operators/queries.ts';
import { allRegions, settlementsByKeys } from '../places/queries.ts';
import type { Names } from '../places/schema.ts';
import type { OwnNotice } from './queries.ts';
import { pathOf } from './rules.ts';
import type { Notice, NoticeAbout, NoticeLanguage } from './schema.ts';
import { words } from './words.ts';

const wholeCountry = '*';
const locales: Readonly<Record<NoticeLanguage, string>> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' };
const quarters = ['I', 'II', 'III', 'IV'];

const dateIn = (language: NoticeLanguage, date: string): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

function quarterIn(language: NoticeLanguage, quarter: string): string {
  const [year, number] = quarter.split('-Q');
  const roman = quarters[Number(number) - 1];
  if (language === 'kk') return `${year} ж. ${roman} тоқсан`;
  return language === 'ru' ? `${roman} кв. ${year} г.` : `Q${number} ${year}`;
}

/** Puts notices into words for a person of this role, with the names that places and operators have now. */
export async function worded(
  database: Database,
  notices: readonly OwnNotice[],
  language: NoticeLanguage,
  role: Role,
): Promise<Notice[]> {
  if (notices.length === 0) return [];
  const inLanguage = (names: Names | undefined, code: string) =>
    names === undefined ? code : names[language] || names.kk || names.ru || names.en || code;
  const operators = new Map((await allOperators(database)).map(({ code, names }) => [code, names]));
  const regions = new Map((await allRegions(database)).map(({ code, names }) => [code, names]));
  const places = notices.flatMap(({ about }) => about.place ?? []);
  const settlements = new Map(
    (await settlementsByKeys(database, places)).map((one) => [`${one.regionCode} ${one.code}`, one.names]),
  );
  const own = words[language];
  const said = (about: NoticeAbout) => {
    const { place, regionCode = '', operatorCode = '', inquiry, challenge } = about;
    return {
      operator: inLanguage(operators.get(operatorCode), operatorCode),
      what:
        place === undefined
          ? own.settlements(about.settlements ?? 0)
          : inLanguage(settlements.get(`${place.regionCode} ${place.code}`), place.code),
      region: regionCode === wholeCountry ? own.country : inLanguage(regions.get(regionCode), regionCode),
      inquiry: inquiry === undefined ? '' : `${inquiry.regionCode}/${inquiry.number}`,
      challenge: challenge === undefined ? '' : `${challenge.regionCode}/${challenge.number}`,
      date: about.dueOn === undefined ? '' : dateIn(language, about.dueOn),
      days: about.daysLeft ?? 0,
      quarter: about.quarter === undefined ? '' : quarterIn(language, about.quarter),
      officers: about.officers?.join(', ') ?? '',
      accepted: about.accepted ?? false,
    };
  };
  return notices.map(({ id, kind, madeAt, about, urgent, readAt }) => ({
    id,
    kind,
    madeAt: madeAt.toISOString(),
    read: readAt !== null,
    urgent,
    text: own.notices[kind](said(about)),
    path: pathOf(kind, about, role),
  }));
}
