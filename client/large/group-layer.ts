import type { Map as LeafletMap, Point } from 'leaflet';
import { CanvasLayer } from '../map/canvas-layer.ts';
import { colourOf } from '../ui/colours.ts';
import type { Group } from './tile.ts';

const font = '600 12px system-ui, sans-serif';
const smallest = 9;
const largest = 24;
/** So many settlements have a circle of the largest size. */
const many = 20_000;

export const radiusOf = (settlements: number): number =>
  smallest + (largest - smallest) * Math.min(1, Math.log10(settlements) / Math.log10(many));

/** Short enough for a circle: 950, 1.2k, 43k. */
export function shortCount(count: number): string {
  if (count < 1000) return String(count);
  return count < 9950 ? `${Math.round(count / 100) / 10}k` : `${Math.round(count / 1000)}k`;
}

interface Circle {
  x: number;
  y: number;
  group: Group;
}

/** Groups as circles with the number of their settlements, on one canvas; near ones are drawn as one. */
export class GroupLayer extends CanvasLayer {
  #groups: readonly Group[] = [];
  #circles: Circle[] = [];

  show(groups: readonly Group[]): void {
    this.#groups = groups;
    this.redraw();
  }

  /** The group whose circle holds a point of the layer. */
  at(point: Point): Group | null {
    const hit = this.#circles.findLast(
      ({ x, y, group }) => Math.hypot(x - point.x, y - point.y) <= radiusOf(group.settlements),
    );
    return hit?.group ?? null;
  }

  protected draw(): void {
    this.#circles = circlesOf(this._map, this.#groups);
    for (const circle of this.#circles) this.#circle(circle);
  }

  #circle({ x, y, group }: Circle): void {
    const context = this.context;
    context.beginPath();
    context.arc(x, y, radiusOf(group.settlements), 0, 2 * Math.PI);
    context.fillStyle = colourOf('map-group');
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = colourOf(group.overdue > 0 ? 'mark-overdue' : 'map-halo');
    context.stroke();
    context.font = font;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = colourOf('map-group-text');
    context.fillText(shortCount(group.settlements), x, y);
  }
}

/** Side of the squares, pixels, whose groups are drawn as one circle. */
const square = 56;

/** One circle a square, in the middle of its settlements. */
function circlesOf(map: LeafletMap, groups: readonly Group[]): Circle[] {
  const squares = new Map<string, Circle>();
  const origin = map.getPixelOrigin();
  for (const group of groups) {
    const { x, y } = map.latLngToLayerPoint([group.latitude, group.longitude]);
    // Squares lie still on the world, so that circles do not jump when the map moves.
    const key = `${Math.floor((x + origin.x) / square)} ${Math.floor((y + origin.y) / square)}`;
    const known = squares.get(key);
    if (known === undefined) {
      squares.set(key, { x, y, group });
      continue;
    }
    const settlements = known.group.settlements + group.settlements;
    const share = group.settlements / settlements;
    const mix = (one: number, other: number) => one + (other - one) * share;
    squares.set(key, {
      x: mix(known.x, x),
      y: mix(known.y, y),
      group: {
        settlements,
        flagged: known.group.flagged + group.flagged,
        overdue: known.group.overdue + group.overdue,
        longitude: mix(known.group.longitude, group.longitude),
        latitude: mix(known.group.latitude, group.latitude),
      },
    });
  }
  return [...squares.values()];
}
