// How figures and places are worded, in the language of the page.
import type { Names } from '../../server/places/schema.ts';
import type { Coverage } from '../../server/reports/schema.ts';
import { nameOf, t } from '../i18n/index.ts';
import { percentOf } from './figures.ts';
import { type CauseOrNone, noCause } from './overdue.ts';

export const percent = (share: number | null): string =>
  share === null ? '—' : t('coverage.percent', { share: percentOf(share) });

export const people = (population: number | null): string =>
  population === null ? t('population.missing') : t('population.people', { count: population });

export const causeName = (cause: CauseOrNone): string =>
  cause === noCause ? t('overdue.no-cause') : t(`reason-code.${cause}`);

/** Where a row is: its district, where those are known, else its region. */
export function placeNames({ regions, districts }: Pick<Coverage, 'regions' | 'districts'>) {
  const names = new Map<string, Names>([...regions, ...districts].map((place) => [place.code, place.names]));
  return ({ regionCode, districtCode }: { regionCode: string; districtCode: string | null }): string => {
    const found = names.get(districtCode ?? '') ?? names.get(regionCode);
    return found === undefined ? regionCode : nameOf(found);
  };
}
