import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { nameOf, number, t } from '../i18n/index.ts';
import { served } from '../store/served.ts';
import { mayPlan } from '../session/session.ts';
import { country, isEmpty, live, selected } from '../store/state.ts';
import { Legend } from './legend.tsx';
import { MapTools } from './map-tools.tsx';
import { type Announce, mountMap } from './mount.ts';

type Nearest = Parameters<Announce>[0];

const announceAfter = 250;

/** What a screen reader hears of the settlement nearest to the crosshair. */
function nearestText({ row, metres }: NonNullable<Nearest>): string {
  const population = live.value!.population[row];
  return [
    nameOf(country.value!.names[row]),
    t(`status.${live.value!.status[row]}`),
    population === null ? t('population.missing') : t('population.people', { count: population }),
    t('map.distance', { distance: number(metres / 1000) }),
    selected.value.has(row) && t('map.selected'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** The map with its tools and its legend. */
export function MapView() {
  const ground = useRef<HTMLDivElement>(null);
  const nearest = useRef(signal<Nearest>(null)).current;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = mountMap(ground.current!, (next) => {
      clearTimeout(timer);
      timer = setTimeout(() => (nearest.value = next), announceAfter);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return (
    <section class="map" aria-label={t('map.title')}>
      <div
        ref={ground}
        id="map"
        class="map__ground"
        tabIndex={0}
        role="application"
        aria-label={t('map.label')}
        aria-describedby="map-keys"
      />
      <p id="map-keys" class="visually-hidden">
        {t('help.map')}
      </p>
      <p class="map__nearest" role="status">
        {nearest.value && nearestText(nearest.value)}
      </p>
      {/* After the map, which is so the next stop of the keyboard after the list. */}
      <MapTools />
      {served.value && <served.value.MapNote />}
      {isEmpty.value ? (
        <p class="map__empty">
          {t('empty.country')} {mayPlan() && <a href="/imports">{t('imports.title')}</a>}
        </p>
      ) : (
        <Legend />
      )}
    </section>
  );
}
