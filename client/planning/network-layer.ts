import type { Point } from 'leaflet';
import type { PlanTechnology } from '../../server/planning/parameters/schema.ts';
import { CanvasLayer } from '../map/canvas-layer.ts';
import { colourOf } from '../ui/colours.ts';
import type { NetworkScene, SettlementSpot, Spot } from './network-scene.ts';

/** How a link of a technology is drawn: its colour by name, and its dashes, pixels. */
export const strokes: Readonly<Record<PlanTechnology | 'route', { colour: string; dashes: readonly number[] }>> = {
  fibre: { colour: 'accent', dashes: [] },
  'fixed-wireless': { colour: 'curve-planned', dashes: [9, 5] },
  '4g': { colour: 'curve-forecast', dashes: [2, 5] },
  satellite: { colour: 'muted', dashes: [12, 4, 2, 4] },
  route: { colour: 'map-region', dashes: [] },
};

/** Half widths and widths nearby, pixels; from afar all is smaller, so that what lies close together is told apart. */
const sizes = { node: 4.5, settlement: 4, thin: 1.2, line: 2, fresh: 4 };
const near = 9;
const smallest = 0.45;
/** Half of the 44 pixels that a finger needs, and what a mouse needs. */
const reach = { touch: 22, mouse: 9 };

/** Nodes, links and settlements on one canvas, in step with the map. */
export class NetworkLayer extends CanvasLayer {
  #scene: NetworkScene | null = null;

  /** Shows a scene from the next frame on. */
  show(scene: NetworkScene): void {
    this.#scene = scene;
    this.redraw();
  }

  /** The settlement that is nearest to a point of the layer and within reach of the pointer. */
  nearest(point: Point, byFinger: boolean): SettlementSpot | null {
    let best: SettlementSpot | null = null;
    let least = byFinger ? reach.touch : reach.mouse;
    for (const one of this.#scene?.settlements ?? []) {
      const { x, y } = this.#place(one);
      const distance = Math.hypot(x - point.x, y - point.y);
      if (distance < least) [best, least] = [one, distance];
    }
    return best;
  }

  #scale(): number {
    return Math.max(smallest, Math.min(1, 1 - (near - this._map.getZoom()) * 0.13));
  }

  #place({ x, y }: Spot): Spot {
    const scale = 2 ** this._map.getZoom();
    const origin = this._map.getPixelOrigin();
    return { x: x * scale - origin.x, y: y * scale - origin.y };
  }

  #line(spots: readonly Spot[]): void {
    this.context.beginPath();
    for (const [i, spot] of spots.entries()) {
      const { x, y } = this.#place(spot);
      if (i === 0) this.context.moveTo(x, y);
      else this.context.lineTo(x, y);
    }
    this.context.stroke();
  }

  protected draw(): void {
    if (this.#scene === null) return;
    const { nodes, routes, links, settlements } = this.#scene;
    const context = this.context;
    const scale = this.#scale();
    const stroke = (name: keyof typeof strokes, width: number) => {
      context.strokeStyle = colourOf(strokes[name].colour);
      context.setLineDash([...strokes[name].dashes]);
      context.lineWidth = width;
    };
    context.lineCap = 'butt';
    context.lineJoin = 'round';
    stroke('route', sizes.thin);
    for (const route of routes) this.#line(route);
    for (const { from, to, technology, isNew } of links) {
      stroke(technology ?? 'fibre', (isNew ? sizes.fresh : sizes.line) * scale);
      this.#line([from, to]);
    }
    context.setLineDash([]);
    const half = sizes.node * scale;
    context.fillStyle = colourOf('map-label');
    context.strokeStyle = colourOf('map-halo');
    context.lineWidth = 1;
    for (const node of nodes) {
      const { x, y } = this.#place(node);
      context.fillRect(x - half, y - half, 2 * half, 2 * half);
      context.strokeRect(x - half, y - half, 2 * half, 2 * half);
    }
    for (const one of settlements) this.#settlement(one, scale);
  }

  /** A disc in the colour of its technology; a ring while it waits, a cross where it is left. */
  #settlement({ row, isLater, ...spot }: SettlementSpot, scale: number): void {
    const context = this.context;
    const { x, y } = this.#place(spot);
    const radius = sizes.settlement * scale;
    const colour = colourOf(row.technology === null ? 'map-label' : strokes[row.technology].colour);
    context.lineWidth = 2 * scale;
    context.strokeStyle = colour;
    context.beginPath();
    if (row.state === 'unserved') {
      context.strokeStyle = colourOf('mark-overdue');
      context.moveTo(x - radius, y - radius);
      context.lineTo(x + radius, y + radius);
      context.moveTo(x + radius, y - radius);
      context.lineTo(x - radius, y + radius);
      context.stroke();
      return;
    }
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = isLater ? colourOf('map-land') : colour;
    context.fill();
    if (isLater) {
      context.lineWidth = 1.2;
      context.strokeStyle = colourOf('mark-other');
      context.stroke();
    } else if (row.state === 'committed') {
      context.strokeStyle = colourOf('map-label');
      context.stroke();
    }
  }
}
