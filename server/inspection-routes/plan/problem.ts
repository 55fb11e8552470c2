import { geodesicDistance } from '../../assessment/engine/circle.ts';

/** Degrees, EPSG:4326. */
export interface Point {
  longitude: number;
  latitude: number;
}

/**
 * Which places to visit on which tour: team orienteering (Chao, Golden and Wasil, The team orienteering problem,
 * European Journal of Operational Research 88, 1996). Each tour begins and ends at its start, takes no more than its
 * minutes, and a place is visited once at most; the sum of the values of the places visited is to be largest.
 */
export interface RoutingProblem {
  /** Value above zero. */
  places: readonly (Point & { value: number })[];
  starts: readonly Point[];
  /** The start of each tour, by its index. */
  tours: readonly number[];
  /** Of each tour. */
  minutes: number;
  minutesPerMetre: number;
  /** For each visit. */
  visitMinutes: number;
}

/** The places of each tour in their order, by their indexes. */
export type Tours = number[][];

/** Minutes between the nodes of a problem, its places and then its starts, each found when it is first asked for. */
export class Travel {
  readonly problem: RoutingProblem;
  /** Of each start the places that a tour from there can visit alone, those of most value first. */
  readonly reachable: readonly number[][];
  readonly #nodes: readonly Point[];
  /** Below zero where it is not known yet. */
  readonly #minutes: Float64Array;

  constructor(problem: RoutingProblem) {
    const { places, starts, minutes, visitMinutes } = problem;
    this.problem = problem;
    this.#nodes = [...places, ...starts];
    this.#minutes = new Float64Array(this.#nodes.length ** 2).fill(-1);
    const byValue = places.map((_, place) => place).toSorted((a, b) => places[b].value - places[a].value || a - b);
    this.reachable = starts.map((_, start) =>
      byValue.filter((place) => 2 * this.between(places.length + start, place) + visitMinutes <= minutes),
    );
  }

  /** The node from which a tour sets out. */
  startOf(tour: number): number {
    return this.problem.places.length + this.problem.tours[tour];
  }

  between(a: number, b: number): number {
    const known = this.#minutes[a * this.#nodes.length + b];
    return known >= 0 ? known : this.#find(a, b);
  }

  #find(a: number, b: number): number {
    const [from, to] = [this.#nodes[a], this.#nodes[b]];
    const metres = geodesicDistance(from.longitude, from.latitude, to.longitude, to.latitude);
    const minutes = metres * this.problem.minutesPerMetre;
    this.#minutes[a * this.#nodes.length + b] = minutes;
    this.#minutes[b * this.#nodes.length + a] = minutes;
    return minutes;
  }

  /** Minutes of a tour with its visits. */
  lengthOf(tour: number, stops: readonly number[]): number {
    let minutes = stops.length * this.problem.visitMinutes;
    let before = this.startOf(tour);
    for (const stop of stops) {
      minutes += this.between(before, stop);
      before = stop;
    }
    return minutes + this.between(before, this.startOf(tour));
  }
}
