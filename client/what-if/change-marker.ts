import { CircleMarker, type CircleMarkerOptions, type LatLngTuple } from 'leaflet';
import type { Direction } from '../../server/what-if/schema.ts';
import { colourOf } from '../ui/colours.ts';
import { directionMarks } from './marks.tsx';

/** Of the box of 24 in which symbols are drawn, so much of a pixel each. */
const scale = 0.62;
const paths = new Map<string, Path2D>();

function pathOf(text: string): Path2D {
  const path = paths.get(text) ?? new Path2D(text);
  paths.set(text, path);
  return path;
}

/** A settlement that changes, as a symbol on the renderer of circles: colour, shape and glyph together. */
export class ChangeMarker extends CircleMarker {
  readonly #direction: Direction;

  constructor(place: LatLngTuple, direction: Direction, options: CircleMarkerOptions) {
    super(place, { ...options, radius: 8 });
    this.#direction = direction;
  }

  _updatePath(): void {
    const { _renderer: renderer, _point: point } = this as unknown as {
      _renderer: { _drawing: boolean; _ctx: CanvasRenderingContext2D };
      _point: { x: number; y: number };
    };
    if (!renderer._drawing) return;
    const { outline, glyph, colour } = directionMarks[this.#direction];
    const context = renderer._ctx;
    context.save();
    context.translate(point.x, point.y);
    context.scale(scale, scale);
    context.lineJoin = context.lineCap = 'round';
    context.strokeStyle = colourOf('map-halo');
    context.lineWidth = 3;
    context.stroke(pathOf(outline));
    context.fillStyle = colourOf(colour);
    context.fill(pathOf(outline));
    context.strokeStyle = colourOf('mark-glyph');
    context.lineWidth = 2.4;
    context.stroke(pathOf(glyph));
    context.restore();
  }
}
