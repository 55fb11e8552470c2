import type { Box } from '../../server/assessment/engine/circle.ts';
import type { Database } from '../../server/database/database.ts';
import type { Names } from '../../server/places/schema.ts';
import { boundaryMargin } from '../../server/places/margin.ts';
import { boxesOfSettlements, districts, regions } from './country.queries.ts';
import { type Outline, Outlines } from './outlines.ts';

/** The regions and districts as they stand in the database while a file is loaded. */
export interface Country {
  regions: ReadonlyMap<string, Names>;
  /** Of the regions that have a boundary. */
  outlines: Outlines;
  hasBoundary(regionCode: string): boolean;
  /** District → its region. */
  districts: ReadonlyMap<string, string>;
  districtOutlines: Outlines;
  /** Of the regions without a boundary, the box of their settlements. */
  boxes: ReadonlyMap<string, Box>;
}

const withBoundary = (rows: readonly { code: string; boundary: Outline['boundary'] | null }[]): Outline[] =>
  rows.flatMap(({ code, boundary }) => (boundary === null ? [] : [{ code, boundary }]));

export async function readCountry(database: Database): Promise<Country> {
  const known = await regions(database);
  const knownDistricts = await districts(database);
  const bounded = new Set(known.filter(({ boundary }) => boundary !== null).map(({ code }) => code));
  return {
    regions: new Map(known.map(({ code, names }) => [code, names])),
    outlines: new Outlines(withBoundary(known)),
    hasBoundary: (code) => bounded.has(code),
    districts: new Map(knownDistricts.map(({ code, regionCode }) => [code, regionCode])),
    districtOutlines: new Outlines(withBoundary(knownDistricts)),
    boxes: await boxesOfSettlements(database),
  };
}

/** Degrees from the settlements within which, as long as there are no boundaries, evidence is taken for the country's. */
const aroundSettlements = 5;

/** The regions whose extent a box touches: their boundary with its margin, or the box of their settlements. */
export function regionsTouching(country: Country, [west, south, east, north]: Box): string[] {
  const m = boundaryMargin;
  const found = country.outlines.touching([west - m, south - m, east + m, north + m]);
  for (const [code, box] of country.boxes) if (distance(box, [west, south, east, north]) === 0) found.push(code);
  return found.toSorted();
}

/**
 * The region without a boundary whose settlements are nearest to a box; null where none is near. Evidence between the
 * settlements is kept there, until they come to reach it.
 */
export function nearestRegion(country: Country, box: Box): string | null {
  const near = [...country.boxes]
    .map(([code, other]) => ({ code, away: distance(other, box) }))
    .filter(({ away }) => away <= aroundSettlements)
    .toSorted((a, b) => a.away - b.away || (a.code < b.code ? -1 : 1));
  return near[0]?.code ?? null;
}

/** Degrees between two boxes; 0 where they meet. */
function distance(a: Box, b: Box): number {
  return Math.hypot(Math.max(0, a[0] - b[2], b[0] - a[2]), Math.max(0, a[1] - b[3], b[1] - a[3]));
}
