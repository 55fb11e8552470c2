/** Up to so many points are looked at one by one: found by trial, and not sensitive. */
const LEAF = 8;

/** A k-d tree of points in space, without pointers: the middle of a range parts it along its widest axis. */
export class Tree {
  /** x, y, z by place in the tree, and the index of each place in the array that was given. */
  readonly #points: Float64Array;
  readonly #indexes: Uint32Array;
  /** By place of a middle: 0, 1 or 2. */
  readonly #axis: Uint8Array;

  /** x, y, z of each point, one after the other. */
  constructor(points: Float64Array) {
    const count = points.length / 3;
    this.#indexes = Uint32Array.from({ length: count }, (_, index) => index);
    this.#axis = new Uint8Array(count);
    this.#part(points, 0, count);
    this.#points = new Float64Array(points.length);
    for (let place = 0; place < count; place++) {
      this.#points.set(points.subarray(3 * this.#indexes[place], 3 * this.#indexes[place] + 3), 3 * place);
    }
  }

  /** The nearest `count` points in a straight line, nearest first, with their distances. */
  nearest(x: number, y: number, z: number, count: number): { indexes: number[]; chords: number[] } {
    const best: Best = { places: [], squares: [], count, limit: Infinity };
    this.#visit(0, this.#indexes.length, [x, y, z], best);
    return { indexes: best.places.map((place) => this.#indexes[place]), chords: best.squares.map(Math.sqrt) };
  }

  /** All points at most so far away in a straight line. */
  within(x: number, y: number, z: number, distance: number): number[] {
    const best: Best = { places: [], squares: [], count: Infinity, limit: distance * distance };
    this.#visit(0, this.#indexes.length, [x, y, z], best);
    return best.places.map((place) => this.#indexes[place]);
  }

  #visit(first: number, end: number, from: readonly number[], best: Best): void {
    if (end - first <= LEAF) {
      for (let place = first; place < end; place++) this.#meet(place, from, best);
      return;
    }
    const middle = (first + end) >>> 1;
    const axis = this.#axis[middle];
    const beyond = from[axis] - this.#points[3 * middle + axis];
    if (beyond < 0) this.#visit(first, middle, from, best);
    else this.#visit(middle + 1, end, from, best);
    if (beyond * beyond > best.limit) return;
    this.#meet(middle, from, best);
    if (beyond < 0) this.#visit(middle + 1, end, from, best);
    else this.#visit(first, middle, from, best);
  }

  #meet(place: number, from: readonly number[], best: Best): void {
    const dx = this.#points[3 * place] - from[0];
    const dy = this.#points[3 * place + 1] - from[1];
    const dz = this.#points[3 * place + 2] - from[2];
    const square = dx * dx + dy * dy + dz * dz;
    if (square > best.limit) return;
    const { places, squares, count } = best;
    let rank = squares.length;
    if (count === Infinity) squares.push(square);
    else {
      if (squares.length < count) squares.push(square);
      else rank--;
      for (; rank > 0 && squares[rank - 1] > square; rank--) {
        squares[rank] = squares[rank - 1];
        places[rank] = places[rank - 1];
      }
      squares[rank] = square;
      if (squares.length === count) best.limit = squares[count - 1];
    }
    places[rank] = place;
  }

  #part(points: Float64Array, first: number, end: number): void {
    if (end - first <= LEAF) return;
    const middle = (first + end) >>> 1;
    const axis = this.#widest(points, first, end);
    this.#axis[middle] = axis;
    select(this.#indexes, (index) => points[3 * index + axis], first, end - 1, middle);
    this.#part(points, first, middle);
    this.#part(points, middle + 1, end);
  }

  #widest(points: Float64Array, first: number, end: number): number {
    const widths = [0, 1, 2].map((axis) => {
      let low = Infinity;
      let high = -Infinity;
      for (let place = first; place < end; place++) {
        const value = points[3 * this.#indexes[place] + axis];
        if (value < low) low = value;
        if (value > high) high = value;
      }
      return high - low;
    });
    return widths.indexOf(Math.max(...widths));
  }
}

interface Best {
  places: number[];
  /** Squares of the distances; ascending where there is a count. */
  squares: number[];
  count: number;
  /** Nobody farther than this is of interest: a square. */
  limit: number;
}

/** Puts at `target` what would be there if [first, last] were sorted, what is less before it and the rest after. */
function select(
  items: Uint32Array,
  valueOf: (item: number) => number,
  first: number,
  last: number,
  target: number,
): void {
  while (first < last) {
    const pivot = valueOf(items[(first + last) >>> 1]);
    let low = first;
    let high = last;
    while (low <= high) {
      while (valueOf(items[low]) < pivot) low++;
      while (valueOf(items[high]) > pivot) high--;
      if (low > high) break;
      [items[low], items[high]] = [items[high], items[low]];
      low++;
      high--;
    }
    if (target <= high) last = high;
    else if (target >= low) first = low;
    else return;
  }
}
