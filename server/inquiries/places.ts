import type { Database } from '../database/database.ts';
import { allDistricts, allRegions, settlementsByKeys } from '../places/queries.ts';
import type { Inquiry, InquiryPlace } from './schema.ts';

const textOf = (regionCode: string, code: string) => `${regionCode} ${code}`;

/** Where something is: a settlement, a district, a region or the whole country. */
export type Located = Pick<Inquiry, 'regionCode' | 'settlementCode'> & Partial<Pick<Inquiry, 'districtCode'>>;

/** Reads the names of these places, and gives the way to look them up. */
export async function readPlaces(
  database: Database,
  places: readonly Located[],
): Promise<(place: Located) => InquiryPlace> {
  const keys = places.flatMap(({ regionCode, settlementCode }) =>
    settlementCode === null ? [] : { regionCode, code: settlementCode },
  );
  const settlements = new Map(
    (keys.length === 0 ? [] : await settlementsByKeys(database, keys)).map((row) => [
      textOf(row.regionCode, row.code),
      row,
    ]),
  );
  const districts = new Map((await allDistricts(database)).map((row) => [textOf(row.regionCode, row.code), row.names]));
  const regions = new Map((await allRegions(database)).map(({ code, names }) => [code, names]));
  return ({ regionCode, districtCode, settlementCode }) => {
    const settlement = settlements.get(textOf(regionCode, settlementCode ?? ''));
    const district = districtCode ?? settlement?.districtCode ?? '';
    return {
      settlement: settlement?.names ?? null,
      district: districts.get(textOf(regionCode, district)) ?? null,
      region: regions.get(regionCode) ?? null,
    };
  };
}
