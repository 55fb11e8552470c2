import { effect, type ReadonlySignal } from '@preact/signals';
import {
  canvas,
  divIcon,
  geoJSON,
  latLngBounds,
  type LeafletMouseEvent,
  type Map as LeafletMap,
  map as leafletMap,
  marker,
  type Polygon,
  tooltip,
} from 'leaflet';
import { watchSize } from '../map/watch-size.ts';
import { nameOf } from '../i18n/index.ts';
import type { Boundaries } from '../store/service.ts';
import { colourOf, isDark } from '../ui/colours.ts';
import { goTo, textOfKey } from './address.ts';
import { placeName, places } from './known.ts';
import { NetworkLayer } from './network-layer.ts';
import type { NetworkScene } from './network-scene.ts';
import { rowWords } from './words.ts';

/** Names of regions have no room from farther away. */
const nameRegionsFrom = 5.25;

export interface NetworkMap {
  zoomBy(levels: number): void;
  stop(): void;
}

/** Regions as land with their names. What the other map takes to find the middle of a shape would weigh more than all this. */
function drawRegions(map: LeafletMap, { regions }: Boundaries): () => void {
  const land = geoJSON(regions, {
    interactive: false,
    style: {
      renderer: canvas({ padding: 0.3, pane: 'overlayPane' }),
      color: colourOf('map-region'),
      weight: 1.4,
      fillColor: colourOf('map-land'),
      fillOpacity: 1,
    },
  }).addTo(map);
  const names = regions.features.map((region) => {
    const text = document.createElement('span');
    text.textContent = nameOf(region.properties.names);
    const icon = divIcon({ html: text, className: 'map__region', iconSize: [0, 0] });
    const middle = (geoJSON(region).getLayers()[0] as Polygon).getBounds().getCenter();
    return marker(middle, { icon, interactive: false, keyboard: false, pane: 'overlayPane' }).addTo(map);
  });
  return () => [land, ...names].forEach((layer) => layer.remove());
}

/** Builds the map of a plan's network in its element and keeps it in step. */
export function mountNetwork(
  element: HTMLElement,
  scene: ReadonlySignal<NetworkScene | null>,
  boundaries: ReadonlySignal<Boundaries | null>,
): NetworkMap {
  const map = leafletMap(element, { attributionControl: false, zoomControl: false, zoomSnap: 0.25, minZoom: 3 });
  map.setView([48, 67], 4);
  const layer = new NetworkLayer().addTo(map);
  let isPlaced = false;

  /** Over all that the plan is about, once that is known. */
  function place(shown: NetworkScene): void {
    if (isPlaced || shown.settlements.length === 0) return;
    isPlaced = true;
    const bounds = latLngBounds([]);
    for (const { row } of shown.settlements) {
      const there = places.peek().get(textOfKey(row))!.place!;
      bounds.extend([there.latitude, there.longitude]);
    }
    map.fitBounds(bounds, { padding: [24, 24], maxZoom: 11, animate: false });
  }

  const label = tooltip({ direction: 'top', offset: [0, -8], className: 'map__name' });
  function look({ layerPoint, latlng }: LeafletMouseEvent): void {
    const hit = layer.nearest(layerPoint, false);
    map.getContainer().classList.toggle('map__ground--over', hit !== null);
    if (hit === null) label.remove();
    else
      label
        .setLatLng(latlng)
        .setContent(document.createTextNode(`${placeName(hit.row)}: ${rowWords(hit.row)}`) as never)
        .addTo(map);
  }
  const follow = () => element.classList.toggle('map__ground--far', map.getZoom() < nameRegionsFrom);
  map.on('zoomend', follow);
  follow();
  map.on('mousemove', look).on('mouseout movestart zoomstart', () => label.remove());
  map.on('click', ({ layerPoint, originalEvent }) => {
    const hit = layer.nearest(layerPoint, (originalEvent as PointerEvent).pointerType === 'touch');
    if (hit === null) return;
    const { regionCode, code } = hit.row;
    goTo({ place: { regionCode, code }, question: '' });
  });

  const stops = [
    watchSize(map, element),
    effect(() => {
      if (boundaries.value === null) return;
      void isDark.value;
      return drawRegions(map, boundaries.value);
    }),
    effect(() => {
      void isDark.value;
      if (scene.value === null) return;
      place(scene.value);
      layer.show(scene.value);
    }),
    // Paper is light: by this what was drawn in dark colours is turned over for it.
    effect(() => {
      const drawnDark = isDark.value;
      requestAnimationFrame(() => element.classList.toggle('network--dark', drawnDark));
    }),
  ];
  return {
    zoomBy: (levels) => void map.setZoom(map.getZoom() + levels),
    stop() {
      for (const stop of stops) stop();
      map.remove();
    },
  };
}
