import type { CountryColumns, Names, SettlementKey, SettlementKind } from '../../server/places/schema.ts';
import { fold } from '../i18n/fold.ts';

/** The unchanging part of the country, unpacked. Row i of every column is settlement i. */
export interface Country {
  hash: string;
  regions: { code: string; names: Names }[];
  districts: { code: string; region: number; names: Names }[];
  size: number;
  code: string[];
  /** Index into regions. */
  region: number[];
  /** Index into districts; -1 where the district is not known. */
  district: number[];
  kind: SettlementKind[];
  names: Names[];
  /** Residents as the columns have them; -1 is unknown. */
  population: number[];
  /** Degrees, EPSG:4326. */
  longitude: Float64Array;
  latitude: Float64Array;
  /** Names in the three languages and the code, folded, one text a settlement. */
  searchable: string[];
  /** The row of a settlement, undefined where there is none. */
  indexOf(key: SettlementKey): number | undefined;
  keyOf(index: number): SettlementKey;
}

const degreesPerUnit = 1e-5;

/** Running sums of hundred-thousandths of a degree, as degrees. */
export function decodeDegrees(differences: readonly number[]): Float64Array {
  const degrees = new Float64Array(differences.length);
  let sum = 0;
  for (let i = 0; i < differences.length; i++) {
    sum += differences[i];
    degrees[i] = sum * degreesPerUnit;
  }
  return degrees;
}

/** A name that is empty is the same as the one before it: English as Russian, Russian as Kazakh. */
function decodeNames(columns: CountryColumns): Names[] {
  return columns.nameKk.map((kk, i) => {
    const ru = columns.nameRu[i] || kk;
    return { kk, ru, en: columns.nameEn[i] || ru };
  });
}

export function decodeCountry(columns: CountryColumns): Country {
  const names = decodeNames(columns);
  const keyText = (region: string, code: string) => `${region} ${code}`;
  const rows = new Map(columns.code.map((code, i) => [keyText(columns.regions[columns.region[i]].code, code), i]));
  return {
    hash: columns.hash,
    regions: columns.regions,
    districts: columns.districts,
    size: columns.code.length,
    code: columns.code,
    region: columns.region,
    district: columns.district,
    kind: columns.kind,
    names,
    population: columns.population,
    longitude: decodeDegrees(columns.longitude),
    latitude: decodeDegrees(columns.latitude),
    searchable: names.map(({ kk, ru, en }, i) => fold([...new Set([kk, ru, en, columns.code[i]])].join(' '))),
    indexOf: ({ regionCode, code }) => rows.get(keyText(regionCode, code)),
    keyOf: (i) => ({ regionCode: columns.regions[columns.region[i]].code, code: columns.code[i] }),
  };
}
