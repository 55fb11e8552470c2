import { canvas, type LatLngTuple, type LayerGroup } from 'leaflet';
import { useCallback, useMemo } from 'preact/hooks';
import { directionOf } from '../../server/what-if/rules.ts';
import type { ChangedSettlement, WhatIfResult } from '../../server/what-if/schema.ts';
import { number, t } from '../i18n/index.ts';
import { LazyMap } from '../map/lazy-map.tsx';
import { ChangeMarker } from './change-marker.ts';
import { DirectionIcon, directions } from './marks.tsx';
import { changeWords } from './words.ts';

const placeOf = ({ latitude, longitude }: ChangedSettlement): LatLngTuple => [latitude, longitude];

/** The settlements that would be assessed otherwise, the largest above the others. */
export function ChangesMap({ rows }: { rows: WhatIfResult['rows'] }) {
  const places = useMemo(() => rows.map(placeOf), [rows]);
  const draw = useCallback(
    (group: LayerGroup, pane: string) => {
      const renderer = canvas({ padding: 0.3, pane });
      for (const row of rows.toReversed()) {
        const marker = new ChangeMarker(placeOf(row), directionOf(row.from, row.to), { renderer });
        marker.bindTooltip(() => `${row.name}: ${changeWords(row)}`, { className: 'map__name' });
        group.addLayer(marker);
      }
    },
    [rows],
  );
  const counts = directions.map((direction) => ({
    direction,
    count: rows.filter(({ from, to }) => directionOf(from, to) === direction).length,
  }));
  return (
    <LazyMap label={t('what-if.map')} {...{ places, draw }}>
      <ul class="legend">
        {counts.map(({ direction, count }) => (
          <li key={direction}>
            <DirectionIcon direction={direction} />
            <span>{t(`direction.${direction}`)}</span>
            <span class="legend__count">{number(count)}</span>
          </li>
        ))}
      </ul>
    </LazyMap>
  );
}
