import { effect, untracked } from '@preact/signals';
import {
  divIcon,
  type LatLngBoundsExpression,
  latLngBounds,
  map as leafletMap,
  type Map as LeafletMap,
  marker,
} from 'leaflet';
import { nameOf } from '../i18n/index.ts';
import type { MapPlace } from '../store/address.ts';
import { boundaries, country, mapPlace, programme, selected, selectRows } from '../store/state.ts';
import { pulsing } from '../store/changes.ts';
import { drawBoundaries, drawTiles, nameRegions } from './base.ts';
import { drawBox } from './interactions/box.ts';
import { chooseByClick } from './interactions/click.ts';
import { crosshair } from './interactions/crosshair.ts';
import { nameUnderMouse } from './interactions/hover.ts';
import type { Drawn, Interaction } from './interactions/interaction.ts';
import { drawLasso } from './interactions/lasso.ts';
import { drawingOrder, markOfRow } from './marks.ts';
import { type Corner, rowsInBox, rowsInLasso } from './shapes.ts';
import { SymbolLayer } from './symbol-layer.ts';
import { type MapHandle, manner, mapHandle, tool } from './tool.ts';

/** Told of the row nearest to the crosshair and its distance in metres. */
export type Announce = (nearest: { row: number; metres: number } | null) => void;

const mostPulses = 200;
const closest = 12;
const nameRegionsFrom = 5.25;

/** Builds the map in its element and keeps it in step with the state. Returns the way to take it down. */
export function mountMap(element: HTMLElement, announce: Announce): () => void {
  const map = leafletMap(element, {
    attributionControl: programme.peek()?.tileUrl != null,
    zoomControl: false,
    boxZoom: false,
    keyboard: false,
    zoomSnap: 0.25,
    minZoom: 3,
    maxZoom: 18,
  });
  placeMap(map);
  const layer = new SymbolLayer().addTo(map);
  const tiled = drawTiles(map, programme.peek()?.tileUrl ?? null, programme.peek()?.tileAttribution ?? null);
  const drawing = followTool(map, layer);
  const stops = [
    followBoundaries(map, !tiled),
    followScene(layer),
    followPulses(map, layer),
    drawing.stop,
    crosshair(map, layer, () => drawing.current(), announce),
    nameUnderMouse(map, layer, (row) => nameOf(country.peek()!.names[row])),
    watchSize(map, element),
  ];
  const rememberPlace = () => {
    const { lat, lng } = map.getCenter();
    mapPlace.value = { latitude: lat, longitude: lng, zoom: map.getZoom() };
  };
  map.on('moveend', rememberPlace);
  mapHandle.value = handleOf(map, drawing.current);
  return () => {
    mapHandle.value = null;
    for (const stop of stops) stop();
    // A resize may still be announced after the map is gone.
    map.off('moveend', rememberPlace);
    map.remove();
  };
}

function boundsOfRows(rows: Iterable<number>): LatLngBoundsExpression | null {
  const { latitude, longitude } = country.peek()!;
  const bounds = latLngBounds([]);
  for (const row of rows) bounds.extend([latitude[row], longitude[row]]);
  return bounds.isValid() ? bounds : null;
}

/** Puts the map where the address says, else over the whole country. */
function placeMap(map: LeafletMap): void {
  const asked = mapPlace.peek();
  if (asked !== null) map.setView([asked.latitude, asked.longitude], asked.zoom);
  else
    map.fitBounds(
      boundsOfRows(country.peek()!.code.keys()) ?? [
        [-60, -170],
        [75, 170],
      ],
      { padding: [12, 12] },
    );
  const follow = () => map.getContainer().classList.toggle('map__ground--far', map.getZoom() < nameRegionsFrom);
  map.on('zoomend', follow);
  follow();
}

function handleOf(map: LeafletMap, drawing: () => Interaction | null): MapHandle {
  return {
    rowsInView(): number[] {
      const bounds = map.getBounds();
      return rowsInBox(country.peek()!, drawingOrder.peek(), bounds.getSouthWest(), bounds.getNorthEast());
    },
    showRows(rows: readonly number[]): void {
      const bounds = boundsOfRows(rows);
      if (bounds !== null) map.fitBounds(bounds, { padding: [48, 48], maxZoom: Math.max(closest, map.getZoom()) });
    },
    goTo({ latitude, longitude, zoom }: MapPlace): void {
      map.setView([latitude, longitude], zoom, { animate: false });
    },
    zoomBy: (levels: number) => void map.setZoom(map.getZoom() + levels),
    cancel(): boolean {
      if (drawing()?.cancel()) return true;
      const drew = tool.peek() !== 'move';
      tool.value = 'move';
      return drew;
    },
  };
}

function followBoundaries(map: LeafletMap, filled: boolean): () => void {
  const stopLines = effect(() => {
    if (boundaries.value === null) return;
    const layers = drawBoundaries(map, boundaries.value, filled);
    return () => layers.forEach((layer) => layer.remove());
  });
  const stopNames = effect(() => {
    if (boundaries.value === null) return;
    const names = nameRegions(map, boundaries.value, nameOf);
    return () => void names.remove();
  });
  return () => {
    stopLines();
    stopNames();
  };
}

function followScene(layer: SymbolLayer): () => void {
  return effect(() => {
    if (country.value === null) return;
    const { names } = country.value;
    const marks = markOfRow.value;
    layer.show({
      country: country.value,
      rows: drawingOrder.value,
      selected: selected.value,
      mark: (row) => marks[row],
      name: (row) => untracked(() => nameOf(names[row])),
    });
  });
}

function followPulses(map: LeafletMap, layer: SymbolLayer): () => void {
  return effect(() => {
    const icon = divIcon({ className: 'map__pulse', iconSize: [36, 36] });
    const rings = pulsing.value
      .slice(0, mostPulses)
      .map((row) => marker(layer.latLngOf(row), { icon, interactive: false, keyboard: false }).addTo(map));
    return () => rings.forEach((ring) => ring.remove());
  });
}

/** Runs the interaction of the tool in hand. */
function followTool(map: LeafletMap, layer: SymbolLayer): { current(): Interaction | null; stop(): void } {
  let current: Interaction | null = null;
  const choose =
    (rowsIn: (corners: readonly Corner[]) => number[]): Drawn =>
    (corners, asked) =>
      selectRows(rowsIn(corners), asked ?? manner.peek());
  const stop = effect(() => {
    if (tool.value === 'move') return chooseByClick(map, layer);
    const interaction =
      tool.value === 'box'
        ? drawBox(
            map,
            choose((c) => rowsInBox(country.peek()!, drawingOrder.peek(), c[0], c[2])),
          )
        : drawLasso(
            map,
            choose((c) => rowsInLasso(country.peek()!, drawingOrder.peek(), c)),
          );
    current = interaction;
    return () => {
      interaction.stop();
      current = null;
    };
  });
  return { current: () => current, stop };
}

function watchSize(map: LeafletMap, element: HTMLElement): () => void {
  const observer = new ResizeObserver(() => map.invalidateSize({ debounceMoveend: true }));
  observer.observe(element);
  return () => observer.disconnect();
}
