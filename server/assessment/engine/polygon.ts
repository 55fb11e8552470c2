import type { Area } from './area.ts';
import { coversPoint, coversPointBy } from './edges.ts';
import type { PointGrid } from './grid.ts';
import type { Ranges } from './ranges.ts';
import { EdgeRows } from './rows.ts';
import { Spans } from './spans.ts';

/** Up to so many points in its box, an area tests each against all its edges: sorting the edges would cost more. */
const FEW_POINTS = 12;

/** Used again for the next area. */
const edgeRows = new EdgeRows();
const spans = new Spans();

/**
 * Appends to `into` the positions of the grid's points that the area covers, as ST_Covers has it; each once.
 *
 * Row by row of the grid: the edges of the row take up spans of longitude, generously. Points within a span are tested
 * one by one; between spans no edge passes, so one test answers for all points there.
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
  for (let row = firstRow; row <= lastRow; row++) {
    points += cellStart[row * columns + lastColumn + 1] - cellStart[row * columns + firstColumn];
  }
  if (points === 0) return;
  const few = points <= FEW_POINTS;
  if (!few) edgeRows.sort(grid, area, firstRow, lastRow);

  for (let row = firstRow; row <= lastRow; row++) {
    const first = cellStart[row * columns + firstColumn];
    const last = cellStart[row * columns + lastColumn + 1];
    if (first === last) continue;
    if (few) testEach(grid, area, first, last, into);
    else walkRow(grid, area, row, edgeRows.start[row - firstRow], edgeRows.start[row - firstRow + 1], last, into);
  }
}

/** Tests the points of some positions one by one, by all edges. */
function testEach(grid: PointGrid, area: Area, first: number, last: number, into: Ranges): void {
  const { longitude, latitude } = grid;
  const [west, south, east, north] = area.box;
  for (let position = first; position < last; position++) {
    const x = longitude[position];
    const y = latitude[position];
    if (x < west || x > east || y < south || y > north) continue;
    if (coversPoint(area, x, y)) into.push(position, position + 1);
  }
}

/** Covers the points of one row, by edges[from … to); none of them lies at `last` or after. */
function walkRow(grid: PointGrid, area: Area, row: number, from: number, to: number, last: number, into: Ranges): void {
  const { longitude, latitude } = grid;
  const [, south, , north] = area.box;
  spans.of(grid, edgeRows, from, to, row);
  let position = 0;
  for (let isFirst = true; spans.next(); isFirst = false) {
    const begin = grid.firstFrom(row, spans.west);
    // Before the first span and after the last all lies outside.
    if (
      !isFirst &&
      begin > position &&
      coversPointBy(edgeRows, from, to, area, longitude[position], latitude[position])
    )
      into.push(position, begin);
    for (position = begin; position < last && longitude[position] <= spans.east; position++) {
      const y = latitude[position];
      if (y < south || y > north) continue;
      if (coversPointBy(edgeRows, from, to, area, longitude[position], y)) into.push(position, position + 1);
    }
  }
}
