// How the page words what the plan holds, in the language of the page.
import type { Commitment, Conflict } from '../../server/assignments/schema.ts';
import type { SettlementKey } from '../../server/places/schema.ts';
import { nameOf, number, quarter, t } from '../i18n/index.ts';
import { country, operatorNames } from '../store/state.ts';

export function operatorName(code: string): string {
  const names = operatorNames(code);
  return names === undefined ? code : nameOf(names);
}

export function settlementName(key: SettlementKey): string {
  const row = country.value?.indexOf(key);
  return row === undefined ? key.code : nameOf(country.value!.names[row]);
}

export function districtName(row: number): string {
  const { districts, district, regions, region } = country.value!;
  return nameOf((districts[district[row]] ?? regions[region[row]]).names);
}

/** The district and its region. */
export function ladder(row: number): string {
  const { regions, region, district } = country.value!;
  const regionName = nameOf(regions[region[row]].names);
  return district[row] < 0 ? regionName : `${districtName(row)}, ${regionName}`;
}

export function people(population: number | null): string {
  return population === null ? t('population.missing') : t('population.people', { count: population });
}

export const quarters = (start: string, finish: string): string =>
  start === finish ? quarter(start) : `${quarter(start)} – ${quarter(finish)}`;

/** What a conflict is about, after its name. */
export function conflictDetail({ code, detail }: Conflict): string {
  if (detail === null) return '';
  if (code === 'another-operator') return operatorName(detail);
  if (code === 'same-operator-overlaps') return detail.split(' – ').map(quarter).join(' – ');
  if (code === 'dates-past') return quarter(detail);
  if (code === 'capacity-exceeded') return number(Number(detail));
  return '';
}

/** The fields of a commitment that can be compared, each in words. */
export const fieldWords: Readonly<{ [Field in keyof Commitment]: (value: Commitment[Field]) => string }> = {
  operatorCode: operatorName,
  technology: (technology) => t(`technology.${technology}`),
  startQuarter: quarter,
  finishQuarter: quarter,
  costTenge: (tenge) => money(tenge),
  subsidyTenge: (tenge) => money(tenge),
  responsibleOfficer: (officer) => officer || t('common.none'),
};

export const money = (tenge: number | null): string =>
  tenge === null ? t('common.none') : t('common.tenge', { amount: tenge });
