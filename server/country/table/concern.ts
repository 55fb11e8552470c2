import type { Change, Entity } from '../../changes/schema.ts';
import type { SettlementKey } from '../../places/schema.ts';

/** What must be read again after changes: everything, or these settlements and the statuses of these regions. */
export type Concern = 'all' | { settlements: SettlementKey[]; regionCodes: string[]; everyRegion: boolean };

const places: ReadonlySet<Entity> = new Set(['region', 'place', 'import']);
const ofSettlement: ReadonlySet<Entity> = new Set([
  'assignment',
  'milestone',
  'blocker',
  'inspection',
  'challenge-claim',
]);

export function concernOf(changes: readonly Change[]): Concern {
  const settlements = new Map<string, SettlementKey>();
  const regionCodes = new Set<string>();
  let everyRegion = false;
  const add = (regionCode: string, code: unknown) =>
    settlements.set(`${regionCode} ${String(code)}`, { regionCode, code: String(code) });
  for (const { regionCode, verb, items } of changes) {
    for (const { entity, key, before, after } of items) {
      if (verb === 'import' || places.has(entity)) return 'all';
      if (entity === 'settlement') {
        // One that came or went is in no row, or in one too many.
        if (before === null || after === null) return 'all';
        add(regionCode, key.code);
      } else if (ofSettlement.has(entity)) add(regionCode, key.settlementCode);
      else if (entity === 'programme') everyRegion = true;
      else if (entity === 'evidence') {
        const named = [before, after].map((state) => (state?.where as { code?: string } | undefined)?.code);
        if (before === null && named[1] !== undefined) add(regionCode, named[1]);
        else regionCodes.add(regionCode);
      }
    }
  }
  return { settlements: [...settlements.values()], regionCodes: [...regionCodes], everyRegion };
}
