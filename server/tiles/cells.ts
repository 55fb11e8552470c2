import { isActiveStage, none } from '../country/table/assigned.ts';
import { grown } from '../country/table/grown.ts';
import { worldBits } from '../country/table/morton.ts';
import { unknownPopulation } from '../country/table/row-texts.ts';
import { type SettlementTable, statuses } from '../country/table/table.ts';
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
/** Where in a cell the sum of each is. */
export const [settlements, residents, flagged, flaggedResidents, assigned, overdue, ofServed] = groupKeys.map(
  (_, i) => i,
);
/** After them the sums of the places of its settlements, units of the world. */
export const sumX = groupKeys.length;
export const sumY = sumX + 1;
/** How many numbers a cell has. */
export const cellWidth = sumY + 1;

const served = statuses.indexOf('served');

/** Cells one after the other, in the order of the curve. */
class Cells {
  sums: Float64Array = new Float64Array(64 * cellWidth);
  #last = -cellWidth;
  #x = -1;
  #y = -1;

  /** Where the sums of a cell begin, which is the last or comes after it. */
  at(x: number, y: number): number {
    if (x !== this.#x || y !== this.#y) {
      this.#x = x;
      this.#y = y;
      this.#last += cellWidth;
      if (this.#last === this.sums.length) this.sums = grown(this.sums);
    }
    return this.#last;
  }

  get all(): Float64Array {
    return this.sums.subarray(0, this.#last + cellWidth);
  }
}

/**
 * The sums of the rows by cells, `cellWidth` numbers each, in the order of the curve. Cells are the tiles of a zoom:
 * each is one range of the curve.
 */
export function sumCells(
  table: SettlementTable,
  { rows, from, before }: Rows,
  zoom: number,
  audience: Audience,
): Float64Array {
  const shift = worldBits - zoom;
  const cells = new Cells();
  for (let i = from; i < before; i++) {
    const row = rows === null ? i : rows[i];
    const x = table.x[row];
    const y = table.y[row];
    const cell = cells.at(x >>> shift, y >>> shift);
    cells.sums[cell + sumX] += x;
    cells.sums[cell + sumY] += y;
    add(table, row, audience, cells.sums, cell);
  }
  return cells.all;
}

/** The sums of cells of a larger zoom, which come in the order of the curve, by the cells of this one. */
export function mergeCells(smaller: Iterable<Float64Array>, zoom: number): Float64Array {
  const shift = worldBits - zoom;
  const cells = new Cells();
  for (const sums of smaller) {
    for (let from = 0; from < sums.length; from += cellWidth) {
      // Where settlements are in the middle, they are in the cell.
      const count = sums[from + settlements];
      const cell = cells.at((sums[from + sumX] / count) >>> shift, (sums[from + sumY] / count) >>> shift);
      for (let i = 0; i < cellWidth; i++) cells.sums[cell + i] += sums[from + i];
    }
  }
  return cells.all;
}

function add(table: SettlementTable, row: number, audience: Audience, cells: Float64Array, cell: number): void {
  const people = table.population[row] === unknownPopulation ? 0 : table.population[row];
  cells[cell + settlements]++;
  cells[cell + residents] += people;
  if (table.flagged[row] === 1) {
    cells[cell + flagged]++;
    cells[cell + flaggedResidents] += people;
  }
  if (table.status[row] === served) cells[cell + ofServed]++;
  const lists = table.assigned;
  let isAssigned = 0;
  let isOverdue = 0;
  for (let i = lists.first[row]; i !== none; i = lists.next[i]) {
    if (audience !== everyone && lists.operator[i] !== audience) continue;
    if (isActiveStage(lists.stage[i])) isAssigned = 1;
    isOverdue |= lists.overdue[i];
  }
  cells[cell + assigned] += isAssigned;
  cells[cell + overdue] += isOverdue;
}
