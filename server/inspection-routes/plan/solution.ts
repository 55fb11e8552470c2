import type { Travel } from './problem.ts';

/** Nowhere. */
export const unvisited = -1;

/** Rounding of minutes must not refuse what just fits. */
const slack = 1e-9;

/** Tours being planned. Each move checks nothing: ask what it takes before. */
export class Solution {
  readonly travel: Travel;
  readonly tours: number[][];
  /** The tour of each place. */
  readonly tourOf: Int32Array;
  /** The minutes of each tour. */
  readonly minutes: Float64Array;

  constructor(travel: Travel) {
    const { places, tours } = travel.problem;
    this.travel = travel;
    this.tours = tours.map(() => []);
    this.tourOf = new Int32Array(places.length).fill(unvisited);
    this.minutes = new Float64Array(tours.length);
  }

  get value(): number {
    const { places } = this.travel.problem;
    let value = 0;
    for (const stops of this.tours) for (const place of stops) value += places[place].value;
    return value;
  }

  get totalMinutes(): number {
    return this.minutes.reduce((sum, minutes) => sum + minutes, 0);
  }

  fits(tour: number, moreMinutes: number): boolean {
    return this.minutes[tour] + moreMinutes <= this.travel.problem.minutes + slack;
  }

  /** The node at a position of a tour; before the first and after the last it is the start. */
  nodeAt(tour: number, position: number): number {
    return this.tours[tour][position] ?? this.travel.startOf(tour);
  }

  /** Minutes that a place between two positions adds: the way, without the visit. */
  detour(tour: number, place: number, position: number): number {
    const { travel } = this;
    const [before, after] = [this.nodeAt(tour, position - 1), this.nodeAt(tour, position)];
    return travel.between(before, place) + travel.between(place, after) - travel.between(before, after);
  }

  /** Where a place adds least to a tour, and how many minutes. */
  cheapest(tour: number, place: number): { position: number; detour: number } {
    let best = { position: 0, detour: Infinity };
    for (let position = 0; position <= this.tours[tour].length; position++) {
      const detour = this.detour(tour, place, position);
      if (detour < best.detour) best = { position, detour };
    }
    return best;
  }

  insert(tour: number, place: number, position: number): void {
    this.tours[tour].splice(position, 0, place);
    this.tourOf[place] = tour;
    this.#measure(tour);
  }

  remove(tour: number, position: number, count = 1): number[] {
    const removed = this.tours[tour].splice(position, count);
    for (const place of removed) this.tourOf[place] = unvisited;
    this.#measure(tour);
    return removed;
  }

  /** Puts other stops in place of those of a tour. */
  replace(tour: number, stops: readonly number[]): void {
    for (const place of this.tours[tour]) this.tourOf[place] = unvisited;
    this.tours[tour].splice(0, Infinity, ...stops);
    for (const place of stops) this.tourOf[place] = tour;
    this.#measure(tour);
  }

  #measure(tour: number): void {
    const stops = this.tours[tour];
    this.minutes[tour] = stops.length === 0 ? 0 : this.travel.lengthOf(tour, stops);
  }
}
