import type { Map as LeafletMap } from 'leaflet';
import type { Corner } from '../shapes.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** A line being drawn over the map; it stays in its place while the map moves beneath. */
export class Sketch {
  readonly #map: LeafletMap;
  readonly #svg = document.createElementNS(svgNamespace, 'svg');
  readonly #path = document.createElementNS(svgNamespace, 'path');
  #corners: readonly Corner[] = [];

  constructor(map: LeafletMap) {
    this.#map = map;
    this.#svg.setAttribute('class', 'sketch');
    this.#svg.setAttribute('aria-hidden', 'true');
    this.#svg.append(this.#path);
    map.getContainer().append(this.#svg);
    map.on('move zoomend', this.#draw);
  }

  show(corners: readonly Corner[]): void {
    this.#corners = corners;
    this.#draw();
  }

  remove(): void {
    this.#map.off('move zoomend', this.#draw);
    this.#svg.remove();
  }

  #draw = (): void => {
    const points = this.#corners.map((corner) => this.#map.latLngToContainerPoint(corner));
    this.#path.setAttribute('d', points.length === 0 ? '' : `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}Z`);
  };
}
