import { Browser, DomUtil, Renderer } from 'leaflet';

/** A layer of the map that is one canvas, in step with it. */
export abstract class CanvasLayer extends Renderer {
  protected context!: CanvasRenderingContext2D;
  #frame = 0;

  constructor() {
    super({ padding: 0.2, pane: 'markerPane' });
  }

  /** Draws all, in pixels of the layer; the canvas is empty and has so many pixels to one of those. */
  protected abstract draw(ratio: number): void;

  /** Draws anew from the next frame on. */
  protected redraw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      if (this._container !== undefined && !this._map._animatingZoom) this._update();
    });
  }

  _initContainer(): void {
    const canvas = document.createElement('canvas');
    this._container = canvas;
    this.context = canvas.getContext('2d')!;
  }

  _destroyContainer(): void {
    cancelAnimationFrame(this.#frame);
    this._container?.remove();
    this._container = undefined;
  }

  // Nothing but this layer's own canvas is drawn by it.
  _updatePaths(): void {}

  override _update(): void {
    if (this._map._animatingZoom && this._bounds) return;
    Renderer.prototype._update.call(this);
    const canvas = this._container as HTMLCanvasElement;
    const size = this._bounds.getSize();
    const ratio = Browser.retina ? 2 : 1;
    DomUtil.setPosition(canvas, this._bounds.min!);
    canvas.width = size.x * ratio;
    canvas.height = size.y * ratio;
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    this.context.setTransform(ratio, 0, 0, ratio, -this._bounds.min!.x * ratio, -this._bounds.min!.y * ratio);
    this.draw(ratio);
  }
}
