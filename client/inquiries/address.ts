// The address is the state of these pages: a link shows another person the same thing.
import type { InquiryKey, InquiryState } from '../../server/inquiries/schema.ts';

/** Held against the wire's schema by a test. */
export const inquiryStates: readonly InquiryState[] = ['open', 'overdue', 'answered', 'closed'];

/** What is listed; empty asks nothing. */
export interface InquiryFilters {
  state: InquiryState | '';
  region: string;
  settlement: string;
  operator: string;
}

/** Which of the pages an address is: the list, the form to ask, or one inquiry. */
export type InquiriesPlace = { page: 'list' } | { page: 'ask' } | { page: 'one'; key: InquiryKey };

export function readPath(path: string): InquiriesPlace {
  const [, , region, number] = path.split('/').map(decodeURIComponent);
  if (region === 'new') return { page: 'ask' };
  if (region && /^\d+$/.test(number ?? '')) {
    return { page: 'one', key: { regionCode: region, number: Number(number) } };
  }
  return { page: 'list' };
}

/** What an address's query asks for; whatever it says wrongly is as if it were not said. */
export function readFilters(query: string): InquiryFilters {
  const asked = new URLSearchParams(query);
  return {
    state: inquiryStates.find((state) => state === asked.get('state')) ?? '',
    region: asked.get('region') ?? '',
    settlement: asked.get('settlement') ?? '',
    operator: asked.get('operator') ?? '',
  };
}

/** The query of the address that says this; what asks nothing is left out. */
export function writeFilters(filters: InquiryFilters): string {
  const said = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
  return said.size === 0 ? '' : `?${said}`;
}
