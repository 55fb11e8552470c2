import { createHash } from 'node:crypto';
import type { SettlementRow } from './queries.ts';
import type { CountryColumns, Names } from './schema.ts';

/** Columns hold degrees in hundred-thousandths: about a metre. */
const perDegree = 100_000;

/** Each value less the one before it: small numbers, which compress well. */
export function differences(values: readonly number[]): number[] {
  return values.map((value, i) => (i === 0 ? value : value - values[i - 1]));
}

/** The country as columns, with the hash that names this state of it. Settlements come ordered by region and code. */
export function columnsOf(
  regions: readonly { code: string; names: Names }[],
  districts: readonly { regionCode: string; code: string; names: Names }[],
  settlements: readonly SettlementRow[],
): CountryColumns {
  const regionAt = new Map(regions.map(({ code }, i) => [code, i]));
  const districtAt = new Map(districts.map(({ regionCode, code }, i) => [`${regionCode} ${code}`, i]));
  const columns = {
    regions: regions.map(({ code, names }) => ({ code, names })),
    districts: districts.map(({ regionCode, code, names }) => ({ code, region: regionAt.get(regionCode)!, names })),
    code: settlements.map(({ code }) => code),
    region: settlements.map(({ regionCode }) => regionAt.get(regionCode)!),
    district: settlements.map(({ regionCode, districtCode }) => districtAt.get(`${regionCode} ${districtCode}`) ?? -1),
    kind: settlements.map(({ kind }) => kind),
    nameKk: settlements.map(({ names }) => names.kk || names.ru || names.en),
    nameRu: settlements.map(({ names }) => (names.ru === names.kk ? '' : names.ru)),
    nameEn: settlements.map(({ names }) => (names.en === names.ru ? '' : names.en)),
    population: settlements.map(({ population }) => population ?? -1),
    longitude: differences(settlements.map(({ longitude }) => Math.round(longitude * perDegree))),
    latitude: differences(settlements.map(({ latitude }) => Math.round(latitude * perDegree))),
  };
  const hash = createHash('sha256').update(JSON.stringify(columns)).digest('base64url').slice(0, 22);
  return { hash, ...columns };
}
