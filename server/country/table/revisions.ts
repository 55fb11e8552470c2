import { worldBits } from './morton.ts';

/** Tiles below this zoom have the revision of the tile of this zoom that they lie in. */
export const deepest = 8;

/** How often something changed within each tile of the first zooms. */
export class Revisions {
  readonly #levels = Array.from({ length: deepest + 1 }, (_, z) => new Uint32Array(4 ** z));
  #latest = 0;

  /** Counts every change. */
  get latest(): number {
    return this.#latest;
  }

  /** Something changed at a unit of the world. */
  touch(x: number, y: number): void {
    this.#latest++;
    for (let z = 0; z <= deepest; z++) {
      const bits = worldBits - z;
      this.#levels[z][(y >>> bits) * 2 ** z + (x >>> bits)] = this.#latest;
    }
  }

  /** A number that is another whenever something within the tile is. */
  of(z: number, x: number, y: number): number {
    const above = Math.max(0, z - deepest);
    const level = z - above;
    return this.#levels[level][(y >>> above) * 2 ** level + (x >>> above)];
  }
}
