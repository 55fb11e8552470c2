import type { Map as LeafletMap } from 'leaflet';

/** The room that the page gives the map. */
export function watchSize(map: LeafletMap, element: HTMLElement): () => void {
  const observer = new ResizeObserver(() => map.invalidateSize({ debounceMoveend: true }));
  observer.observe(element);
  return () => observer.disconnect();
}
