import { kilometres, longitudeScale, metresPerDegree } from './geometry.ts';

// Taken out of the global once: in a test's sandbox each look at a global costs a microsecond.
const { abs, ceil, floor, max, min, sqrt } = Math;

/** Points that are added one by one and asked for their neighbours, in a grid of linked lists. */
export class Neighbours {
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
  count = 0;
  readonly #west: number;
  readonly #south: number;
  /** Degrees. */
  readonly #size: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;

  /** @param box west, south, east, north */
  constructor([west, south, east, north]: readonly number[], capacity: number) {
    this.longitudes = new Float64Array(capacity);
    this.latitudes = new Float64Array(capacity);
    this.#west = west;
    this.#south = south;
    this.#size = sqrt(((east - west) * (north - south)) / capacity) * 1.3;
    this.#columns = ceil((east - west) / this.#size) + 1;
    this.#rows = ceil((north - south) / this.#size) + 1;
    this.#heads = new Int32Array(this.#columns * this.#rows).fill(-1);
    this.#next = new Int32Array(capacity);
  }

  add(longitude: number, latitude: number): number {
    const point = this.count++;
    const cell = this.#column(longitude) + this.#row(latitude) * this.#columns;
    this.longitudes[point] = longitude;
    this.latitudes[point] = latitude;
    this.#next[point] = this.#heads[cell];
    this.#heads[cell] = point;
    return point;
  }

  /** The nearest point within `reach` kilometres and how far it is; -1 where there is none. */
  nearest(longitude: number, latitude: number, reach: number): { point: number; distance: number } {
    let point = -1;
    let distance = reach;
    this.#visit(longitude, latitude, reach, (other) => {
      const away = kilometres(longitude, latitude, this.longitudes[other], this.latitudes[other]);
      if (away < distance) {
        distance = away;
        point = other;
      }
      return false;
    });
    return { point, distance };
  }

  /** Whether there is a point within `reach` kilometres. */
  any(longitude: number, latitude: number, reach: number): boolean {
    return this.#visit(
      longitude,
      latitude,
      reach,
      (other) => kilometres(longitude, latitude, this.longitudes[other], this.latitudes[other]) <= reach,
    );
  }

  /** All points within `reach` kilometres. */
  within(longitude: number, latitude: number, reach: number): number[] {
    const found: number[] = [];
    this.#visit(longitude, latitude, reach, (other) => {
      if (kilometres(longitude, latitude, this.longitudes[other], this.latitudes[other]) <= reach) found.push(other);
      return false;
    });
    return found;
  }

  /** Shows the points of the cells within reach to `seen`, until it says that it has seen enough. */
  #visit(longitude: number, latitude: number, reach: number, seen: (point: number) => boolean): boolean {
    const height = (reach * 1000) / metresPerDegree;
    const width = height / longitudeScale(abs(latitude) + height);
    const [left, right] = [this.#column(longitude - width), this.#column(longitude + width)];
    const bottom = this.#row(latitude - height) * this.#columns;
    const top = this.#row(latitude + height) * this.#columns;
    for (let row = bottom; row <= top; row += this.#columns) {
      for (let cell = row + left; cell <= row + right; cell++) {
        for (let point = this.#heads[cell]; point !== -1; point = this.#next[point]) {
          if (seen(point)) return true;
        }
      }
    }
    return false;
  }

  #column(longitude: number): number {
    return max(0, min(this.#columns - 1, floor((longitude - this.#west) / this.#size)));
  }

  #row(latitude: number): number {
    return max(0, min(this.#rows - 1, floor((latitude - this.#south) / this.#size)));
  }
}
