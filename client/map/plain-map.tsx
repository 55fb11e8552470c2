import { effect } from '@preact/signals';
import {
  control,
  geoJSON,
  type LayerGroup,
  latLngBounds,
  type LatLngTuple,
  layerGroup,
  map as leafletMap,
  type Map as LeafletMap,
  tileLayer,
} from 'leaflet';
import { useEffect, useRef, useState } from 'preact/hooks';
import { language, t } from '../i18n/index.ts';
import { service } from '../store/service.ts';
import { colourOf, isDark } from '../ui/colours.ts';
import { Icon } from '../ui/icon.tsx';

export interface PlainMapProperties {
  label: string;
  /** Where the map is to look; once, and again when what is shown is another. */
  places: readonly LatLngTuple[];
  /** Draws what is shown; again in other colours and in another language. */
  draw(group: LayerGroup, pane: string): void;
  children?: preact.ComponentChildren;
}

const shownPane = 'shown';

/** A map that shows a few things over the regions, moved by pointer or by arrow keys. What it shows stands in a list too. */
export function PlainMap({ label, places, draw, children }: PlainMapProperties) {
  const ground = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<LeafletMap | null>(null);

  useEffect(() => {
    const made = leafletMap(ground.current!, {
      attributionControl: false,
      zoomControl: false,
      zoomSnap: 0.25,
      minZoom: 3,
      maxZoom: 18,
    });
    // Above the boundaries, whichever come first.
    made.createPane(shownPane).style.zIndex = '450';
    made.setView([0, 0], 3);
    const stopSize = watchSize(made, ground.current!);
    const stopBase = followBase(made);
    setMap(made);
    return () => {
      stopSize();
      stopBase();
      made.remove();
    };
  }, []);

  useEffect(() => {
    if (map === null) return;
    const group = layerGroup().addTo(map);
    const stop = effect(() => {
      void isDark.value;
      void language.value;
      group.clearLayers();
      draw(group, shownPane);
    });
    return () => {
      stop();
      group.remove();
    };
  }, [map, draw]);

  useEffect(() => {
    if (map !== null && places.length > 0) map.fitBounds(latLngBounds([...places]), { padding: [32, 32], maxZoom: 10 });
  }, [map, places]);

  const zoom = (levels: number) => map?.setZoom(map.getZoom() + levels);
  return (
    <div class="plain-map">
      <div ref={ground} class="map__ground" role="application" aria-label={label} />
      <div class="tools">
        <div class="tools__group">
          <button type="button" class="button button--icon" aria-label={t('map.zoom-in')} onClick={() => zoom(1)}>
            <Icon name="plus" />
          </button>
          <button type="button" class="button button--icon" aria-label={t('map.zoom-out')} onClick={() => zoom(-1)}>
            <Icon name="minus" />
          </button>
        </div>
      </div>
      {children}
    </div>
  );
}

/** Regions beneath, or tiles where the installation has them; the map is of use before they come. Returns the way to stop. */
function followBase(map: LeafletMap): () => void {
  let stop = () => {};
  let isGone = false;
  Promise.all([service.boundaries(false, 'now'), service.programme()]).then(
    ([{ regions }, { tileUrl, tileAttribution }]) => {
      if (isGone) return;
      const isTiled = tileUrl !== null && !savesData();
      if (isTiled) {
        tileLayer(tileUrl, { attribution: tileAttribution ?? '', maxZoom: 19 }).addTo(map);
        control.attribution({ prefix: false }).addTo(map);
      }
      stop = effect(() => {
        map.getContainer().classList.toggle('map__ground--dark', isDark.value);
        const style = { color: colourOf('map-region'), weight: 1.4, fillColor: colourOf('map-land') };
        const layer = geoJSON(regions, { interactive: false, style: { ...style, fillOpacity: isTiled ? 0 : 1 } });
        layer.addTo(map);
        return () => layer.remove();
      });
    },
    () => {},
  );
  return () => {
    isGone = true;
    stop();
  };
}

const savesData = (): boolean =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** The room that the page gives the map. Returns the way to stop. */
function watchSize(map: LeafletMap, element: HTMLElement): () => void {
  const observer = new ResizeObserver(() => map.invalidateSize({ debounceMoveend: true }));
  observer.observe(element);
  return () => observer.disconnect();
}
