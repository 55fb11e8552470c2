import { batch, effect, signal } from '@preact/signals';
import type { Map as LeafletMap } from 'leaflet';
import { filters } from '../store/state.ts';
import { worldX, worldY } from '../map/projection.ts';
import type { Known } from './known.ts';
import { largeService } from './service.ts';
import type { Group, TilePlace } from './tile.ts';

/** From this zoom on tiles have settlements one by one, and from the next on their names. */
export const settlementsFrom = 8;
const namesFrom = 10;
const deepest = 14;
const most = 120;
const worldSide = 256;
const retryAfter = 3000;

interface Kept {
  place: TilePlace;
  rows: number[];
  groups: Group[];
}

const textOf = (place: TilePlace) => place.join('/');

/** The tiles that a part of the world needs at a zoom. Degrees. */
export function tilesOf(zoom: number, west: number, south: number, east: number, north: number): TilePlace[] {
  const z = Math.min(Math.max(Math.floor(zoom), 0), deepest);
  const side = 2 ** z;
  const at = (pixels: number) => Math.min(Math.max(Math.floor((pixels / worldSide) * side), 0), side - 1);
  const limit = (latitude: number) => Math.min(Math.max(latitude, -85), 85);
  const [left, right] = [at(worldX(west)), at(worldX(east))];
  const [top, bottom] = [at(worldY(limit(north))), at(worldY(limit(south)))];
  const tiles: TilePlace[] = [];
  for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) tiles.push([z, x, y]);
  return tiles;
}

/** The tiles of what a map shows: fetched where they are not here, and again where something has changed. */
export class ServedTiles {
  readonly drawn = signal<readonly number[]>([]);
  readonly groups = signal<readonly Group[]>([]);
  readonly failed = signal(false);
  /** Whether the map stands so far off that it shows groups. */
  readonly far = signal(true);
  readonly #known: Known;
  readonly #kept = new Map<string, Kept>();
  #fetching = new Map<string, AbortController>();
  #view: (() => TilePlace[]) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  constructor(known: Known) {
    this.#known = known;
  }

  /** Follows a map and the filters. Returns the way to stop. */
  follow(map: LeafletMap): () => void {
    this.#view = () => {
      const bounds = map.getBounds();
      this.far.value = map.getZoom() < settlementsFrom;
      return tilesOf(map.getZoom(), bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth());
    };
    const look = () => this.#look();
    map.on('moveend', look);
    const stop = effect(() => {
      void filters.value;
      this.#later(() => this.#forget());
    });
    return () => {
      stop();
      map.off('moveend', look);
      clearTimeout(this.#timer);
      cancelAnimationFrame(this.#frame);
      for (const abort of this.#fetching.values()) abort.abort();
      this.#fetching.clear();
      this.#view = null;
    };
  }

  /** Asks again for what is in view: the browser knows what has not changed. */
  refresh(): void {
    this.#later(() => {
      const inView = new Set(this.#view?.().map(textOf));
      for (const text of this.#kept.keys()) if (!inView.has(text)) this.#kept.delete(text);
      for (const place of this.#view?.() ?? []) void this.#fetch(place);
    });
  }

  #later(work: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(work, 200);
  }

  #forget(): void {
    this.#kept.clear();
    for (const abort of this.#fetching.values()) abort.abort();
    this.#fetching.clear();
    this.#look();
  }

  /** A tile in which this one lies has told of all its settlements, and of their names. */
  #isCovered([z, x, y]: TilePlace): boolean {
    if (this.#kept.has(textOf([z, x, y]))) return true;
    for (let up = 1; z - up >= namesFrom; up++) if (this.#kept.has(textOf([z - up, x >> up, y >> up]))) return true;
    return false;
  }

  #look(): void {
    const needed = this.#view?.() ?? [];
    const texts = new Set(needed.map(textOf));
    for (const [text, abort] of this.#fetching) {
      if (texts.has(text)) continue;
      abort.abort();
      this.#fetching.delete(text);
    }
    for (const place of needed) {
      if (!this.#isCovered(place) && !this.#fetching.has(textOf(place))) void this.#fetch(place);
    }
    this.#show();
  }

  async #fetch(place: TilePlace): Promise<void> {
    const text = textOf(place);
    const abort = new AbortController();
    this.#fetching.get(text)?.abort();
    this.#fetching.set(text, abort);
    try {
      const { outlines, groups } = await largeService.tile(place, filters.peek(), abort.signal);
      if (abort.signal.aborted) return;
      this.#kept.delete(text);
      this.#kept.set(text, { place, rows: this.#known.sketch(outlines), groups });
      for (const oldest of this.#kept.keys()) {
        if (this.#kept.size <= most) break;
        this.#kept.delete(oldest);
      }
      this.failed.value = false;
      this.#fetching.delete(text);
      this.#show();
    } catch {
      if (abort.signal.aborted) return;
      this.#fetching.delete(text);
      this.failed.value = true;
      this.#timer = setTimeout(() => this.#look(), retryAfter);
    }
  }

  /** Shows, in the next frame, what is here of the view. */
  #show(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const needed = this.#view?.() ?? [];
      const isFar = this.far.peek();
      const zoom = needed[0]?.[0];
      const kept = [...this.#kept.values()];
      const rows = new Set<number>();
      if (!isFar) for (const tile of kept) for (const row of tile.rows) rows.add(row);
      const here = isFar ? kept.filter(({ place }) => place[0] === zoom) : [];
      // Until the first tile of another zoom is here, the groups of the one before stay.
      const waits = isFar && here.length === 0 && this.#fetching.size > 0;
      batch(() => {
        this.#known.publish();
        this.drawn.value = [...rows];
        if (!waits) this.groups.value = here.flatMap(({ groups }) => groups);
      });
    });
  }
}
