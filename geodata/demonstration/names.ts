import type { Names } from '../../server/places/schema.ts';
import type { Country } from './country.ts';
import { regionFacts } from './facts/regions.ts';
import { randomFor } from './random.ts';
import { villageName } from './toponyms.ts';

/** The name of each settlement: the towns' own, the centres', then those coined for the other villages. */
export function nameSettlements({ seed, towns, count, districts, divisions }: Country): Names[] {
  const random = randomFor(seed, 'names');
  const known = [...towns.map((town) => town.names), ...divisions.districts.flatMap(({ village }) => village ?? [])];
  return Array.from({ length: count }, (_, i) =>
    i < known.length ? known[i] : villageName(regionFacts[divisions.districts[districts[i]].region].prefix, random),
  );
}
