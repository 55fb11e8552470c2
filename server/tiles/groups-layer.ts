import { isActiveStage, none } from '../country/table/assigned.ts';
import { worldBits } from '../country/table/morton.ts';
import { unknownPopulation } from '../country/table/row-texts.ts';
import { type SettlementTable, statuses } from '../country/table/table.ts';
import { extent, LayerWriter } from './layer.ts';
import type { Rows } from './rows.ts';
import { type Audience, everyone } from './shown.ts';

export const groupKeys = [
  'settlements',
  'residents',
  'flagged',
  'flaggedResidents',
  'assigned',
  'overdue',
  'served',
] as const;

/** Cells along a side of a tile, as a power of two. */
const cellBits = 5;
const served = statuses.indexOf('served');

const layer = new LayerWriter('groups', groupKeys);
const sums = new Float64Array(groupKeys.length);
const [settlements, residents, flagged, flaggedResidents, assigned, overdue, ofServed] = groupKeys.map((_, i) => i);

/** A tile with a point for each cell that has rows, in the middle of them, and their sums. */
export function groupsTile(table: SettlementTable, { rows, from, before }: Rows, z: number, audience: Audience) {
  layer.begin();
  const shift = worldBits - z - Math.log2(extent);
  const cellShift = worldBits - z - cellBits;
  for (let i = from; i < before;) {
    const first = rows === null ? i : rows[i];
    const cellX = table.x[first] >>> cellShift;
    const cellY = table.y[first] >>> cellShift;
    let sumX = 0;
    let sumY = 0;
    sums.fill(0);
    // A cell is one range of the curve.
    for (; i < before; i++) {
      const row = rows === null ? i : rows[i];
      const x = table.x[row];
      const y = table.y[row];
      if (x >>> cellShift !== cellX || y >>> cellShift !== cellY) break;
      sumX += x;
      sumY += y;
      add(table, row, audience);
    }
    for (let key = 0; key < sums.length; key++) layer.tag(key, layer.values.number(sums[key]));
    const count = sums[settlements];
    layer.point(
      (Math.floor(sumX / count) >>> shift) & (extent - 1),
      (Math.floor(sumY / count) >>> shift) & (extent - 1),
    );
  }
  return layer.end();
}

function add(table: SettlementTable, row: number, audience: Audience): void {
  const people = table.population[row] === unknownPopulation ? 0 : table.population[row];
  sums[settlements]++;
  sums[residents] += people;
  if (table.flagged[row] === 1) {
    sums[flagged]++;
    sums[flaggedResidents] += people;
  }
  if (table.status[row] === served) sums[ofServed]++;
  const lists = table.assigned;
  let isAssigned = 0;
  let isOverdue = 0;
  for (let i = lists.first[row]; i !== none; i = lists.next[i]) {
    if (audience !== everyone && lists.operator[i] !== audience) continue;
    if (isActiveStage(lists.stage[i])) isAssigned = 1;
    isOverdue |= lists.overdue[i];
  }
  sums[assigned] += isAssigned;
  sums[overdue] += isOverdue;
}
