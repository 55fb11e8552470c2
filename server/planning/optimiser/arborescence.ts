import { MergeableHeaps, NONE } from './heap.ts';

/**
 * The cheapest way to hang every vertex, directly or through others, from one root: Edmonds 1967, by the contraction of
 * Tarjan 1977 and Gabow, Galil, Spencer and Tarjan 1986, with mergeable heaps: O(m log n) for m arcs.
 *
 * The arcs are given once, their costs each time; the arcs into a vertex lie side by side. Every vertex needs an arc
 * from the root, so that there always is an answer.
 */
export class Arborescence {
  /** By vertex: the arc that was chosen into it. */
  readonly chosen: Int32Array;
  readonly #first: ArrayLike<number>;
  readonly #tail: Int32Array;
  readonly #head: Int32Array;
  readonly #heaps: MergeableHeaps;
  /** By contracted vertex: its heap of arcs in, its parent among the contracted, and when the search came by. */
  readonly #heapOf: Int32Array;
  readonly #union: Int32Array;
  readonly #seen: Int32Array;
  readonly #entered: Int32Array;
  /** Contractions in their order: the vertex that resulted, and the one that each vertex went into. */
  readonly #within: Int32Array;
  readonly #path: Int32Array;

  /**
   * `first[v]` to `first[v + 1]`: the arcs into vertex v. `tail`, by arc: the vertex that it leaves, or -1 for the root.
   */
  constructor(first: ArrayLike<number>, tail: Int32Array) {
    const vertices = first.length - 1;
    this.#first = first;
    this.#tail = tail;
    this.#head = new Int32Array(tail.length);
    for (let v = 0; v < vertices; v++) this.#head.fill(v, first[v], first[v + 1]);
    this.chosen = new Int32Array(vertices);
    this.#heaps = new MergeableHeaps(tail.length);
    this.#heapOf = new Int32Array(2 * vertices);
    this.#union = new Int32Array(2 * vertices);
    this.#seen = new Int32Array(2 * vertices);
    this.#entered = new Int32Array(2 * vertices);
    this.#within = new Int32Array(2 * vertices);
    this.#path = new Int32Array(2 * vertices);
  }

  /** Chooses the arcs for these costs. Returns their sum. */
  solve(cost: Float64Array): number {
    const made = this.#contract(cost);
    this.#expand(made);
    let total = 0;
    for (const arc of this.chosen) total += cost[arc];
    return total;
  }

  /** Follows cheapest arcs backwards; where they close a circle, makes it one vertex. Returns how many vertices there are then. */
  #contract(cost: Float64Array): number {
    const vertices = this.chosen.length;
    const heaps = this.#heaps;
    const heapOf = this.#heapOf;
    const seen = this.#seen;
    const path = this.#path;
    for (let v = 0; v < vertices; v++) {
      let heap = NONE;
      for (let arc = this.#first[v]; arc < this.#first[v + 1]; arc++)
        heap = heaps.meld(heap, heaps.make(arc, cost[arc]));
      heapOf[v] = heap;
      this.#union[v] = v;
      seen[v] = NONE;
      this.#within[v] = NONE;
    }
    let made = vertices;
    for (let start = 0; start < vertices; start++) {
      let at = this.#find(start);
      let length = 0;
      while (seen[at] === NONE || seen[at] === start) {
        if (seen[at] === start) {
          // The path has met itself: all from there on becomes one vertex.
          let heap = NONE;
          let member: number;
          do {
            member = path[--length];
            heap = heaps.meld(heap, heapOf[member]);
            this.#union[member] = made;
            this.#within[member] = made;
          } while (member !== at);
          this.#union[made] = made;
          this.#within[made] = NONE;
          heapOf[made] = heap;
          at = made++;
        }
        // Arcs within the contracted vertex lead nowhere.
        let arc = heapOf[at];
        while (this.#tail[arc] >= 0 && this.#find(this.#tail[arc]) === at) arc = heaps.pop(arc);
        this.#entered[at] = arc;
        seen[at] = start;
        path[length++] = at;
        const least = heaps.key[arc];
        const rest = heaps.pop(arc);
        heaps.add(rest, -least);
        heapOf[at] = rest;
        if (this.#tail[arc] < 0) break;
        at = this.#find(this.#tail[arc]);
      }
    }
    return made;
  }

  /** From the last contraction to the first: the arc into a contracted vertex replaces that into the member that it enters. */
  #expand(made: number): void {
    const vertices = this.chosen.length;
    const within = this.#within;
    const entered = this.#entered;
    for (let vertex = made - 1; vertex >= vertices; vertex--) {
      const arc = entered[vertex];
      let member = this.#head[arc];
      while (within[member] !== vertex) member = within[member];
      entered[member] = arc;
    }
    this.chosen.set(entered.subarray(0, vertices));
  }

  #find(vertex: number): number {
    const union = this.#union;
    while (union[vertex] !== vertex) {
      union[vertex] = union[union[vertex]];
      vertex = union[vertex];
    }
    return vertex;
  }
}
