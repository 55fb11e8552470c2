import { type LeafletMouseEvent, type Map as LeafletMap, tooltip } from 'leaflet';
import type { SymbolLayer } from '../symbol-layer.ts';
import { reachOf } from './click.ts';

/** Names the settlement under the mouse. Whatever it says is in the list and the details too. */
export function nameUnderMouse(map: LeafletMap, layer: SymbolLayer, describe: (row: number) => string): () => void {
  const label = tooltip({ direction: 'top', offset: [0, -10], className: 'map__name' });
  let frame = 0;

  function look({ layerPoint, originalEvent }: LeafletMouseEvent): void {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const hit = layer.nearest(layerPoint, reachOf(layer, originalEvent));
      map.getContainer().classList.toggle('map__ground--over', hit !== null);
      if (hit === null) label.remove();
      else
        label
          .setLatLng(layer.latLngOf(hit.row))
          .setContent(document.createTextNode(describe(hit.row)) as never)
          .addTo(map);
    });
  }

  function leave(): void {
    cancelAnimationFrame(frame);
    label.remove();
  }

  map.on('mousemove', look).on('mouseout movestart zoomstart', leave);
  return () => {
    map.off('mousemove', look).off('mouseout movestart zoomstart', leave);
    leave();
  };
}
