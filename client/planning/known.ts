// What the page knows of the country: operators, regions, and the settlements that it has met, with how they stand.
import { signal } from '@preact/signals';
import type { LiveRow } from '../../server/country/schema.ts';
import type { Names, SettlementKey } from '../../server/places/schema.ts';
import type { ProgrammeInForce } from '../../server/programmes/schema.ts';
import { nameOf } from '../i18n/index.ts';
import { service } from '../store/service.ts';
import { operators, programme } from '../store/state.ts';
import { textOfKey } from './address.ts';
import { planningService } from './service.ts';

export const regions = signal<readonly { code: string; names: Names }[]>([]);

/** Settlements by `region:code`. */
export const places = signal<ReadonlyMap<string, LiveRow>>(new Map());

/** What every part of the page names: operators and regions, and the programme for its quarter. @throws {Problem} */
export async function readCountry(): Promise<void> {
  const [allOperators, inForce, allRegions] = await Promise.all([
    service.operators(),
    // Without a programme there is nothing to plan, which the form says.
    service.programme().catch((): ProgrammeInForce | null => null),
    service.regions().catch(() => []),
  ]);
  operators.value = allOperators;
  programme.value = inForce;
  regions.value = allRegions;
}

/** Meets settlements: those that are not known yet, or all of them as they are now. @throws {Problem} */
export async function meet(keys: readonly SettlementKey[], anew = false): Promise<void> {
  const wanted = anew ? keys : keys.filter((key) => !places.peek().has(textOfKey(key)));
  if (wanted.length === 0) return;
  const rows = await planningService.places(wanted);
  places.value = new Map([...places.peek(), ...rows.map((row) => [textOfKey(row), row] as const)]);
}

/** What a settlement is called; until that is known, its code. */
export function placeName(key: SettlementKey): string {
  const names = places.value.get(textOfKey(key))?.place?.names;
  return names === undefined ? key.code : nameOf(names);
}

export function regionName(code: string): string {
  const names = regions.value.find((region) => region.code === code)?.names;
  return names === undefined ? code : nameOf(names);
}
