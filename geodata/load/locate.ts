import type { Fault } from '../checks/reasons.ts';
import { regionOfKato } from '../sources/kato-code.ts';
import type { SettlementRow } from '../sources/source.ts';
import type { Country } from './country.ts';

/** The region of a country of which no regions are known. */
export const wholeCountryRegion = 'country';

export type Located = { regionCode: string } | { fault: Fault };

/**
 * The region of each settlement: the one that the row names, as long as the
 * point lies in it or within `margin` degrees; else the one that covers the
 * point, or is nearest within the margin. Without boundaries: the one that the
 * row or its KATO code names, else that of the whole country.
 */
export function locate(rows: readonly SettlementRow[], country: Country, margin: number): Located[] {
  const covering = country.outlines.covering({
    longitude: rows.map((row) => row.longitude),
    latitude: rows.map((row) => row.latitude),
  });
  return rows.map((row, at) => located(row, covering[at], country, margin));
}

function located(row: SettlementRow, covering: string | null, country: Country, margin: number): Located {
  const { regionCode: stated, longitude, latitude } = row;
  if (country.outlines.size === 0) {
    if (stated !== null) return { regionCode: stated };
    const byCode = regionOfKato(row.code);
    return { regionCode: byCode !== null && country.regions.has(byCode) ? byCode : wholeCountryRegion };
  }
  const point = `${longitude}, ${latitude}`;
  if (stated !== null && !country.regions.has(stated))
    return { fault: { column: 'region_code', value: stated, reason: 'unknown-region' } };
  if (stated !== null && (covering === stated || !country.hasBoundary(stated))) return { regionCode: stated };
  const found = covering ?? country.outlines.nearest(longitude, latitude, margin);
  if (found === null) {
    // Within the box of the country it is a neighbour's; beyond it, a place whose axes were exchanged.
    const swapped = !country.outlines.boxHolds(longitude, latitude) && country.outlines.cover(latitude, longitude);
    return { fault: { column: null, value: point, reason: swapped ? 'swapped-axes' : 'outside-country' } };
  }
  if (stated === null || stated === found || country.outlines.near(stated, longitude, latitude, margin))
    return { regionCode: stated ?? found };
  return {
    fault: { column: 'region_code', value: `${stated}, but ${point} is in ${found}`, reason: 'outside-region' },
  };
}

/** The district of each settlement: the one that it names, where it is one of the region; else by its position or code. */
export function districtsOf(
  rows: readonly SettlementRow[],
  regionCodes: readonly string[],
  country: Country,
  margin: number,
): (string | null)[] {
  const covering = country.districtOutlines.covering({
    longitude: rows.map((row) => row.longitude),
    latitude: rows.map((row) => row.latitude),
  });
  return rows.map((row, at) => {
    const isOfRegion = (code: string | null) => code !== null && country.districts.get(code) === regionCodes[at];
    if (row.districtCode !== null && (country.districts.size === 0 || isOfRegion(row.districtCode)))
      return row.districtCode;
    if (isOfRegion(covering[at])) return covering[at];
    const nearest = country.districtOutlines.nearest(row.longitude, row.latitude, margin);
    if (isOfRegion(nearest)) return nearest;
    const byCode = regionOfKato(row.code) === null ? null : `${row.code.slice(0, 4)}00000`;
    return isOfRegion(byCode) ? byCode : null;
  });
}
