import type { Area } from './area.ts';
import { covers, type RowEdges } from './edges.ts';
import type { PointGrid } from './grid.ts';
import type { Ranges } from './ranges.ts';

/** Degrees by which an edge is thickened when it marks cells: far above rounding at 360°, far below a cell. */
const SLACK = 1e-9;

/**
 * Appends to `into` the positions of the grid's points that the area covers, as ST_Covers has it; each once.
 *
 * Row by row of the grid: the edges mark, generously, the cells that they pass through. The points of marked cells are
 * tested one by one; between marked cells no edge passes, so one test answers for a whole run of cells.
 */
export function coverArea(grid: PointGrid, area: Area, into: Ranges): void {
  const box = boxOf(area);
  if (!(box.west <= grid.east && box.east >= grid.west && box.south <= grid.north && box.north >= grid.south)) return;
  const firstRow = grid.rowOf(box.south);
  const lastRow = grid.rowOf(box.north);
  const firstColumn = grid.columnOf(box.west);
  const lastColumn = grid.columnOf(box.east);
  const rows = bucketEdges(grid, area, firstRow, lastRow);
  const marked = new Uint8Array(lastColumn - firstColumn + 1);

  for (let row = firstRow; row <= lastRow; row++) {
    const from = rows.start[row - firstRow];
    const to = rows.start[row - firstRow + 1];
    const cell = row * grid.columns;
    if (from === to || grid.cellStart[cell + firstColumn] === grid.cellStart[cell + lastColumn + 1]) continue;
    markCells(grid, area, rows, from, to, row, firstColumn, marked);
    const isCovered = (position: number) =>
      covers(area, rows, from, to, grid.longitude[position], grid.latitude[position]);
    walkRow(grid, cell + firstColumn, marked, isCovered, into);
  }
}

/** Walks the cells of a row, run by run, and unmarks them. */
function walkRow(
  grid: PointGrid,
  firstCell: number,
  marked: Uint8Array,
  isCovered: (position: number) => boolean,
  into: Ranges,
): void {
  const { cellStart } = grid;
  let column = 0;
  while (column < marked.length) {
    const start = column;
    const boundary = marked[start];
    while (column < marked.length && marked[column] === boundary) marked[column++] = 0;
    const first = cellStart[firstCell + start];
    const last = cellStart[firstCell + column];
    if (first === last) continue;
    if (boundary === 1) {
      for (let position = first; position < last; position++) {
        if (isCovered(position)) into.push(position, position + 1);
      }
    } else if (isCovered(first)) {
      into.push(first, last);
    }
  }
}

/** Marks with 1 each cell of the row that an edge may pass through; `marked` begins at firstColumn. */
function markCells(
  grid: PointGrid,
  area: Area,
  edges: RowEdges,
  from: number,
  to: number,
  row: number,
  firstColumn: number,
  marked: Uint8Array,
): void {
  const { x, y } = area;
  const south = grid.rowStart(row) - SLACK;
  const north = grid.rowStart(row + 1) + SLACK;
  const lastColumn = firstColumn + marked.length - 1;
  for (let i = from; i < to; i++) {
    const edge = edges.edge[i];
    let ax = x[edge];
    let bx = x[edge + 1];
    const ay = y[edge];
    const by = y[edge + 1];
    if ((ay < south || by < south || ay > north || by > north) && ay !== by) {
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
    const first = Math.max(grid.columnOf(west), firstColumn);
    const last = Math.min(grid.columnOf(east), lastColumn);
    for (let column = first; column <= last; column++) marked[column - firstColumn] = 1;
  }
}

interface Rows extends RowEdges {
  /** First entry of each row from firstRow on; one more at the end. */
  start: Uint32Array;
}

/** Sorts, by counting, each edge into every row that it reaches. */
function bucketEdges(grid: PointGrid, area: Area, firstRow: number, lastRow: number): Rows {
  const start = new Uint32Array(lastRow - firstRow + 2);
  eachEdge(grid, area, (_edge, _ring, low, high) => {
    for (let row = low; row <= high; row++) start[row - firstRow + 1]++;
  });
  for (let row = 1; row < start.length; row++) start[row] += start[row - 1];
  const total = start[start.length - 1];
  const rows: Rows = { start, edge: new Uint32Array(total), ring: new Uint32Array(total) };
  const next = start.slice(0, -1);
  eachEdge(grid, area, (edge, ring, low, high) => {
    for (let row = low; row <= high; row++) {
      const entry = next[row - firstRow]++;
      rows.edge[entry] = edge;
      rows.ring[entry] = ring;
    }
  });
  return rows;
}

/** Calls `visit` with each edge that shares a parallel with the grid, and the rows between which it runs. */
function eachEdge(
  grid: PointGrid,
  area: Area,
  visit: (edge: number, ring: number, low: number, high: number) => void,
): void {
  const { y, ringStart } = area;
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    for (let edge = ringStart[ring]; edge + 1 < ringStart[ring + 1]; edge++) {
      const low = y[edge] < y[edge + 1] ? y[edge] : y[edge + 1];
      const high = y[edge] < y[edge + 1] ? y[edge + 1] : y[edge];
      if (low <= grid.north && high >= grid.south) visit(edge, ring, grid.rowOf(low), grid.rowOf(high));
    }
  }
}

function boxOf({ x, y }: Area) {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < x.length; i++) {
    if (x[i] < west) west = x[i];
    if (x[i] > east) east = x[i];
    if (y[i] < south) south = y[i];
    if (y[i] > north) north = y[i];
  }
  return { west, south, east, north };
}
