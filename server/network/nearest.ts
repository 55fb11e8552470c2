import { geodesicDistance, longestOver, toCartesian } from '../assessment/engine/circle.ts';
import { Tree } from './tree.ts';

/** Points of a network by nearness, exactly: along the WGS 84 ellipsoid, not on a sphere and not in degrees. */
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
   * The indexes of the nearest `count` points, nearest first, of equals the smaller index first; fewer where there are
   * fewer.
   *
   * No geodesic is shorter than the straight line, and none longer than `longestOver` it. Where that leaves no doubt
   * the straight lines have decided, which is nearly always; else the geodesics of those in doubt do.
   */
  nearest(longitude: number, latitude: number, count: number): number[] {
    if (count < 1) return [];
    const [x, y, z] = toCartesian(longitude, latitude);
    const { indexes, chords } = this.#tree.nearest(x, y, z, count, longestOver);
    let isCertain = indexes.length <= count;
    for (let rank = 1; isCertain && rank < chords.length; rank++) {
      isCertain = chords[rank] > longestOver(chords[rank - 1]);
    }
    if (isCertain) return indexes;
    return indexes
      .map((index) => ({ index, distance: this.distance(longitude, latitude, index) }))
      .toSorted((a, b) => a.distance - b.distance || a.index - b.index)
      .slice(0, count)
      .map(({ index }) => index);
  }

  /** Metres along the ellipsoid to one of the points. */
  distance(longitude: number, latitude: number, index: number): number {
    return geodesicDistance(longitude, latitude, this.#longitude[index], this.#latitude[index]);
  }
}
