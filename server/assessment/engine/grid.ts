/** Points to a cell, on average: found by trial, and not sensitive. */
const POINTS_PER_CELL = 1;
/** How many times a cell is wider than high: a polygon is judged row by row, so that thin rows leave little in doubt. */
const FLATNESS = 8;
/** Up to so many points of a cell are sorted by insertion. */
const FEW = 32;

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
  /** First position of each cell; the count of points at the end. */
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
    this.columns = height === 0 ? Math.ceil(cells) : clamp(Math.sqrt((cells * width) / height / FLATNESS), 1, cells);
    this.rows = clamp(cells / this.columns, 1, cells);
    this.#columnsPerDegree = width === 0 ? 0 : this.columns / width;
    this.#rowsPerDegree = height === 0 ? 0 : this.rows / height;

    this.longitude = new Float64Array(count);
    this.latitude = new Float64Array(count);
    this.order = new Uint32Array(count);
    this.position = new Uint32Array(count);
    this.cellStart = new Uint32Array(this.columns * this.rows + 2);
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

  /** The first position of a row whose longitude is at least `longitude`; one past the row where there is none. */
  firstFrom(row: number, longitude: number): number {
    const cell = row * this.columns + this.columnOf(longitude);
    let low = this.cellStart[cell];
    let high = this.cellStart[cell + 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.longitude[middle] < longitude) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #sort(longitude: ArrayLike<number>, latitude: ArrayLike<number>): void {
    const { count, columns, cellStart, order } = this;
    const cellOf = new Uint32Array(count);
    // Counted two places ahead, so that cellStart[cell + 1] can be the next free position of the cell while it is filled.
    for (let i = 0; i < count; i++) {
      const cell = this.rowOf(latitude[i]) * columns + this.columnOf(longitude[i]);
      cellOf[i] = cell;
      cellStart[cell + 2]++;
    }
    for (let cell = 2; cell < cellStart.length; cell++) cellStart[cell] += cellStart[cell - 1];
    for (let i = 0; i < count; i++) {
      const position = cellStart[cellOf[i] + 1]++;
      order[position] = i;
      this.longitude[position] = longitude[i];
    }
    for (let cell = 0; cell + 2 < cellStart.length; cell++)
      this.#sortCell(cellStart[cell], cellStart[cell + 1], longitude);
    for (let position = 0; position < count; position++) {
      const i = order[position];
      this.position[i] = position;
      this.latitude[position] = latitude[i];
    }
  }

  /** Puts the positions from `first` to before `end` in the order of their longitudes. */
  #sortCell(first: number, end: number, longitudeOf: ArrayLike<number>): void {
    const { longitude, order } = this;
    if (end - first > FEW) {
      order.subarray(first, end).sort((a, b) => longitudeOf[a] - longitudeOf[b]);
      for (let position = first; position < end; position++) longitude[position] = longitudeOf[order[position]];
      return;
    }
    for (let position = first + 1; position < end; position++) {
      const x = longitude[position];
      const i = order[position];
      let free = position;
      for (; free > first && longitude[free - 1] > x; free--) {
        longitude[free] = longitude[free - 1];
        order[free] = order[free - 1];
      }
      longitude[free] = x;
      order[free] = i;
    }
  }
}

/** The whole number at or below `value`, within [low, high]; `low` for what is no number. */
function clamp(value: number, low: number, high: number): number {
  return value > low ? Math.floor(Math.min(value, high)) : low;
}
