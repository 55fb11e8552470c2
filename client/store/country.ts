import { sums } from '../../server/places/rules.ts';
import type {
  CountryColumns,
  CountryNames,
  CountryOtherNames,
  Degrees,
  Names,
  SettlementKey,
} from '../../server/places/schema.ts';
import { fold } from '../i18n/fold.ts';
import type { Language } from '../i18n/language.ts';
import { decodeNames, decodeOtherNames } from './names.ts';

/**
 * The unchanging part of the country, unpacked. Row i of every column is settlement i. Of a large country the rows are
 * those that the page has met so far.
 */
export interface Country {
  /** The states of the places and of the names. */
  hash: string;
  namesHash: string;
  /** The one language in which the names are known, as they are shown in it; null once all are. */
  only: Language | null;
  regions: { code: string; names: Names }[];
  districts: { code: string; region: number; names: Names }[];
  size: number;
  code: string[];
  /** Index into regions. */
  region: number[];
  /** Index into districts; -1 where the district is not known. */
  district: number[];
  names: Names[];
  /** Residents as the columns have them; -1 is unknown. */
  population: number[];
  /** Degrees, EPSG:4326. */
  longitude: ArrayLike<number>;
  latitude: ArrayLike<number>;
  /** The names that are known and the code, folded, one text a settlement. */
  searchable(): readonly string[];
  /** The row of a settlement, undefined where there is none. */
  indexOf(key: SettlementKey): number | undefined;
  keyOf(index: number): SettlementKey;
}

/** Degrees from running sums of thousandths, and a digit each beyond them. */
export const decodeDegrees = ({ thousandths, digits }: Degrees): Float64Array =>
  Float64Array.from(sums(thousandths), (thousandth, i) => (thousandth * 10 + Number(digits[i])) / 10_000);

/** Codes from their series: the prefix, then the number in so many digits. */
export function decodeCodes({ codeSeries, codeNumber }: Pick<CountryColumns, 'codeSeries' | 'codeNumber'>): string[] {
  const numbers = sums(codeNumber);
  let row = 0;
  return codeSeries.flatMap(({ prefix, digits, rows }) =>
    numbers
      .slice(row, (row += rows))
      .map((number) => (digits === 0 ? prefix : prefix + String(number).padStart(digits, '0'))),
  );
}

/** Folded when it is first asked for: most visits search nothing. */
function searchableBy(names: readonly Names[], code: readonly string[]): () => readonly string[] {
  let texts: string[] | null = null;
  return () => (texts ??= names.map(({ kk, ru, en }, i) => fold([...new Set([kk, ru, en, code[i]])].join(' '))));
}

/** The places with their names as the page shows them in one language. */
export function decodeCountry(columns: CountryColumns, shown: CountryNames): Country {
  const code = decodeCodes(columns);
  const keyText = (region: string, settlement: string) => `${region} ${settlement}`;
  const rows = new Map(code.map((one, i) => [keyText(columns.regions[columns.region[i]], one), i]));
  const names = decodeNames(shown);
  const firstDistrict = columns.regions.length;
  const firstSettlement = firstDistrict + columns.districts.code.length;
  const settlementNames = names.slice(firstSettlement);
  return {
    hash: columns.hash,
    namesHash: shown.hash,
    only: shown.language,
    regions: columns.regions.map((one, i) => ({ code: one, names: names[i] })),
    districts: columns.districts.code.map((one, i) => ({
      code: one,
      region: columns.districts.region[i],
      names: names[firstDistrict + i],
    })),
    size: code.length,
    code,
    region: columns.region,
    district: sums(columns.district),
    names: settlementNames,
    population: columns.population,
    longitude: decodeDegrees(columns.longitude),
    latitude: decodeDegrees(columns.latitude),
    searchable: searchableBy(settlementNames, code),
    indexOf: ({ regionCode, code: settlement }) => rows.get(keyText(regionCode, settlement)),
    keyOf: (i) => ({ regionCode: columns.regions[columns.region[i]], code: code[i] }),
  };
}

/** The country with its names in all languages, exactly. */
export function withOtherNames(country: Country, others: CountryOtherNames): Country {
  const { regions, districts, names: settlements, code } = country;
  const names = decodeOtherNames(others, [...[...regions, ...districts].map((place) => place.names), ...settlements]);
  const firstSettlement = regions.length + districts.length;
  const settlementNames = names.slice(firstSettlement);
  return {
    ...country,
    only: null,
    regions: regions.map((region, i) => ({ ...region, names: names[i] })),
    districts: districts.map((district, i) => ({ ...district, names: names[regions.length + i] })),
    names: settlementNames,
    searchable: searchableBy(settlementNames, code),
  };
}
