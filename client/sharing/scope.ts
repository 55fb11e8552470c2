// What a shared address asks the service for: pure.
import { readAddress } from '../store/address.ts';
import { settlementsQuery } from '../store/export-address.ts';
import { type Filters, noFilters } from '../store/filters.ts';

/** What a shared view shows, as the service asks for it. */
export interface SharedScope {
  /** The part of the country: of figures, curve and what is overdue. */
  plan: Record<string, string>;
  /** The settlements that are listed. */
  settlements: Record<string, string>;
  filters: Filters;
  /** Of what is overdue, one cause; empty is any. */
  cause: string;
  measure: 'residents' | 'settlements';
}

const named = (asked: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));

/** The pages whose filters an address can hold: the map, the figures of places, the schedules. */
export function scopeOf(address: string): SharedScope {
  const { pathname, searchParams, search } = new URL(address, 'http://shared');
  const { filters } = readAddress(search);
  const onMap = pathname === '/' || pathname === '/map';
  // Elsewhere an address says a place, an operator and which settlements are shown, and all else means another thing.
  const kept = onMap
    ? filters
    : {
        ...noFilters,
        region: filters.region === 'all' ? '' : filters.region,
        district: filters.district,
        operator: filters.operator,
        show: pathname === '/schedules' ? ('all' as const) : filters.show,
      };
  const { region, district, operator } = kept;
  return {
    plan: named({ region, district, operator }),
    settlements: Object.fromEntries(settlementsQuery(kept)),
    filters: kept,
    cause: onMap ? '' : (searchParams.get('cause') ?? ''),
    measure: searchParams.get('by') === 'settlements' ? 'settlements' : 'residents',
  };
}

/** The address of a view with the language in which it shall be read. */
export function withLanguage(address: string, language: string): string {
  const { pathname, searchParams } = new URL(address, 'http://shared');
  searchParams.set('language', language);
  return `${pathname}?${searchParams}`.replace(/%(3A|2C|2F|3B)/g, decodeURIComponent);
}

/** The language that a shared address names, if any. */
export const languageOf = (address: string): string | null =>
  new URL(address, 'http://shared').searchParams.get('language');

/** The date as of which an address shows its figures, if any. */
export const knownOnOf = (address: string): string | null =>
  new URL(address, 'http://shared').searchParams.get('known-on');
