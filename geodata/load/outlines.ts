import type { MultiPolygon } from 'geojson';
import { areaOf } from '../../server/assessment/engine/area.ts';
import type { Box } from '../../server/assessment/engine/circle.ts';
import { PointGrid } from '../../server/assessment/engine/grid.ts';
import { coverArea } from '../../server/assessment/engine/polygon.ts';
import { Ranges } from '../../server/assessment/engine/ranges.ts';
import { polygonsOf } from '../checks/areas.ts';

export interface Outline {
  code: string;
  boundary: MultiPolygon;
}

interface Points {
  longitude: ArrayLike<number>;
  latitude: ArrayLike<number>;
}

/** Edges of one outline, by bands of latitude: band b holds those that pass through it. */
interface Banded {
  code: string;
  box: Box;
  bandHeight: number;
  bands: Float64Array[];
}

const bandCount = 128;

/** The boundaries of regions or of districts, asked where points and boxes lie. Degrees, EPSG:4326. */
export class Outlines {
  readonly #outlines: readonly Outline[];
  readonly #banded: Banded[];
  /** Around all of them. */
  readonly #box: Box;

  constructor(outlines: Iterable<Outline>) {
    this.#outlines = [...outlines].toSorted((a, b) => (a.code < b.code ? -1 : 1));
    this.#banded = this.#outlines.map(banded);
    this.#box = this.#banded.reduce<Box>(
      ([w, s, e, n], { box }) => [Math.min(w, box[0]), Math.min(s, box[1]), Math.max(e, box[2]), Math.max(n, box[3])],
      [Infinity, Infinity, -Infinity, -Infinity],
    );
  }

  get size(): number {
    return this.#outlines.length;
  }

  /** For each point the code of the outline that covers it, its edge included; of several the first by code. */
  covering({ longitude, latitude }: Points): (string | null)[] {
    const found = Array.from<unknown, string | null>({ length: longitude.length }, () => null);
    if (longitude.length === 0) return found;
    const grid = new PointGrid(longitude, latitude);
    const ranges = new Ranges();
    for (const { code, boundary } of this.#outlines) {
      ranges.clear();
      coverArea(grid, areaOf(boundary), ranges);
      for (let range = 0; range < ranges.length; range += 1)
        for (let position = ranges.first[range]; position < ranges.last[range]; position += 1)
          found[grid.order[position]] ??= code;
    }
    return found;
  }

  /** The outline nearest to a point outside all of them, at most `margin` degrees away; null where there is none. */
  nearest(longitude: number, latitude: number, margin: number): string | null {
    let best: { code: string; distance: number } | null = null;
    for (const outline of this.#banded) {
      const distance = distanceTo(outline, longitude, latitude, margin);
      if (distance <= margin && (best === null || distance < best.distance)) best = { code: outline.code, distance };
    }
    return best?.code ?? null;
  }

  /** Whether a point lies at most `margin` degrees from the edge of this outline. */
  near(code: string, longitude: number, latitude: number, margin: number): boolean {
    const outline = this.#banded.find((one) => one.code === code);
    return outline !== undefined && distanceTo(outline, longitude, latitude, margin) <= margin;
  }

  /** The codes of the outlines that a box touches. Where it comes near an edge it may name one outline too many. */
  touching(box: Box): string[] {
    return this.#banded.filter((outline) => touches(outline, box)).map(({ code }) => code);
  }

  /** Whether a point lies in the box around all outlines. */
  boxHolds(longitude: number, latitude: number): boolean {
    const [west, south, east, north] = this.#box;
    return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  }

  /** Whether a point lies in or on any of the outlines. */
  cover(longitude: number, latitude: number): boolean {
    if (!this.boxHolds(longitude, latitude)) return false;
    return this.covering({ longitude: [longitude], latitude: [latitude] })[0] !== null;
  }
}

function banded({ code, boundary }: Outline): Banded {
  const edges: number[][] = [];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of polygonsOf(boundary).flat()) {
    for (let at = 1; at < ring.length; at += 1) edges.push([...ring[at - 1], ...ring[at]]);
    for (const [x, y] of ring) {
      [west, east] = [Math.min(west, x), Math.max(east, x)];
      [south, north] = [Math.min(south, y), Math.max(north, y)];
    }
  }
  const bandHeight = (north - south) / bandCount || 1;
  const bands: number[][] = Array.from({ length: bandCount }, () => []);
  for (const edge of edges) {
    const [from, to] = bandsBetween(Math.min(edge[1], edge[3]), Math.max(edge[1], edge[3]), south, bandHeight);
    for (let band = from; band <= to; band += 1) bands[band].push(...edge);
  }
  return { code, box: [west, south, east, north], bandHeight, bands: bands.map((band) => Float64Array.from(band)) };
}

function bandsBetween(low: number, high: number, south: number, height: number): [number, number] {
  const band = (latitude: number) => Math.max(0, Math.min(bandCount - 1, Math.floor((latitude - south) / height)));
  return [band(low), band(high)];
}

const meet = (a: Box, b: Box) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

function touches(outline: Banded, box: Box): boolean {
  if (!meet(outline.box, box)) return false;
  const [from, to] = bandsBetween(box[1], box[3], outline.box[1], outline.bandHeight);
  for (let band = from; band <= to; band += 1) {
    const edges = outline.bands[band];
    for (let at = 0; at < edges.length; at += 4) {
      const [x1, y1, x2, y2] = [edges[at], edges[at + 1], edges[at + 2], edges[at + 3]];
      if (meet([Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)], box)) return true;
    }
  }
  // No edge is near: the box lies wholly inside or wholly outside.
  return inside(outline, box[0], box[1]);
}

function inside(outline: Banded, x: number, y: number): boolean {
  if (y < outline.box[1] || y > outline.box[3]) return false;
  const edges = outline.bands[bandsBetween(y, y, outline.box[1], outline.bandHeight)[0]];
  let odd = false;
  for (let at = 0; at < edges.length; at += 4) {
    const [x1, y1, x2, y2] = [edges[at], edges[at + 1], edges[at + 2], edges[at + 3]];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) odd = !odd;
  }
  return odd;
}

/** Degrees from a point to the nearest edge within `margin`; Infinity where there is none. */
function distanceTo(outline: Banded, x: number, y: number, margin: number): number {
  const box: Box = [x - margin, y - margin, x + margin, y + margin];
  if (!meet(outline.box, box)) return Infinity;
  let best = Infinity;
  const [from, to] = bandsBetween(box[1], box[3], outline.box[1], outline.bandHeight);
  for (let band = from; band <= to; band += 1) {
    const edges = outline.bands[band];
    for (let at = 0; at < edges.length; at += 4) {
      const [x1, y1, dx, dy] = [edges[at], edges[at + 1], edges[at + 2] - edges[at], edges[at + 3] - edges[at + 1]];
      const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
      best = Math.min(best, Math.hypot(x - x1 - along * dx, y - y1 - along * dy));
    }
  }
  return best;
}
