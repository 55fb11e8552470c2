import type { MultiPolygon, Polygon } from 'geojson';
import type { Box } from './circle.ts';

/**
 * Polygons in flat arrays: the rings one after the other, every ring closed.
 * Ring r holds the vertices ringStart[r] to ringStart[r + 1] - 1.
 */
export interface Area {
  /** Longitude and latitude in degrees, by vertex. */
  x: Float64Array;
  y: Float64Array;
  ringStart: Uint32Array;
  /** The ring that is the shell of the polygon that ring r belongs to: r itself, or the ring that r is a hole in. */
  shell: Uint32Array;
  box: Box;
}

/** Builds an area ring by ring. A ring that does not end where it began is closed. */
export class AreaBuilder {
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #ringStart: number[] = [0];
  readonly #shell: number[] = [];
  #vertices = 0;

  /** `capacity` is the most vertices that there can be, those that close a ring included. */
  constructor(capacity: number) {
    this.#x = new Float64Array(capacity);
    this.#y = new Float64Array(capacity);
  }

  addVertex(x: number, y: number): void {
    this.#x[this.#vertices] = x;
    this.#y[this.#vertices++] = y;
  }

  /** Ends the ring of the vertices since the last one. */
  endRing(isShell: boolean): void {
    const first = this.#ringStart[this.#ringStart.length - 1];
    const last = this.#vertices - 1;
    const isOpen = last > first && (this.#x[first] !== this.#x[last] || this.#y[first] !== this.#y[last]);
    if (isOpen) this.addVertex(this.#x[first], this.#y[first]);
    this.#ringStart.push(this.#vertices);
    const ring = this.#shell.length;
    this.#shell.push(isShell ? ring : this.#shell[ring - 1]);
  }

  build(): Area {
    // Of their own: what is handed to a thread takes all the memory with it that an array is a part of.
    const x = this.#x.slice(0, this.#vertices);
    const y = this.#y.slice(0, this.#vertices);
    const ringStart = Uint32Array.from(this.#ringStart);
    return { x, y, ringStart, shell: Uint32Array.from(this.#shell), box: boxOf(x, y) };
  }
}

/** The area of a GeoJSON geometry. Elevations are left out. */
export function areaOf(geometry: Polygon | MultiPolygon): Area {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const lengths = polygons.flatMap((polygon) => polygon.map((ring) => ring.length + 1));
  const builder = new AreaBuilder(lengths.reduce((total, length) => total + length, 0));
  for (const polygon of polygons) {
    for (const [part, ring] of polygon.entries()) {
      for (const vertex of ring) builder.addVertex(vertex[0], vertex[1]);
      builder.endRing(part === 0);
    }
  }
  return builder.build();
}

function boxOf(x: Float64Array, y: Float64Array): Box {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < x.length; i++) {
    if (x[i] < west) west = x[i];
    if (x[i] > east) east = x[i];
    if (y[i] < south) south = y[i];
    if (y[i] > north) north = y[i];
  }
  return [west, south, east, north];
}
