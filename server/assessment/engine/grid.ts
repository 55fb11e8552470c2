/** Points to a cell, on average: found by trial, and not sensitive. */
const POINTS_PER_CELL = 1;

/**
 * Points sorted by counting into the cells of a fine grid over their extent.
 *
 * A *position* is an index into the sorted order. Cells are numbered row by row from the south-west, so that a run of
 * cells in one row is one contiguous range of positions. `rowOf` and `columnOf` never decrease as their argument
 * grows, in floating point too: that is what makes marking cells by them safe.
 *
 * Longitude and latitude in degrees, EPSG:4326.
 */
export class PointGrid {
  readonly count: number;
  /** Coordinates by position. */
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
  /** Position → index in the arrays that were given. */
  readonly order: Uint32Array;
  /** Index in the arrays that were given → position. */
  readonly position: Uint32Array;
  readonly columns: number;
  readonly rows: number;
  /** First position of each cell; one more at the end. */
  readonly cellStart: Uint32Array;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly #columnsPerDegree: number;
  readonly #rowsPerDegree: number;

  /** Throws RangeError for a coordinate that is not a finite number. */
  constructor(longitude: ArrayLike<number>, latitude: ArrayLike<number>) {
    const count = longitude.length;
    let west = Infinity;
    let south = Infinity;
    let east = -Infinity;
    let north = -Infinity;
    for (let i = 0; i < count; i++) {
      const x = longitude[i];
      const y = latitude[i];
      if (!Number.isFinite(x) || !Number.isFinite(y)) {
        throw new RangeError(`Point ${i} has no usable position: longitude ${x}, latitude ${y}`);
      }
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    this.count = count;
    this.west = west;
    this.south = south;
    this.east = east;
    this.north = north;

    const width = Math.max(east - west, 0);
    const height = Math.max(north - south, 0);
    const cells = Math.max(1, count / POINTS_PER_CELL);
    this.columns = height === 0 ? Math.ceil(cells) : clamp(Math.sqrt((cells * width) / height), 1, cells);
    this.rows = clamp(cells / this.columns, 1, cells);
    this.#columnsPerDegree = width === 0 ? 0 : this.columns / width;
    this.#rowsPerDegree = height === 0 ? 0 : this.rows / height;

    this.longitude = new Float64Array(count);
    this.latitude = new Float64Array(count);
    this.order = new Uint32Array(count);
    this.position = new Uint32Array(count);
    this.cellStart = new Uint32Array(this.columns * this.rows + 1);
    this.#sort(longitude, latitude);
  }

  /** The column that holds a longitude; the nearest one if it lies outside. */
  columnOf(longitude: number): number {
    return clamp((longitude - this.west) * this.#columnsPerDegree, 0, this.columns - 1);
  }

  /** The row that holds a latitude; the nearest one if it lies outside. */
  rowOf(latitude: number): number {
    return clamp((latitude - this.south) * this.#rowsPerDegree, 0, this.rows - 1);
  }

  /** The latitude at which a row begins, to within rounding. */
  rowStart(row: number): number {
    return this.#rowsPerDegree === 0 ? this.south : this.south + row / this.#rowsPerDegree;
  }

  #sort(longitude: ArrayLike<number>, latitude: ArrayLike<number>): void {
    const { count, columns, cellStart } = this;
    const cellOf = new Uint32Array(count);
    for (let i = 0; i < count; i++) {
      const cell = this.rowOf(latitude[i]) * columns + this.columnOf(longitude[i]);
      cellOf[i] = cell;
      cellStart[cell + 1]++;
    }
    for (let cell = 1; cell < cellStart.length; cell++) cellStart[cell] += cellStart[cell - 1];
    const next = cellStart.slice(0, -1);
    for (let i = 0; i < count; i++) {
      const position = next[cellOf[i]]++;
      this.order[position] = i;
      this.position[i] = position;
      this.longitude[position] = longitude[i];
      this.latitude[position] = latitude[i];
    }
  }
}

/** The whole number at or below `value`, within [low, high]; `low` for what is no number. */
function clamp(value: number, low: number, high: number): number {
  return value > low ? Math.floor(Math.min(value, high)) : low;
}
