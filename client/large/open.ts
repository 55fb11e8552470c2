// Opens a country of too many settlements to be held in memory: what is looked at is asked of the service.
import { batch, computed, effect, signal } from '@preact/signals';
import type { LeafletMouseEvent, Map as LeafletMap } from 'leaflet';
import { maximumAtOnce } from './limits.ts';
import type { CountryOverview } from '../../server/places/schema.ts';
import { learn } from '../i18n/index.ts';
import { mayPlan } from '../session/session.ts';
import { type Finishing, served } from '../store/served.ts';
import { country, filters, live, place, selected, selection } from '../store/state.ts';
import type { Summary } from '../store/summary.ts';
import { GroupLayer } from './group-layer.ts';
import { Known } from './known.ts';
import { fetchWhole, ServedList } from './list.ts';
import { notesOf } from './notes.tsx';
import { largeService } from './service.ts';
import { ServedTiles } from './tiles.ts';

const pause = 400;
/** Zoom levels nearer, by a click on a group. */
const nearer = 2;

/** Shows a large country, or shows it anew after an import. Returns the cursor of what was read. */
export async function openLarge(overview: CountryOverview): Promise<string> {
  await learn('large');
  const known = new Known(overview);
  const list = new ServedList(known);
  const tiles = new ServedTiles(known);
  const summary = signal<Summary | null>(null);
  const finishing = signal<Finishing | null>(null);
  const problem = signal<unknown>(null);
  const isMatching = computed(() => selection.value.type === 'matching');
  const tooMany = computed(
    () => (isMatching.value ? (summary.value?.settlements ?? 0) : selected.value.size) > maximumAtOnce,
  );
  const ready = computed(() => {
    if (live.value === null || tooMany.value || (mayPlan() && finishing.value === null)) return false;
    if (isMatching.value) return list.listing.value.state === 'whole';
    for (const row of selected.value) if (live.value.outlines.has(row)) return false;
    return true;
  });

  async function summarise(): Promise<void> {
    const asked = filters.peek();
    const told = await largeService.summary(asked);
    if (asked !== filters.peek()) return;
    const { settlements, residents, districts, populationMissing = 0 } = told;
    summary.value = { settlements, people: residents, populationMissing, districts };
  }

  async function count(): Promise<void> {
    if (!mayPlan()) return;
    const rows = await largeService.finishing();
    finishing.value = new Map(rows.map((row) => [`${row.operatorCode} ${row.quarter}`, row.count]));
  }

  const asking = new Set<number>();
  /** Fetches what is known of rows of which a tile alone has told. */
  async function complete(rows: readonly number[]): Promise<void> {
    const missing = rows.filter((row) => known.isOutline(row) && !asking.has(row));
    if (missing.length === 0) return;
    for (const row of missing) asking.add(row);
    try {
      const keys = missing.map((row) => country.peek()!.keyOf(row));
      for await (const told of largeService.rows(keys)) known.take(told);
      problem.value = null;
    } catch (caught) {
      problem.value = caught;
    } finally {
      for (const row of missing) asking.delete(row);
    }
  }

  const selectedOrOpen = () => [...selected.peek(), ...(place.peek() === null ? [] : [known.rowOf(place.peek()!)])];

  batch(() => {
    country.value = known.country;
    live.value = known.live(overview);
    served.value = {
      extent: overview.extent,
      total: overview.settlements,
      summary,
      listed: list.rows,
      drawn: tiles.drawn,
      finishing,
      ready,
      reached: (index) => list.reached(index),
      rowOf: (key) => known.rowOf(key),
      async within(corners) {
        const keys = await largeService.within(
          filters.peek(),
          corners.map(({ lng, lat }) => [lng, lat] as const),
        );
        const rows = keys.map((key) => known.rowOf(key));
        known.publish();
        return rows;
      },
      changed() {
        tiles.refresh();
        void Promise.all([summarise(), count()]).catch(() => {});
      },
      follow: (map) => followMap(map, tiles),
      ...notesOf({ list, tiles, ready, tooMany, problem, retry: () => void complete(selectedOrOpen()) }),
    };
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  const stops = [
    list.follow(),
    fetchWhole(
      list,
      computed(() => isMatching.value && summary.value !== null && !tooMany.value),
    ),
    effect(() => {
      void filters.value;
      summary.value = null;
      clearTimeout(timer);
      timer = setTimeout(() => void summarise().catch(() => {}), pause);
    }),
    effect(() => {
      if (selection.value.type === 'chosen' && !tooMany.value) void complete([...selected.value]);
    }),
    effect(() => {
      if (place.value === null) return;
      const row = known.rowOf(place.value);
      known.publish();
      void complete([row]);
    }),
  ];
  closeLast();
  closeLast = () => stops.forEach((stop) => stop());
  void count().catch(() => {});
  return overview.cursor;
}

let closeLast = (): void => {};

function followMap(map: LeafletMap, tiles: ServedTiles): () => void {
  const layer = new GroupLayer().addTo(map);
  const stopTiles = tiles.follow(map);
  const stopGroups = effect(() => layer.show(tiles.far.value ? tiles.groups.value : []));
  function click({ layerPoint, latlng }: LeafletMouseEvent): void {
    if (tiles.far.peek() && layer.at(layerPoint) !== null) map.setView(latlng, map.getZoom() + nearer);
  }
  map.on('click', click);
  return () => {
    map.off('click', click);
    stopGroups();
    stopTiles();
    layer.remove();
  };
}
