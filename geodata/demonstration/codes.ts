import type { Country } from './country.ts';

/** Settlements in a rural okrug of the demonstration. */
const okrugSize = 4;

/** What nine digits leave room for: okrugs 10 to 99 of a district, settlements 100 to 999 of an okrug. */
const mostOkrugs = 90;
const mostInOkrug = 900;

/** The codes of a country's settlements and okrugs, nine digits in the shape of KATO: region, district, okrug, settlement. */
export interface Codes {
  /** One for each settlement of the country. */
  settlements: string[];
  /** The okrugs with the settlement that each is named after, in order of code. */
  okrugs: { code: string; district: number; seat: number }[];
}

/** Numbers the settlements of each district by okrugs, which are sectors around the district's centre. */
export function assignCodes({ divisions, districts, longitudes, latitudes, residents, count }: Country): Codes {
  const members: number[][] = divisions.districts.map(() => []);
  for (let i = 0; i < count; i++) members[districts[i]].push(i);
  const codes: Codes = { settlements: Array.from({ length: count }), okrugs: [] };
  for (const [district, { code, centre }] of divisions.districts.entries()) {
    const sectors = members[district]
      .map((settlement) => ({
        settlement,
        angle: Math.atan2(latitudes[settlement] - centre[1], longitudes[settlement] - centre[0]),
      }))
      .toSorted((a, b) => a.angle - b.angle || a.settlement - b.settlement)
      .map(({ settlement }) => settlement);
    const size = Math.max(okrugSize, Math.ceil(sectors.length / mostOkrugs));
    if (size > mostInOkrug) throw new RangeError(`District ${code} has more settlements than nine digits can number.`);
    for (let first = 0; first < sectors.length; first += size) {
      const group = sectors.slice(first, first + size);
      const stem = `${code.slice(0, 4)}${10 + first / size}`;
      const seat = group.reduce((largest, other) => (residents[other] > residents[largest] ? other : largest));
      codes.okrugs.push({ code: `${stem}000`, district, seat });
      for (const [i, settlement] of group.entries()) codes.settlements[settlement] = `${stem}${100 + i}`;
    }
  }
  return codes;
}
