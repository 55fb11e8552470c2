import { nameIn } from '../i18n/index.ts';
import type { Language } from '../i18n/language.ts';
import { sortKey } from '../i18n/alphabet.ts';
import type { Country } from './country.ts';
import type { Live } from './live.ts';

export const sorts = ['population', 'name', 'district'] as const;
export type Sort = (typeof sorts)[number];

/** Largest population first (unknown last), by name, or by district and then name. Equal rows keep the country's order. */
export function sortRows(
  rows: readonly number[],
  by: Sort,
  country: Country,
  live: Live,
  language: Language,
): number[] {
  if (by === 'population') {
    return rows.toSorted((a, b) => (live.population[b] ?? -1) - (live.population[a] ?? -1));
  }
  const name = (row: number) => sortKey(nameIn(country.names[row], language));
  const district = (row: number) => {
    const names = country.districts[country.district[row]]?.names;
    return names === undefined ? '' : sortKey(nameIn(names, language));
  };
  const keys = new Map(rows.map((row) => [row, by === 'name' ? name(row) : `${district(row)} ${name(row)}`]));
  return rows.toSorted((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : keys.get(a)! > keys.get(b)! ? 1 : a - b));
}
