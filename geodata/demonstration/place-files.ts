import type { FeatureCollection } from 'geojson';
import type { Names, SettlementKind } from '../../server/places/schema.ts';
import type { Codes } from './codes.ts';
import type { Country } from './country.ts';
import { toCsv, type Value } from './csv.ts';
import { regionFacts } from './facts/regions.ts';

const regionOf = (code: string) => `${code.slice(0, 2)}0000000`;

/** The classifier in the columns of KATO: regions, districts, okrugs, settlements. k is 1 in towns and 2 elsewhere. */
export function classifierFile({ divisions, towns, count }: Country, codes: Codes, names: Names[]): string {
  const rows: Value[][] = [];
  const add = (code: string, k: number, kk: string, ru: string) =>
    rows.push([code, code.slice(0, 2), code.slice(2, 4), code.slice(4, 6), code.slice(6), k, kk, ru, '']);
  for (const [
    i,
    {
      code,
      names: { kk, ru },
    },
  ] of divisions.regions.entries()) {
    add(code, regionFacts[i].ruralPopulation === 0 ? 1 : 0, kk, ru);
  }
  for (const {
    code,
    names: { kk, ru },
  } of divisions.districts)
    add(code, 2, kk, ru);
  for (const { code, seat } of codes.okrugs) add(code, 2, `${names[seat].kk} а.о.`, `${names[seat].ru} с.о.`);
  for (let i = 0; i < count; i++) {
    const { kk, ru } = names[i];
    if (i < towns.length) add(codes.settlements[i], 1, `${kk} қ.`, `г.${ru}`);
    else add(codes.settlements[i], 2, `${kk} а.`, `с.${ru}`);
  }
  rows.sort(([a], [b]) => (a! < b! ? -1 : 1));
  return toCsv(['te', 'ab', 'cd', 'ef', 'hij', 'k', 'kaz_name', 'rus_name', 'nn'], rows);
}

/** Boundaries of regions or of districts. */
export function boundariesFile({ regions, districts }: Country['divisions'], level: 'region' | 'district'): string {
  const collection: FeatureCollection = {
    type: 'FeatureCollection',
    features: (level === 'region' ? regions : districts).map(({ code, names, boundary }) => ({
      type: 'Feature',
      properties: {
        code,
        level,
        region_code: regionOf(code),
        name_kk: names.kk,
        name_ru: names.ru,
        name_en: names.en,
      },
      geometry: boundary,
    })),
  };
  return JSON.stringify(collection);
}

/** Residents from which a town of GeoNames is called a city, and below which a village is called a hamlet. */
const cityFrom = 50_000;
const hamletBelow = 50;

/** The settlements in the product's own form. Where a population is unknown its cells are empty. */
export function settlementsFile(country: Country, codes: Codes, names: Names[], asOf: string): string {
  const { towns, divisions, districts, longitudes, latitudes, populations, residents } = country;
  const rows = codes.settlements.map((code, i): Value[] => {
    const isTown = i < towns.length;
    const isKnown = populations[i] !== -1;
    const townKind: SettlementKind = residents[i] >= cityFrom ? 'city' : 'town';
    const villageKind: SettlementKind = residents[i] < hamletBelow ? 'hamlet' : 'village';
    const source = isTown ? 'GeoNames' : 'generated';
    const date = isTown ? towns[i].dated : `${asOf.slice(0, 4)}-01-01`;
    return [
      code,
      names[i].kk,
      names[i].ru,
      names[i].en,
      isTown ? townKind : villageKind,
      isKnown ? populations[i] : null,
      isKnown ? source : null,
      isKnown ? date : null,
      longitudes[i],
      latitudes[i],
      regionOf(code),
      divisions.districts[districts[i]].code,
    ];
  });
  return toCsv(
    [
      'code',
      'name_kk',
      'name_ru',
      'name_en',
      'kind',
      'population',
      'population_source',
      'population_date',
      'longitude',
      'latitude',
      'region_code',
      'district_code',
    ],
    rows,
  );
}
