import type { Position } from 'geojson';
import type { Names } from '../../server/places/schema.ts';
import type { Cells } from './cells.ts';
import { regionFacts } from './facts/regions.ts';
import { kilometres, onGrid } from './geometry.ts';
import type { Random } from './random.ts';
import type { Town } from './towns.ts';
import { coinName } from './toponyms.ts';

/** Where a district is ruled from. */
export interface Centre {
  region: number;
  code: string;
  names: Names;
  position: Position;
  /** What the village there is called; null where it is a town of GeoNames. */
  village: Names | null;
}

const fewestDistricts = 8;
const mostDistricts = 14;

/** A region with as many rural residents as this has the most districts. */
const populousRegion = 600_000;

/** A town is as good a centre as open steppe that is this much farther from the centres already chosen. */
const preferenceForTowns = 1.8;

/**
 * Centres of a region's districts: its largest town first, then each time the place farthest from those chosen, towns
 * preferred. In open country a village is coined to be the centre. Codes have the shape of KATO: 3200, 3400, 3600 …
 *
 * @param members the region's cells
 */
export function chooseCentres(
  region: number,
  members: readonly number[],
  cells: Cells,
  towns: readonly Town[],
  random: Random,
): Centre[] {
  const { prefix, ruralPopulation } = regionFacts[region];
  const own = new Set(members);
  const candidates: { position: Position; town?: Town; weight: number }[] = [
    ...towns
      .filter((town) => town.region === prefix && own.has(cells.at(town.longitude, town.latitude)))
      .toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))
      .map((town) => ({ position: [town.longitude, town.latitude], town, weight: preferenceForTowns })),
    ...members.map((cell) => ({ position: onGrid(cells.centres[cell]), weight: 1 })),
  ];
  const share = Math.min(1, ruralPopulation / populousRegion);
  const count = Math.round(fewestDistricts + (mostDistricts - fewestDistricts) * share);
  const remoteness = candidates.map(({ weight }) => weight * 1e6);
  const chosen: Centre[] = [];
  while (chosen.length < count) {
    const best = remoteness.indexOf(Math.max(...remoteness));
    const { position, town } = candidates[best];
    const stem = town?.names ?? coinName(random);
    const code = `${prefix}${32 + 2 * chosen.length}00000`;
    const names = districtNames(stem, town?.districtRu);
    chosen.push({ region, code, names, position, village: town ? null : stem });
    for (const [i, candidate] of candidates.entries()) {
      const away = kilometres(position[0], position[1], candidate.position[0], candidate.position[1]);
      remoteness[i] = Math.min(remoteness[i], away * candidate.weight);
    }
  }
  return chosen;
}

function districtNames({ kk, ru, en }: Names, districtRu = `район ${ru}`): Names {
  return { kk: `${kk} ауданы`, ru: districtRu, en: `${en} district` };
}
