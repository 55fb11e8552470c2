/** Points to a cell, on average: found by trial, and not sensitive. */
const POINTS_PER_CELL = 1;
/** How many times a cell is wider than high: a polygon is judged row by row, so that thin rows leave little in doubt. */
const FLATNESS = 4;
/** The gaps of Shell's sort, after Ciura. */
const GAPS = [1750, 701, 301, 132, 57, 23, 10, 4, 1];

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
  readonly columns: number;
  readonly rows: number;
  /** First position of each cell; the count of points at the end. */
  readonly cellStart: Uint32Array;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  #position: Uint32Array | null = null;
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
    this.cellStart = new Uint32Array(this.columns * this.rows + 1);
    this.#sort(longitude, latitude);
  }

  /** Index in the arrays that were given → position. */
  get position(): Uint32Array {
    if (this.#position === null) {
      this.#position = new Uint32Array(this.count);
      for (let position = 0; position < this.count; position++) this.#position[this.order[position]] = position;
    }
    return this.#position;
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

  /** By rows first and then each row by its columns, so that what is written at a time lies together. */
  #sort(longitude: ArrayLike<number>, latitude: ArrayLike<number>): void {
    const { count, rows, order } = this;
    // Counted two places ahead, so that rowStart[row + 1] can be the next free position of the row while it is filled.
    const rowStart = new Uint32Array(rows + 2);
    for (let i = 0; i < count; i++) rowStart[this.rowOf(latitude[i]) + 2]++;
    let longest = 0;
    for (let row = 2; row < rows + 2; row++) {
      if (rowStart[row] > longest) longest = rowStart[row];
      rowStart[row] += rowStart[row - 1];
    }
    for (let i = 0; i < count; i++) {
      const position = rowStart[this.rowOf(latitude[i]) + 1]++;
      order[position] = i;
      this.longitude[position] = longitude[i];
      this.latitude[position] = latitude[i];
    }
    const spare = new Spare(longest, this.columns);
    for (let row = 0; row < rows; row++) this.#sortRow(row, rowStart[row], rowStart[row + 1], spare);
    this.cellStart[this.columns * rows] = count;
  }

  /** Puts the positions of a row, `first` to before `end`, in the order of their longitudes. */
  #sortRow(row: number, first: number, end: number, { x, y, index, free }: Spare): void {
    const { columns, cellStart, longitude, latitude, order } = this;
    free.fill(0);
    for (let position = first; position < end; position++) {
      x[position - first] = longitude[position];
      y[position - first] = latitude[position];
      index[position - first] = order[position];
      free[this.columnOf(longitude[position])]++;
    }
    const cell = row * columns;
    let most = 0;
    for (let column = 0, next = first; column < columns; column++) {
      const points = free[column];
      if (points > most) most = points;
      cellStart[cell + column] = next;
      free[column] = next;
      next += points;
    }
    for (let i = 0; i < end - first; i++) {
      const position = free[this.columnOf(x[i])]++;
      longitude[position] = x[i];
      latitude[position] = y[i];
      order[position] = index[i];
    }
    for (const gap of GAPS) if (gap < most) this.#sortByGap(first, end, gap);
  }

  /** One turn of Shell's sort. It moves nothing out of its cell, since the cells are in order. */
  #sortByGap(first: number, end: number, gap: number): void {
    const { longitude, latitude, order } = this;
    for (let position = first + gap; position < end; position++) {
      const x = longitude[position];
      if (longitude[position - gap] <= x) continue;
      const y = latitude[position];
      const i = order[position];
      let free = position;
      for (; free - gap >= first && longitude[free - gap] > x; free -= gap) {
        longitude[free] = longitude[free - gap];
        latitude[free] = latitude[free - gap];
        order[free] = order[free - gap];
      }
      longitude[free] = x;
      latitude[free] = y;
      order[free] = i;
    }
  }
}

/** Where a row lies while it is sorted. */
class Spare {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly index: Uint32Array;
  /** The next free position of each column. */
  readonly free: Uint32Array;

  constructor(points: number, columns: number) {
    this.x = new Float64Array(points);
    this.y = new Float64Array(points);
    this.index = new Uint32Array(points);
    this.free = new Uint32Array(columns);
  }
}

/** The whole number at or below `value`, within [low, high], both below 2³¹; `low` for what is no number. */
function clamp(value: number, low: number, high: number): number {
  return value > low ? (value < high ? value | 0 : high | 0) : low;
}
