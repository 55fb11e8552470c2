import type { Area } from './area.ts';
import { coversPoint, coversPointBy, type Edges } from './edges.ts';
import type { PointGrid } from './grid.ts';
import type { Ranges } from './ranges.ts';

/** Degrees by which an edge is thickened when it marks cells: far above rounding at 360°, far below a cell. */
const SLACK = 1e-9;

/** Up to so many points in its box, an area tests each against all its edges: sorting the edges would cost more. */
const FEW_POINTS = 12;

/**
 * Appends to `into` the positions of the grid's points that the area covers, as ST_Covers has it; each once.
 *
 * Row by row of the grid: the edges mark, generously, the cells that they pass through. The points of marked cells are
 * tested one by one; between marked cells no edge passes, so one test answers for a whole run of cells.
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
  const rows = few ? null : sortEdges(grid, area, firstRow, lastRow);
  if (marked.length < lastColumn - firstColumn + 1) marked = new Uint8Array(columns);

  for (let row = firstRow; row <= lastRow; row++) {
    const firstCell = row * columns + firstColumn;
    const lastCell = row * columns + lastColumn;
    if (cellStart[firstCell] === cellStart[lastCell + 1]) continue;
    if (rows === null) testEach(grid, area, cellStart[firstCell], cellStart[lastCell + 1], into);
    else {
      const from = rows.start[row - firstRow];
      const to = rows.start[row - firstRow + 1];
      markCells(grid, rows, from, to, row, firstColumn, lastColumn);
      walkRow(grid, area, rows, from, to, firstCell, lastCell, into);
    }
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

/** Walks the cells of a row, run by run of marked or unmarked cells, and leaves them unmarked. */
function walkRow(
  grid: PointGrid,
  area: Area,
  edges: Edges,
  from: number,
  to: number,
  firstCell: number,
  lastCell: number,
  into: Ranges,
): void {
  const { cellStart, longitude, latitude } = grid;
  const [west, south, east, north] = area.box;
  let cell = firstCell;
  while (cell <= lastCell) {
    const start = cell;
    const boundary = marked[start - firstCell];
    while (cell <= lastCell && marked[cell - firstCell] === boundary) marked[cell++ - firstCell] = 0;
    const first = cellStart[start];
    const last = cellStart[cell];
    if (first === last) continue;
    if (boundary === 0) {
      if (coversPointBy(edges, from, to, area, longitude[first], latitude[first])) into.push(first, last);
      continue;
    }
    for (let position = first; position < last; position++) {
      const x = longitude[position];
      const y = latitude[position];
      if (x < west || x > east || y < south || y > north) continue;
      if (coversPointBy(edges, from, to, area, x, y)) into.push(position, position + 1);
    }
  }
}

/** One row of cells, from the first column of the area: 1 where an edge may pass. All 0 between uses. */
let marked = new Uint8Array(1024);

/** Marks each cell of a row that one of edges[from … to) may pass through. */
function markCells(
  grid: PointGrid,
  { ends }: Edges,
  from: number,
  to: number,
  row: number,
  firstColumn: number,
  lastColumn: number,
): void {
  const south = grid.rowStart(row) - SLACK;
  const north = grid.rowStart(row + 1) + SLACK;
  for (let i = from; i < to; i++) {
    let ax = ends[4 * i];
    const ay = ends[4 * i + 1];
    let bx = ends[4 * i + 2];
    const by = ends[4 * i + 3];
    if (ay !== by && (ay < south || by < south || ay > north || by > north)) {
      // The part of the edge that lies between the two parallels.
      const width = bx - ax;
      const height = by - ay;
      const start = (Math.min(Math.max(ay, south), north) - ay) / height;
      const end = (Math.min(Math.max(by, south), north) - ay) / height;
      bx = ax + end * width;
      ax += start * width;
    }
    const west = (ax < bx ? ax : bx) - SLACK;
    const east = (ax < bx ? bx : ax) + SLACK;
    if (west > grid.east || east < grid.west) continue;
    const first = Math.max(grid.columnOf(west), firstColumn) - firstColumn;
    const last = Math.min(grid.columnOf(east), lastColumn) - firstColumn;
    for (let column = first; column <= last; column++) marked[column] = 1;
  }
}

interface Rows extends Edges {
  /** First entry of each row from firstRow on; one more at the end. */
  start: Uint32Array;
}

/** Used again for the next area: valid until then. */
const rows: Rows = { start: new Uint32Array(1024), ends: new Float64Array(4096), ring: new Uint32Array(1024) };

/** Sorts, by counting, each edge into every row of the grid that it reaches, ascending within the row. */
function sortEdges(grid: PointGrid, area: Area, firstRow: number, lastRow: number): Rows {
  const { x, y, ringStart } = area;
  const rowCount = lastRow - firstRow + 1;
  if (rows.start.length < rowCount + 2) rows.start = new Uint32Array(grid.rows + 2);
  const { start } = rows;
  start.fill(0, 0, rowCount + 2);

  // Counted two places ahead, so that start[row + 1] can be the next free entry of the row while it is filled.
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const last = ringStart[ring + 1] - 1;
    for (let edge = ringStart[ring]; edge < last; edge++) {
      const low = Math.min(y[edge], y[edge + 1]);
      const high = Math.max(y[edge], y[edge + 1]);
      if (!(low <= grid.north && high >= grid.south)) continue;
      const to = grid.rowOf(high) - firstRow;
      for (let row = grid.rowOf(low) - firstRow; row <= to; row++) start[row + 2]++;
    }
  }
  for (let row = 2; row < rowCount + 2; row++) start[row] += start[row - 1];
  const total = start[rowCount + 1];
  if (rows.ring.length < total) {
    rows.ends = new Float64Array(total * 8);
    rows.ring = new Uint32Array(total * 2);
  }
  const { ends, ring: ringOf } = rows;
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const last = ringStart[ring + 1] - 1;
    for (let edge = ringStart[ring]; edge < last; edge++) {
      const low = Math.min(y[edge], y[edge + 1]);
      const high = Math.max(y[edge], y[edge + 1]);
      if (!(low <= grid.north && high >= grid.south)) continue;
      const to = grid.rowOf(high) - firstRow;
      for (let row = grid.rowOf(low) - firstRow; row <= to; row++) {
        const entry = start[row + 1]++;
        ringOf[entry] = ring;
        ends[4 * entry] = x[edge];
        ends[4 * entry + 1] = y[edge];
        ends[4 * entry + 2] = x[edge + 1];
        ends[4 * entry + 3] = y[edge + 1];
      }
    }
  }
  return rows;
}
