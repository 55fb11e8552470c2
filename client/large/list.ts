import { batch, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { SettlementSummary } from '../../server/country/schema.ts';
import { language } from '../i18n/index.ts';
import { filters, sort } from '../store/state.ts';
import type { Known } from './known.ts';
import { largeService } from './service.ts';

/** Typing that goes on within so many milliseconds asks the service for nothing. */
const typingPause = 250;
const firstPage = 100;
const laterPage = 500;
/** The next page is asked for when so many rows before the end are in view. */
const ahead = 60;

/** How far the list is here: its first rows are coming, there are more, all of them are here, or the service failed. */
export type Listing = { state: 'coming' | 'more' | 'whole' } | { state: 'failed'; problem: unknown };

/** The list of all that match, in the order of the service, a page at a time as far as somebody looks. */
export class ServedList {
  readonly rows = signal<readonly number[]>([]);
  readonly listing = signal<Listing>({ state: 'coming' });
  readonly #known: Known;
  #cursor: string | null = null;
  #fetching = false;
  /** Which list it is: what comes of an earlier one is thrown away. */
  #turn = 0;

  constructor(known: Known) {
    this.#known = known;
  }

  /** Follows the filters and the order. Returns the way to stop. */
  follow(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = '';
    const stop = effect(() => {
      const asked = JSON.stringify([filters.value, sort.value, language.value]);
      if (asked === last) return;
      const wait = last === '' ? 0 : typingPause;
      last = asked;
      this.#turn += 1;
      this.listing.value = { state: 'coming' };
      clearTimeout(timer);
      timer = setTimeout(() => void this.#fetch(true), wait);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }

  /** Begins the list anew, after an import or a failure. */
  restart(): void {
    this.#turn += 1;
    this.listing.value = { state: 'coming' };
    void this.#fetch(true);
  }

  reached(index: number): void {
    if (index >= this.rows.peek().length - ahead) void this.more();
  }

  async more(): Promise<void> {
    if (!this.#fetching && this.listing.peek().state === 'more') await this.#fetch(false);
  }

  async #fetch(first: boolean): Promise<void> {
    const turn = this.#turn;
    this.#fetching = true;
    try {
      const order = { sort: sort.peek(), language: language.peek() };
      const cursor = first ? null : this.#cursor;
      const page = await largeService.list(filters.peek(), order, cursor, first ? firstPage : laterPage);
      if (turn !== this.#turn) return;
      this.#cursor = page.next;
      batch(() => {
        const rows = this.#known.take(page.rows.map(liveRowOf));
        this.rows.value = first ? rows : [...this.rows.peek(), ...rows];
        this.listing.value = { state: page.next === null ? 'whole' : 'more' };
      });
    } catch (problem) {
      if (turn === this.#turn) this.listing.value = { state: 'failed', problem };
    } finally {
      if (turn === this.#turn) this.#fetching = false;
    }
  }
}

function liveRowOf({ names, districtCode, longitude, latitude, ...row }: SettlementSummary & { inTime?: number[] }) {
  return { ...row, inTime: row.inTime ?? [], place: { names, districtCode, longitude, latitude } };
}

/** Keeps asking for more for as long as all that match are selected and are few enough to act upon. Returns the way to stop. */
export function fetchWhole(list: ServedList, wanted: ReadonlySignal<boolean>): () => void {
  return effect(() => {
    if (wanted.value && list.listing.value.state === 'more') untracked(() => void list.more());
  });
}
