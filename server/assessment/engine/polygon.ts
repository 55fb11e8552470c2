import type { Area } from './area.ts';
import { coversPoint, coversPointBy } from './edges.ts';
import type { PointGrid } from './grid.ts';
import type { Ranges } from './ranges.ts';
import { EdgeRows } from './rows.ts';
import { Spans } from './spans.ts';

/** Up to so many points in its box, an area tests each against all its edges: sorting the edges would cost more. */
const FEW_POINTS = 40;

/** The positions that are asked for: the first at or after one. */
export interface Open {
  from(position: number): number;
}

/** Used again for the next area. */
const edgeRows = new EdgeRows();
const spans = new Spans();

/**
 * Appends to `into` the positions of the grid's points that the area covers, as ST_Covers has it; each once. Where only
 * some positions are open, others may be left out.
 *
 * Row by row of the grid: the edges of the row take up spans of longitude, generously. Points within a span are tested
 * one by one; between spans no edge passes, so one test answers for all points there.
 */
export function coverArea(grid: PointGrid, area: Area, into: Ranges, open: Open | null = null): void {
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
    let position = from(open, cellStart[row * columns + firstColumn]);
    for (; position < last && points <= FEW_POINTS; position = from(open, position + 1)) points++;
  }
  if (points === 0) return;
  const few = points <= FEW_POINTS;
  if (!few) edgeRows.sort(grid, area, firstRow, lastRow);

  for (let row = firstRow; row <= lastRow; row++) {
    const first = from(open, cellStart[row * columns + firstColumn]);
    const last = cellStart[row * columns + lastColumn + 1];
    if (first >= last) continue;
    if (few) testEach(grid, area, first, last, into, open);
    else walkRow(grid, area, row, edgeRows.start[row - firstRow], edgeRows.start[row - firstRow + 1], last, into, open);
  }
}

const from = (open: Open | null, position: number): number => (open === null ? position : open.from(position));

/** Tests the points of some positions one by one, by all edges. */
function testEach(grid: PointGrid, area: Area, first: number, last: number, into: Ranges, open: Open | null): void {
  const { longitude, latitude } = grid;
  const [west, south, east, north] = area.box;
  for (let position = first; position < last; position = from(open, position + 1)) {
    const x = longitude[position];
    const y = latitude[position];
    if (x < west || x > east || y < south || y > north) continue;
    if (coversPoint(area, x, y)) into.push(position, position + 1);
  }
}

/** Covers the points of one row, by edges[first … end); none of them lies at `last` or after. */
function walkRow(
  grid: PointGrid,
  area: Area,
  row: number,
  first: number,
  end: number,
  last: number,
  into: Ranges,
  open: Open | null,
): void {
  const { longitude, latitude } = grid;
  const [, south, , north] = area.box;
  spans.of(grid, edgeRows, first, end, row);
  // Before the first span and after the last all lies outside.
  let position = last;
  while (spans.next()) {
    const begin = grid.firstFrom(row, spans.west);
    if (position < begin && coversPointBy(edgeRows, first, end, area, longitude[position], latitude[position])) {
      into.push(position, begin);
    }
    position = from(open, begin);
    for (; position < last && longitude[position] <= spans.east; position = from(open, position + 1)) {
      const y = latitude[position];
      if (y < south || y > north) continue;
      if (coversPointBy(edgeRows, first, end, area, longitude[position], y)) into.push(position, position + 1);
    }
  }
}
