import { geodesicDistance, longestOver, toCartesian } from '../assessment/engine/circle.ts';
import { Tree } from './tree.ts';

/** A point found: its index in the arrays that were given, and metres along the WGS 84 ellipsoid. */
export interface Neighbour {
  index: number;
  distance: number;
}

/** Points of a network by nearness, exactly: along the ellipsoid, not on a sphere and not in degrees. */
export class NearestPoints {
  readonly #longitude: ArrayLike<number>;
  readonly #latitude: ArrayLike<number>;
  readonly #tree: Tree;

  /** Degrees, EPSG:4326. */
  constructor(longitude: ArrayLike<number>, latitude: ArrayLike<number>) {
    this.#longitude = longitude;
    this.#latitude = latitude;
    const points = new Float64Array(3 * longitude.length);
    for (let i = 0; i < longitude.length; i++) points.set(toCartesian(longitude[i], latitude[i]), 3 * i);
    this.#tree = new Tree(points);
  }

  /**
   * The nearest `count` points, nearest first, of equals the smaller index first; fewer where there are fewer.
   *
   * No geodesic is shorter than the straight line, and none longer than `longestOver` it: so whoever may be among the
   * nearest is among those nearest in a straight line, and the geodesic of so few decides.
   */
  nearest(longitude: number, latitude: number, count: number): Neighbour[] {
    if (count < 1) return [];
    const [x, y, z] = toCartesian(longitude, latitude);
    // One more than asked for tells whether there is any doubt.
    let { indexes, chords } = this.#tree.nearest(x, y, z, count + 1);
    if (indexes.length > count) {
      const longest = longestOver(chords[count - 1]);
      if (chords[count] > longest) indexes = indexes.slice(0, count);
      else indexes = this.#tree.within(x, y, z, longest);
    }
    return indexes
      .map((index) => ({
        index,
        distance: geodesicDistance(longitude, latitude, this.#longitude[index], this.#latitude[index]),
      }))
      .toSorted((a, b) => a.distance - b.distance || a.index - b.index)
      .slice(0, count);
  }
}
