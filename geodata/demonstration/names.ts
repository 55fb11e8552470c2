import type { Names } from '../../server/places/schema.ts';
import type { Country } from './country.ts';
import { regionFacts } from './facts/regions.ts';
import { randomFor } from './random.ts';
import { villageName } from './toponyms.ts';

/** The name of each settlement: the towns' own, then those coined for villages. */
export function nameSettlements({ seed, towns, count, districts, divisions }: Country): Names[] {
  const random = randomFor(seed, 'names');
  return Array.from({ length: count }, (_, i) =>
    i < towns.length
      ? towns[i].names
      : villageName(regionFacts[divisions.districts[districts[i]].region].prefix, random),
  );
}
