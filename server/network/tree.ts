/** Up to so many points are looked at one by one: found by trial, and not sensitive. */
const LEAF = 6;

const itself = (distance: number): number => distance;

/** A k-d tree of points in space, without pointers: the middle of a range parts it along its widest axis. */
export class Tree {
  /** x, y, z by place in the tree, and the index of each place in the array that was given. */
  readonly #points: Float64Array;
  readonly #indexes: Uint32Array;
  /** By place of a middle: 0, 1 or 2. */
  readonly #axis: Uint8Array;
  /** What is asked at present: from where, for how many, and the best so far, ascending by the square of distance. */
  readonly #from = new Float64Array(3);
  #count = 0;
  #reach = itself;
  #places: number[] = [];
  #squares: number[] = [];
  /** Nobody farther than this is of interest: a square. */
  #limit = 0;

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

  /**
   * The nearest `count` points in a straight line, nearest first, with their distances; and after them all others within
   * `reach` of the last one's distance, which is not less than that.
   */
  nearest(x: number, y: number, z: number, count: number, reach = itself): { indexes: number[]; chords: number[] } {
    this.#from[0] = x;
    this.#from[1] = y;
    this.#from[2] = z;
    this.#count = count;
    this.#reach = reach;
    this.#limit = Infinity;
    const indexes: number[] = (this.#places = []);
    const chords: number[] = (this.#squares = []);
    this.#visit(0, this.#indexes.length);
    // In the same lists: this is asked for every settlement of a country.
    for (let rank = 0; rank < indexes.length; rank++) {
      indexes[rank] = this.#indexes[indexes[rank]];
      chords[rank] = Math.sqrt(chords[rank]);
    }
    return { indexes, chords };
  }

  #visit(first: number, end: number): void {
    if (end - first <= LEAF) return this.#meet(first, end);
    const middle = (first + end) >>> 1;
    const axis = this.#axis[middle];
    const beyond = this.#from[axis] - this.#points[3 * middle + axis];
    if (beyond < 0) this.#visit(first, middle);
    else this.#visit(middle + 1, end);
    if (beyond * beyond > this.#limit) return;
    this.#meet(middle, middle + 1);
    if (beyond < 0) this.#visit(middle + 1, end);
    else this.#visit(first, middle);
  }

  #meet(first: number, end: number): void {
    const points = this.#points;
    const from = this.#from;
    const x = from[0];
    const y = from[1];
    const z = from[2];
    for (let place = first; place < end; place++) {
      const dx = points[3 * place] - x;
      const dy = points[3 * place + 1] - y;
      const dz = points[3 * place + 2] - z;
      const square = dx * dx + dy * dy + dz * dz;
      if (square <= this.#limit) this.#take(place, square);
    }
  }

  #take(place: number, square: number): void {
    const places = this.#places;
    const squares = this.#squares;
    let rank = squares.length;
    for (; rank > 0 && squares[rank - 1] > square; rank--) {
      squares[rank] = squares[rank - 1];
      places[rank] = places[rank - 1];
    }
    squares[rank] = square;
    places[rank] = place;
    if (squares.length < this.#count || rank >= this.#count) return;
    const last = squares[this.#count - 1];
    // The square of a root may be less than what it was of.
    this.#limit = Math.max(last, this.#reach(Math.sqrt(last)) ** 2);
    while (squares[squares.length - 1] > this.#limit) {
      squares.pop();
      places.pop();
    }
  }

  #part(points: Float64Array, first: number, end: number): void {
    if (end - first <= LEAF) return;
    const middle = (first + end) >>> 1;
    const axis = this.#widest(points, first, end);
    this.#axis[middle] = axis;
    select(this.#indexes, points, axis, first, end - 1, middle);
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

/** Puts at `target` the index that would be there if [first, last] were sorted by a coordinate; less before it. */
function select(
  indexes: Uint32Array,
  points: Float64Array,
  axis: number,
  first: number,
  last: number,
  target: number,
): void {
  while (first < last) {
    const pivot = points[3 * indexes[(first + last) >>> 1] + axis];
    let low = first;
    let high = last;
    while (low <= high) {
      while (points[3 * indexes[low] + axis] < pivot) low++;
      while (points[3 * indexes[high] + axis] > pivot) high--;
      if (low > high) break;
      const index = indexes[low];
      indexes[low++] = indexes[high];
      indexes[high--] = index;
    }
    if (target <= high) last = high;
    else if (target >= low) first = low;
    else return;
  }
}
