import type { Position } from 'geojson';
import { boxOfCircle, type Box } from '../../server/assessment/engine/circle.ts';
import { polygonsOf } from '../checks/areas.ts';
import type { Fault } from '../checks/reasons.ts';
import type { EvidenceRow } from '../sources/source.ts';
import { type Country, nearestRegion, regionsTouching } from './country.ts';

/** Metres around a measured point within which a profile may let it speak. */
const farthestReach = 10_000;

/** The box of a piece of evidence, null where it names a settlement, and the regions that it stands in. */
export interface Place {
  box: Box | null;
  regionCodes: string[];
}

/** The regions that a row stands in: those that it touches, or that of the settlement that it names. */
export function placeOf(
  { where }: EvidenceRow,
  country: Country,
  regionOf: ReadonlyMap<string, { regionCode: string }>,
): Place | { fault: Fault } {
  if (where.type === 'settlement') {
    const region = regionOf.get(where.code);
    if (region === undefined) return { fault: { column: 'code', value: where.code, reason: 'unknown-settlement' } };
    return { box: null, regionCodes: [region.regionCode] };
  }
  const box = boxOf(where);
  const reach = where.type === 'point' ? boxOfCircle({ ...where, radius: farthestReach }) : box;
  const regionCodes = regionsTouching(country, reach);
  if (regionCodes.length > 0) return { box, regionCodes };
  const nearest = nearestRegion(country, box);
  if (nearest !== null) return { box, regionCodes: [nearest] };
  const [west, south, east, north] = box;
  const swapped =
    !country.outlines.boxHolds(west, south) && regionsTouching(country, [south, west, north, east]).length > 0;
  const value = `${west}, ${south}, ${east}, ${north}`;
  return { fault: { column: null, value, reason: swapped ? 'swapped-axes' : 'outside-country' } };
}

/** [west, south, east, north] of where evidence speaks; of a measured point, the point. */
function boxOf(where: Exclude<EvidenceRow['where'], { type: 'settlement' }>): Box {
  if (where.type === 'circle') return boxOfCircle(where);
  if (where.type === 'point') return [where.longitude, where.latitude, where.longitude, where.latitude];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of polygonsOf(where.geometry).flat(2) as Position[]) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  return [west, south, east, north];
}
