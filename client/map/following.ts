import { effect, untracked } from '@preact/signals';
import { divIcon, type Map as LeafletMap, marker } from 'leaflet';
import { nameOf } from '../i18n/index.ts';
import { pulsing } from '../store/changes.ts';
import { boundaries, country, ringed } from '../store/state.ts';
import { isDark } from '../ui/colours.ts';
import { drawBoundaries, nameRegions } from './base.ts';
import { drawingOrder, markOfRow } from './marks.ts';
import type { SymbolLayer } from './symbol-layer.ts';

// Each keeps one thing on the map in step with the state, and returns the way to stop.

const mostPulses = 200;

/** Boundaries as land and lines, and the names of regions in the language of the page. */
export function followBoundaries(map: LeafletMap, filled: boolean): () => void {
  const stopLines = effect(() => {
    if (boundaries.value === null) return;
    // Drawn anew in other colours.
    void isDark.value;
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

/** Light or dark: what stands on canvases is drawn anew. */
export function followColours(map: LeafletMap): () => void {
  return effect(() => {
    map.getContainer().classList.toggle('map__ground--dark', isDark.value);
    map.fire('viewreset');
  });
}

/** The settlements that match the filters, with their marks and the ring of those selected. */
export function followScene(layer: SymbolLayer): () => void {
  return effect(() => {
    if (country.value === null) return;
    const { names } = country.value;
    const marks = markOfRow.value;
    layer.show({
      country: country.value,
      rows: drawingOrder.value,
      selected: ringed.value,
      mark: (row) => marks[row],
      name: (row) => untracked(() => nameOf(names[row])),
    });
  });
}

/** A ring that spreads once around each settlement that others have changed. */
export function followPulses(map: LeafletMap, layer: SymbolLayer): () => void {
  return effect(() => {
    const icon = divIcon({ className: 'map__pulse', iconSize: [36, 36] });
    const rings = pulsing.value
      .slice(0, mostPulses)
      .map((row) => marker(layer.latLngOf(row), { icon, interactive: false, keyboard: false }).addTo(map));
    return () => rings.forEach((ring) => ring.remove());
  });
}
