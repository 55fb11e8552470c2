import { createHash } from 'node:crypto';
import type { SettlementRow } from './queries.ts';
import type { CountryColumns, Degrees } from './schema.ts';

/** Each value less the one before it: small numbers, which compress well. */
export function differences(values: readonly number[]): number[] {
  return values.map((value, i) => (i === 0 ? value : value - values[i - 1]));
}

/** Degrees rounded to ten-thousandths: about ten metres, less than a village is wide. */
function degrees(values: readonly number[]): Degrees {
  const units = values.map((value) => Math.round(value * 10_000));
  const thousandths = units.map((unit) => Math.floor(unit / 10));
  return {
    thousandths: differences(thousandths),
    digits: units.map((unit, i) => unit - thousandths[i] * 10).join(''),
  };
}

/** The hash that names a state of what is sent. */
export const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);

/** Codes as numbers behind a prefix. Of more digits than a number holds exactly, the first are part of the prefix. */
function codeColumns(codes: readonly string[]): Pick<CountryColumns, 'codeSeries' | 'codeNumber'> {
  const codeSeries: CountryColumns['codeSeries'] = [];
  const numbers = codes.map((code) => {
    const number = /\d{0,15}$/.exec(code)![0];
    const prefix = code.slice(0, code.length - number.length);
    const last = codeSeries.at(-1);
    if (last?.prefix === prefix && last.digits === number.length) last.rows++;
    else codeSeries.push({ prefix, digits: number.length, rows: 1 });
    return Number(number);
  });
  return { codeSeries, codeNumber: differences(numbers) };
}

/** The places of the country as columns, with the hash that names this state of them. Settlements come ordered by region and code. */
export function columnsOf(
  regions: readonly { code: string }[],
  districts: readonly { regionCode: string; code: string }[],
  settlements: readonly SettlementRow[],
): CountryColumns {
  const regionAt = new Map(regions.map(({ code }, i) => [code, i]));
  const districtAt = new Map(districts.map(({ regionCode, code }, i) => [`${regionCode} ${code}`, i]));
  const district = settlements.map((row) => districtAt.get(`${row.regionCode} ${row.districtCode}`) ?? -1);
  const columns = {
    regions: regions.map(({ code }) => code),
    districts: {
      code: districts.map(({ code }) => code),
      region: districts.map(({ regionCode }) => regionAt.get(regionCode)!),
    },
    ...codeColumns(settlements.map(({ code }) => code)),
    region: settlements.map(({ regionCode }) => regionAt.get(regionCode)!),
    district: differences(district),
    population: settlements.map(({ population }) => population ?? -1),
    longitude: degrees(settlements.map(({ longitude }) => longitude)),
    latitude: degrees(settlements.map(({ latitude }) => latitude)),
  };
  return { hash: hashOf(columns), ...columns };
}
