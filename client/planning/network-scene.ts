// What the map of a plan's network shows: pure.
import type { Network } from '../../server/network/schema.ts';
import type { PlanTechnology } from '../../server/planning/parameters/schema.ts';
import type { PlanRow } from '../../server/planning/plans/schema.ts';
import type { LiveRow } from '../../server/country/schema.ts';
import { worldX, worldY } from '../map/projection.ts';
import { textOfKey } from './address.ts';

/** A place in the world at zoom 0, pixels. */
export interface Spot {
  x: number;
  y: number;
}

export interface SettlementSpot extends Spot {
  row: PlanRow;
  /** Not served by the end of the quarter that is shown. */
  isLater: boolean;
}

export interface Stretch {
  from: Spot;
  to: Spot;
  technology: PlanTechnology | null;
  /** It is finished in the very quarter that is shown. */
  isNew: boolean;
}

export interface NetworkScene {
  nodes: Spot[];
  /** What is there already: routes of operators. */
  routes: Spot[][];
  links: Stretch[];
  settlements: SettlementSpot[];
}

const spotOf = ({ longitude, latitude }: { longitude: number; latitude: number }): Spot => ({
  x: worldX(longitude),
  y: worldY(latitude),
});

/**
 * @param rows those that the filters show
 * @param until the quarter at whose end the network is shown; empty is at the end of the plan
 */
export function sceneOf(
  rows: readonly PlanRow[],
  places: ReadonlyMap<string, LiveRow>,
  network: Network,
  until: string,
): NetworkScene {
  const placeOf = (key: string): Spot | null => {
    const place = places.get(key)?.place;
    return place === undefined ? null : spotOf(place);
  };
  const scene: NetworkScene = {
    nodes: network.nodes.map(spotOf),
    routes: network.spans.map(({ route }) => route.map(([longitude, latitude]) => spotOf({ longitude, latitude }))),
    links: [],
    settlements: [],
  };
  for (const row of rows) {
    const at = placeOf(textOfKey(row));
    if (at === null) continue;
    const isLater = until !== '' && (row.finishQuarter ?? '9') > until;
    scene.settlements.push({ ...at, row, isLater });
    if (row.parent === null || isLater) continue;
    const from = row.parent.type === 'node' ? spotOf(row.parent) : placeOf(textOfKey(row.parent));
    if (from === null) continue;
    const { technology, finishQuarter } = row;
    scene.links.push({ from, to: at, technology, isNew: until !== '' && finishQuarter === until });
  }
  return scene;
}
