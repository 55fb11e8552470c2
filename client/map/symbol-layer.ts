import type { Bounds, LatLng, Point } from 'leaflet';
import type { Country } from '../store/country.ts';
import { isDark } from '../ui/colours.ts';
import { CanvasLayer } from './canvas-layer.ts';
import { drawLabels } from './labels.ts';
import { worldX, worldY } from './projection.ts';
import { drawSprites, type Sprites } from './sprites.ts';
import type { Mark } from './stage.ts';

/** What the layer shows. */
export interface Scene {
  country: Country;
  /** Rows to draw, the most telling last. */
  rows: readonly number[];
  mark(row: number): Mark;
  selected: ReadonlySet<number>;
  name(row: number): string;
}

/** Width of a symbol, CSS pixels, by zoom from 0 on. */
const sizes = [7, 7, 7, 7, 8, 9, 11, 13, 16, 19];
const largestSize = 22;
/** So few leave room for larger symbols at any zoom. */
const few = 300;
const growth = 5;

/** All settlements on one canvas, copied from sprites: thousands within a frame. */
export class SymbolLayer extends CanvasLayer {
  #scene: Scene | null = null;
  #sprites = new Map<string, Sprites>();
  /** Settlements in the world at zoom 0, pixels. */
  #x = new Float64Array();
  #y = new Float64Array();
  #projected: Country | null = null;

  /** Shows a scene from the next frame on. */
  show(scene: Scene): void {
    this.#scene = scene;
    if (this.#projected !== scene.country) {
      this.#projected = scene.country;
      this.#x = Float64Array.from(scene.country.longitude, worldX);
      this.#y = Float64Array.from(scene.country.latitude, worldY);
    }
    this.redraw();
  }

  /** Where a row stands in the layer, pixels. */
  pointOf(row: number): Point {
    return this._map.latLngToLayerPoint(this.latLngOf(row));
  }

  latLngOf(row: number): LatLng {
    const { latitude, longitude } = this.#scene!.country;
    return { lat: latitude[row], lng: longitude[row] } as LatLng;
  }

  /** The shown row whose symbol is nearest to a point of the layer, null where none is within `reach` pixels. */
  nearest(point: Point, reach: number): { row: number; distance: number } | null {
    const scale = 2 ** this._map.getZoom();
    const origin = this._map.getPixelOrigin();
    let best: { row: number; distance: number } | null = null;
    for (const row of this.#scene?.rows ?? []) {
      const distance = Math.hypot(this.#x[row] * scale - origin.x - point.x, this.#y[row] * scale - origin.y - point.y);
      if (distance <= reach && distance <= (best?.distance ?? Infinity)) best = { row, distance };
    }
    return best;
  }

  /** The shown rows that stand within bounds of the layer, pixels. */
  within({ min, max }: Bounds): number[] {
    const scale = 2 ** this._map.getZoom();
    const origin = this._map.getPixelOrigin();
    return (this.#scene?.rows ?? []).filter((row) => {
      const x = this.#x[row] * scale - origin.x;
      const y = this.#y[row] * scale - origin.y;
      return x >= min!.x && x <= max!.x && y >= min!.y && y <= max!.y;
    });
  }

  symbolSize(): number {
    const size = sizes[Math.floor(this._map.getZoom())] ?? largestSize;
    const isFew = (this.#scene?.rows.length ?? 0) <= few;
    return isFew ? Math.min(size + growth, largestSize) : size;
  }

  protected draw(ratio: number): void {
    const scene = this.#scene;
    if (scene === null) return;
    const { sheet, side, size, left, top } = this.#spritesOf(this.symbolSize(), ratio);
    const scale = 2 ** this._map.getZoom();
    const origin = this._map.getPixelOrigin();
    const margin = size / 2;
    const inside = this.within(this._bounds.pad(margin / this._bounds.getSize().x));
    const draw = (row: number, chosen: boolean) => {
      const x = this.#x[row] * scale - origin.x - margin;
      const y = this.#y[row] * scale - origin.y - margin;
      this.context.drawImage(sheet, left(scene.mark(row)), top(chosen), side, side, x, y, size, size);
    };
    // The chosen lie above all others.
    for (const row of inside) if (!scene.selected.has(row)) draw(row, false);
    for (const row of inside) if (scene.selected.has(row)) draw(row, true);
    const place = (row: number) => ({ x: this.#x[row] * scale - origin.x, y: this.#y[row] * scale - origin.y });
    drawLabels(this.context, this._map.getZoom(), inside, place, scene.name, this.symbolSize());
  }

  #spritesOf(symbolSize: number, ratio: number): Sprites {
    const key = `${symbolSize} ${isDark.peek()}`;
    const sprites = this.#sprites.get(key) ?? drawSprites(symbolSize, ratio);
    this.#sprites.set(key, sprites);
    return sprites;
  }
}
