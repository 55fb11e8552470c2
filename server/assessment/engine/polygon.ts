import type { Area } from './area.ts';
import { coversPoint } from './edges.ts';
import type { PointGrid } from './grid.ts';
import { Passages } from './passages.ts';
import type { Ranges } from './ranges.ts';
import { Spans } from './spans.ts';

/** Up to so many points in its box, an area tests each against all its edges: found by trial, and not sensitive. */
const FEW_POINTS = 12;

/** Used again for the next area. */
const passages = new Passages();
const spans = new Spans();
const few = new Uint32Array(FEW_POINTS + 1);

/**
 * Appends to `into` the positions of the grid's points that the area covers, as ST_Covers has it; each once.
 *
 * Row by row of the grid: the passages of the row take up spans of longitude, generously. Points within a span are
 * tested one by one; between spans no edge passes, so one test answers for all points there.
 */
export function coverArea(grid: PointGrid, area: Area, into: Ranges): void {
  const [west, south, east, north] = area.box;
  if (!(west <= grid.east && east >= grid.west && south <= grid.north && north >= grid.south)) return;
  const firstRow = grid.rowOf(south);
  const lastRow = grid.rowOf(north);
  const firstColumn = grid.columnOf(west);
  const lastColumn = grid.columnOf(east);
  const { columns, cellStart } = grid;

  let points = 0;
  for (let row = firstRow; row <= lastRow && points <= FEW_POINTS; row++) {
    const last = cellStart[row * columns + lastColumn + 1];
    let position = cellStart[row * columns + firstColumn];
    for (; position < last && points <= FEW_POINTS; position++) few[points++] = position;
  }
  if (points <= FEW_POINTS) {
    testEach(grid, area, points, into);
    return;
  }
  passages.take(grid, area, firstRow, lastRow);
  for (let row = firstRow; row <= lastRow; row++) {
    const last = cellStart[row * columns + lastColumn + 1];
    if (cellStart[row * columns + firstColumn] < last) walkRow(grid, area, row, last, into);
  }
}

/** Tests the few points of the box one by one, by all edges. */
function testEach({ longitude, latitude }: PointGrid, area: Area, points: number, into: Ranges): void {
  const [west, south, east, north] = area.box;
  for (let i = 0; i < points; i++) {
    const position = few[i];
    const x = longitude[position];
    const y = latitude[position];
    if (x < west || x > east || y < south || y > north) continue;
    if (coversPoint(area, x, y)) into.push(position, position + 1);
  }
}

/** Covers the points of one row by its passages; none of them lies at `last` or after. */
function walkRow(grid: PointGrid, area: Area, row: number, last: number, into: Ranges): void {
  const { longitude, latitude } = grid;
  const [, south, , north] = area.box;
  spans.of(passages, row);
  // Before the first span and after the last all lies outside.
  let position = last;
  while (spans.next()) {
    const begin = grid.firstFrom(row, spans.west);
    if (position < begin && passages.cover(row, longitude[position], latitude[position])) into.push(position, begin);
    for (position = begin; position < last && longitude[position] <= spans.east; position++) {
      const y = latitude[position];
      if (y < south || y > north) continue;
      if (passages.cover(row, longitude[position], y)) into.push(position, position + 1);
    }
  }
}
