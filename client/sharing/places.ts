import type { SharedView } from '../../server/sharing/schema.ts';
import { nameOf, t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';

/** The names of places in a shared view. */
export interface SharedPlaces {
  /** The district and its region. */
  ladder(place: { regionCode: string; districtCode: string | null }): string;
  /** The part of the country that is shown; what is empty is all. */
  scope(region: string, district: string, operator: string): string;
}

export function placesOf({ regions, districts }: SharedView): SharedPlaces {
  const ladder = (regionCode: string, districtCode: string | null) => [
    ...districts.filter((one) => one.regionCode === regionCode && one.code === districtCode),
    ...regions.filter(({ code }) => code === regionCode),
  ];
  const words = (regionCode: string, districtCode: string | null) =>
    ladder(regionCode, districtCode)
      .map(({ names }) => nameOf(names))
      .join(', ');
  return {
    ladder: ({ regionCode, districtCode }) => words(regionCode, districtCode),
    scope: (region, district, operator) =>
      [words(region, district) || t('shared.country'), operator && operatorName(operator)].filter(Boolean).join(' · '),
  };
}
