import { effect } from '@preact/signals';
import { geoJSON, type LatLngBounds, latLngBounds, map as leafletMap, type Map as LeafletMap } from 'leaflet';
import { nameOf } from '../i18n/index.ts';
import type { MapPlace } from '../store/address.ts';
import { served } from '../store/served.ts';
import { boundaries, country, filters, mapPlace, matching, programme } from '../store/state.ts';
import { drawTiles } from './base.ts';
import { followBoundaries, followColours, followPulses, followScene } from './following.ts';
import { drawBox } from './interactions/box.ts';
import { chooseByClick } from './interactions/click.ts';
import { crosshair } from './interactions/crosshair.ts';
import { nameUnderMouse } from './interactions/hover.ts';
import type { Drawn, Interaction } from './interactions/interaction.ts';
import { drawLasso } from './interactions/lasso.ts';
import { selectWithin } from './select-within.ts';
import { SymbolLayer } from './symbol-layer.ts';
import { type MapHandle, manner, mapHandle, tool } from './tool.ts';
import { watchSize } from './watch-size.ts';

/** Told of the row nearest to the crosshair and its distance in metres. */
export type Announce = (nearest: { row: number; metres: number } | null) => void;

/** Who asked for less motion sees the map at rest at once, wherever it is moved to. */
const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches;
const closest = 12;
const nameRegionsFrom = 5.25;

/** Builds the map in its element and keeps it in step with the state. Returns the way to take it down. */
export function mountMap(element: HTMLElement, announce: Announce): () => void {
  const map = leafletMap(element, {
    attributionControl: programme.peek()?.tileUrl != null,
    zoomControl: false,
    boxZoom: false,
    keyboard: false,
    zoomAnimation: moves,
    fadeAnimation: moves,
    inertia: moves,
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
    followColours(map),
    followPulses(map, layer),
    drawing.stop,
    crosshair(map, layer, () => drawing.current(), announce),
    nameUnderMouse(map, layer, (row) => nameOf(country.peek()!.names[row])),
    watchSize(map, element),
    effect(() => served.value?.follow(map)),
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

function boundsOfRows(rows: Iterable<number>): LatLngBounds | null {
  const { latitude, longitude } = country.peek()!;
  const bounds = latLngBounds([]);
  // Where a settlement lies that was only named yet is not known.
  for (const row of rows) if (!Number.isNaN(latitude[row])) bounds.extend([latitude[row], longitude[row]]);
  return bounds.isValid() ? bounds : null;
}

function boundsOfCountry(): LatLngBounds | null {
  const large = served.peek();
  if (large === null) return boundsOfRows(country.peek()!.code.keys());
  const [west, south, east, north] = large.extent;
  return latLngBounds([south, west], [north, east]);
}

/** Of the district or the region that the filters ask for, else of the country. */
function boundsOfAsked(): LatLngBounds | null {
  const { region, district } = filters.peek();
  const known = boundaries.peek();
  const shapes = [...(known?.districts.features ?? []), ...(known?.regions.features ?? [])];
  const asked = shapes.find(({ properties }) => properties.code === (district || region));
  return asked === undefined ? boundsOfCountry() : geoJSON(asked).getBounds();
}

/** Puts the map where the address says, else over the whole country. */
function placeMap(map: LeafletMap): void {
  const asked = mapPlace.peek();
  if (asked !== null) map.setView([asked.latitude, asked.longitude], asked.zoom);
  else
    map.fitBounds(
      boundsOfCountry() ?? [
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
  function show(bounds: LatLngBounds | null): void {
    const maxZoom = Math.max(closest, map.getZoom());
    if (bounds !== null) map.fitBounds(bounds, { padding: [48, 48], maxZoom, animate: moves });
  }
  return {
    selectInView(how): void {
      const bounds = map.getBounds();
      const corners = [bounds.getSouthWest(), bounds.getNorthWest(), bounds.getNorthEast(), bounds.getSouthEast()];
      selectWithin('box', corners, how);
    },
    showRows: (rows) => show(boundsOfRows(rows)),
    showMatching: () => show(served.peek() === null ? boundsOfRows(matching.peek()) : boundsOfAsked()),
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

/** Runs the interaction of the tool in hand. */
function followTool(map: LeafletMap, layer: SymbolLayer): { current(): Interaction | null; stop(): void } {
  let current: Interaction | null = null;
  const stop = effect(() => {
    const drawn = tool.value;
    if (drawn === 'move') return chooseByClick(map, layer);
    const choose: Drawn = (corners, asked) => selectWithin(drawn, corners, asked ?? manner.peek());
    const interaction = drawn === 'box' ? drawBox(map, choose) : drawLasso(map, choose);
    current = interaction;
    return () => {
      interaction.stop();
      current = null;
    };
  });
  return { current: () => current, stop };
}
