import { divIcon, type LatLngTuple, type LayerGroup, marker, polyline } from 'leaflet';
import { useCallback, useMemo } from 'preact/hooks';
import type { InspectionRoute } from '../../server/inspection-routes/schema.ts';
import { nameOf, t } from '../i18n/index.ts';
import { LazyMap } from '../map/lazy-map.tsx';
import { colourOf } from '../ui/colours.ts';
import { routeTitle } from './route-panel.tsx';
import { startName } from './words.ts';

/** Routes are told apart by colour and by dashes; their stops by team, day and number. */
const lines = [
  { colour: 'mark-verified', dashes: undefined },
  { colour: 'mark-proposed', dashes: '10 6' },
  { colour: 'mark-overdue', dashes: '2 7' },
  { colour: 'mark-accepted', dashes: '14 5 2 5' },
] as const;

const placeOf = ({ latitude, longitude }: { latitude: number; longitude: number }): LatLngTuple => [
  latitude,
  longitude,
];

function stopIcon(text: string, className: string) {
  const label = document.createElement('span');
  label.textContent = text;
  return divIcon({ html: label, className: `route-stop ${className}`, iconSize: [24, 24] });
}

/** The routes as straight lines from stop to stop, each stop with its number. */
export function RoutesMap({ routes }: { routes: readonly InspectionRoute[] }) {
  const shown = useMemo(() => routes.filter(({ stops }) => stops.length > 0), [routes]);
  const places = useMemo(() => shown.flatMap(({ start, stops }) => [placeOf(start), ...stops.map(placeOf)]), [shown]);
  const draw = useCallback(
    (group: LayerGroup, pane: string) => {
      shown.forEach((route, i) => {
        const { start, stops } = route;
        const { colour, dashes } = lines[i % lines.length];
        const way = [start, ...stops, start].map(placeOf);
        group.addLayer(polyline(way, { color: colourOf('map-halo'), weight: 6, interactive: false, pane }));
        group.addLayer(
          polyline(way, { color: colourOf(colour), weight: 3, dashArray: dashes, interactive: false, pane }),
        );
        const add = (place: LatLngTuple, text: string, className: string, tip: string) => {
          const pin = marker(place, { icon: stopIcon(text, className), keyboard: false, pane });
          group.addLayer(pin.bindTooltip(tip, { className: 'map__name' }));
        };
        add(placeOf(start), '', 'route-stop--start', startName(start));
        stops.forEach((stop, at) =>
          add(placeOf(stop), String(at + 1), '', `${routeTitle(route)}: ${at + 1}. ${nameOf(stop.names)}`),
        );
      });
    },
    [shown],
  );
  return (
    <LazyMap label={t('routes.map')} {...{ places, draw }}>
      <ul class="legend">
        {shown.slice(0, 8).map((route, i) => {
          const { colour, dashes } = lines[i % lines.length];
          return (
            <li key={`${route.team} ${route.day}`}>
              <svg class={`route-line route-line--${colour}`} viewBox="0 0 28 6" aria-hidden="true">
                <path d="M0 3H28" stroke-dasharray={dashes} />
              </svg>
              <span>{routeTitle(route)}</span>
            </li>
          );
        })}
      </ul>
    </LazyMap>
  );
}
