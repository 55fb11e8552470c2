import {
  canvas,
  divIcon,
  type GeoJSON,
  geoJSON,
  type LayerGroup,
  layerGroup,
  type Map as LeafletMap,
  marker,
  tileLayer,
} from 'leaflet';
import { centerOfMass } from '@turf/turf';
import type { Names } from '../../server/places/schema.ts';
import type { Boundaries } from '../store/service.ts';
import { colourOf } from '../ui/colours.ts';

/** The base of the map from the service itself: regions as land, districts as thin lines. It needs no internet. */
export function drawBoundaries(map: LeafletMap, { regions, districts }: Boundaries, filled: boolean): GeoJSON[] {
  const renderer = canvas({ padding: 0.3, pane: 'overlayPane' });
  const options = { interactive: false, renderer };
  const regionLine = { color: colourOf('map-region'), weight: 1.4 };
  const districtLine = { color: colourOf('map-district'), weight: 0.8, fill: false };
  const land = { fillColor: colourOf('map-land'), fillOpacity: 1 };
  return [
    geoJSON(regions, { ...options, style: filled ? { ...regionLine, ...land } : { ...regionLine, fill: false } }),
    geoJSON(districts, { ...options, style: districtLine }),
    geoJSON(regions, { ...options, style: { ...regionLine, fill: false } }),
  ].map((layer) => layer.addTo(map));
}

/** The names of regions, each in its middle, beneath the symbols. */
export function nameRegions(map: LeafletMap, { regions }: Boundaries, nameOf: (names: Names) => string): LayerGroup {
  const names = regions.features.map((region) => {
    const [lng, lat] = centerOfMass(region).geometry.coordinates;
    const text = document.createElement('span');
    text.textContent = nameOf(region.properties.names);
    const icon = divIcon({ html: text, className: 'map__region', iconSize: [0, 0] });
    return marker({ lat, lng }, { icon, interactive: false, keyboard: false, pane: 'overlayPane' });
  });
  return layerGroup(names).addTo(map);
}

const savesData = (): boolean =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Raster tiles, where the installation names a source of them and the person does not save data. */
export function drawTiles(map: LeafletMap, url: string | null, attribution: string | null): boolean {
  if (url === null || savesData()) return false;
  tileLayer(url, { attribution: attribution ?? '', maxZoom: 19 }).addTo(map);
  return true;
}
