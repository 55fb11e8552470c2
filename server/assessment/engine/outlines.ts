import type { Area } from './area.ts';
import type { Shape } from './cover.ts';

/** Of more vertices `cover` is quicker, by the spans of a row that its edges take up. */
const MOST_VERTICES = 100;
/** Degrees along a side of the squares in which outlines of about one size lie together. */
const SQUARE = 0.5;

/**
 * Shapes made ready to be asked again and again what they leave open. *Outlines*, areas of one ring with few edges, which
 * most claims are, lie one after the other in flat arrays: the larger first, since of what they cover no other need be
 * asked, and neighbours of about one size together, since they ask of the same places.
 */
export interface Outlines {
  areas: Area[];
  /** By outline: west, south, east and north. */
  boxes: Float64Array;
  /** By outline, its first vertex; the count of vertices at the end. The last vertex of each is its first again. */
  start: Uint32Array;
  /** Longitude and latitude by vertex, degrees. */
  x: Float64Array;
  y: Float64Array;
  /** The shapes that are no outlines. */
  others: Shape[];
}

export function outlinesOf(shapes: Iterable<Shape>): Outlines {
  const given: Area[] = [];
  const others: Shape[] = [];
  for (const shape of shapes) {
    const isOutline =
      shape.type === 'area' && shape.area.ringStart.length === 2 && shape.area.x.length <= MOST_VERTICES;
    if (isOutline) given.push(shape.area);
    else others.push(shape);
  }
  const areas = inOrder(given);
  const boxes = new Float64Array(4 * areas.length);
  const start = new Uint32Array(areas.length + 1);
  for (let i = 0; i < areas.length; i++) start[i + 1] = start[i] + areas[i].x.length;
  const x = new Float64Array(start[areas.length]);
  const y = new Float64Array(start[areas.length]);
  for (let i = 0; i < areas.length; i++) {
    const area = areas[i];
    copy(area.box, boxes, 4 * i);
    copy(area.x, x, start[i]);
    copy(area.y, y, start[i]);
  }
  return { areas, boxes, start, x, y, others };
}

/** For so few at a time `set` takes longer. */
function copy(source: ArrayLike<number>, into: Float64Array, at: number): void {
  for (let i = 0; i < source.length; i++) into[at + i] = source[i];
}

function inOrder(areas: readonly Area[]): Area[] {
  const keys = new Float64Array(areas.length);
  for (let i = 0; i < areas.length; i++) {
    const [west, south, east, north] = areas[i].box;
    // Sizes of which one is less than four times the other count as alike.
    const size = Math.log2((east - west) * (north - south)) / 2;
    const rank = Number.isFinite(size) ? within(512 - Math.floor(size), 10) : 1023;
    const square = Math.floor((south + 90) / SQUARE) * 1024 + Math.floor((west + 180) / SQUARE);
    keys[i] = (rank * 2 ** 19 + within(square, 19)) * 2 ** 24 + i;
  }
  return Array.from(keys.sort(), (key) => areas[key % 2 ** 24]);
}

/** The number, or the nearest that so many bits can hold. */
const within = (value: number, bits: number) => Math.min(Math.max(value, 0), 2 ** bits - 1);
