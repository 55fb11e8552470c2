import type { Action } from '../../server/changes/record.ts';
import type { SettlementKey } from '../../server/places/schema.ts';
import { boundaryMargin } from '../../server/places/margin.ts';
import { boxesOfSettlements } from './country.queries.ts';
import { copyNaming, copyTouchingBoundary, copyTouchingBox } from './evidence.queries.ts';
import type { Loading } from './loader.ts';

// Evidence stands once in each region whose extent it touches. When extents
// grow, the copies that are missing are added here.

/** After settlements were added: regions without a boundary whose settlements reach farther than before. */
export async function spreadToWidenedRegions({ database, country }: Loading, action: Action): Promise<void> {
  for (const [regionCode, box] of await boxesOfSettlements(database)) {
    const before = country.boxes.get(regionCode);
    if (before !== undefined && before.every((side, at) => side === box[at])) continue;
    noteCopies(action, regionCode, await copyTouchingBox(database, regionCode, box, action.sequence(regionCode)));
  }
}

/** After a region was given a boundary. */
export async function spreadToBoundary({ database }: Loading, action: Action, regionCode: string): Promise<void> {
  const version = action.sequence(regionCode);
  noteCopies(action, regionCode, await copyTouchingBoundary(database, regionCode, boundaryMargin, version));
}

/** After settlements moved into another region. */
export async function spreadToSettlements(
  { database }: Loading,
  action: Action,
  keys: readonly SettlementKey[],
): Promise<void> {
  const rows = keys.map(({ regionCode, code }) => ({ regionCode, code, version: action.sequence(regionCode) }));
  for (const { regionCode, id } of await copyNaming(database, rows)) noteCopies(action, regionCode, [id]);
}

function noteCopies(action: Action, regionCode: string, ids: readonly string[]): void {
  for (const id of ids)
    action.add(regionCode, { entity: 'evidence', key: { regionCode, id }, before: null, after: { copied: true } });
}
