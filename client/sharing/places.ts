import type { SharedView } from '../../server/sharing/schema.ts';
import { nameOf, number, quarter, t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';
import { type Filters, noAssignment } from '../store/filters.ts';

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

/** Which settlements are shown, apart from whose and where, in words. */
export function filterWords({ show, query, status, populationFrom, populationTo, stage, quarter: finish }: Filters) {
  const words = [t(`show.${show}`)];
  if (query.trim() !== '') words.push(`«${query.trim()}»`);
  if (status !== '') words.push(`${t('filter.status')}: ${t(`status.${status}`)}`);
  if (populationFrom !== null) words.push(`${t('filter.populationFrom')}: ${number(populationFrom)}`);
  if (populationTo !== null) words.push(`${t('filter.populationTo')}: ${number(populationTo)}`);
  if (stage !== '') {
    words.push(`${t('filter.stage')}: ${stage === noAssignment ? t('filter.no-assignment') : t(`stage.${stage}`)}`);
  }
  if (finish !== '') words.push(`${t('filter.quarter')}: ${quarter(finish)}`);
  return words;
}
