// An inquiry while it is being written.
import type { Viewer } from '../../server/accounts/schema.ts';
import type { Ask, InquirySubject } from '../../server/inquiries/schema.ts';

/** Codes of the place, the smallest that is named being what the inquiry is about; nothing named is the whole country. */
export interface AskDraft {
  region: string;
  district: string;
  settlement: string;
  /** The number of the settlement's assignment. */
  number: string;
  figure: string;
  addressee: Ask['addressee'];
  operator: string;
  question: string;
  days: number;
  kind: Ask['within']['kind'];
}

/** What a link to the form asks to be filled in. */
export type AskAbout = Partial<Pick<AskDraft, 'region' | 'district' | 'settlement' | 'number' | 'figure' | 'operator'>>;

/** The address of the form with this filled in. */
export function askAddress(about: AskAbout): string {
  const said = new URLSearchParams(Object.entries(about).filter(([, value]) => value));
  return said.size === 0 ? '/inquiries/new' : `/inquiries/new?${said}`;
}

/** The form as an address asks for it; a deputy who names no place asks about the one that they answer for. */
export function readDraft(query: string, home: Pick<Viewer, 'regionCode' | 'districtCode'>): AskDraft {
  const asked = new URLSearchParams(query);
  const said = (name: string) => asked.get(name) ?? '';
  const asksAtHome = !asked.has('region') && !asked.has('figure');
  const region = asksAtHome ? (home.regionCode ?? '') : said('region');
  const settlement = region && said('settlement');
  const number = settlement && /^\d+$/.test(said('number')) ? said('number') : '';
  const operator = said('operator');
  return {
    region,
    district: asksAtHome ? (home.districtCode ?? '') : region && said('district'),
    settlement,
    number,
    figure: said('figure').slice(0, 500),
    addressee: number || operator ? 'operator' : 'ministry',
    operator,
    question: '',
    days: 30,
    kind: 'calendar',
  };
}

export function subjectOf({ region, district, settlement, number }: AskDraft): InquirySubject {
  if (region === '') return { subject: 'country' };
  const about = { regionCode: region, settlementCode: settlement };
  if (number !== '') return { subject: 'assignment', ...about, assignmentNumber: Number(number) };
  if (settlement !== '') return { subject: 'settlement', ...about };
  return district === ''
    ? { subject: 'region', regionCode: region }
    : { subject: 'district', regionCode: region, districtCode: district };
}

export function requestOf(draft: AskDraft): Ask {
  const { figure, addressee, operator, question, days, kind } = draft;
  return {
    about: subjectOf(draft),
    figure: figure.trim() || null,
    addressee,
    operatorCode: addressee === 'operator' ? operator : null,
    question,
    within: { days, kind },
  };
}
