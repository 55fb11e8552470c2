import type { Finishing } from '../../server/assignments/schema.ts';
import type { LiveRow, SettlementSummary } from '../../server/country/schema.ts';
import type { SettlementKey } from '../../server/places/schema.ts';
import { settlementsQuery } from '../store/export-address.ts';
import type { Filters } from '../store/filters.ts';
import { inSession, request } from '../store/request.ts';
import type { Sort } from '../store/sort.ts';
import type { Language } from '../i18n/language.ts';
import { readTile, type Tile, type TilePlace } from './tile.ts';

/** Rows that the service is told of at once: so many keys go up a slow line in a second or two. */
const rowsAtOnce = 2000;

export interface ListPage {
  rows: SettlementSummary[];
  next: string | null;
}

/** What the service tells of all that match. */
export interface Matching {
  settlements: number;
  residents: number;
  districts: number;
  populationMissing?: number;
}

const asked = (filters: Filters, more: Readonly<Record<string, string>> = {}): string => {
  const query = settlementsQuery(filters);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.toString();
};

export const largeService = {
  list(filters: Filters, order: { sort: Sort; language: Language }, cursor: string | null, limit: number) {
    const page = { ...order, limit: String(limit), ...(cursor === null ? {} : { cursor }) };
    return request<ListPage>('GET', `/api/settlements?${asked(filters, page)}`);
  },
  summary: (filters: Filters) => request<Matching>('GET', `/api/settlements/summary?${asked(filters)}`),
  /** Those that match and lie inside a ring of degrees, `[longitude, latitude]`. */
  within: async (filters: Filters, ring: readonly (readonly [number, number])[]) => {
    const body = { filter: Object.fromEntries(settlementsQuery(filters)), polygon: ring };
    return (await request<{ keys: SettlementKey[] }>('POST', '/api/settlements/within', body)).keys;
  },
  /** All that is known of these, and where they are. */
  async *rows(keys: readonly SettlementKey[]): AsyncGenerator<LiveRow[]> {
    for (let from = 0; from < keys.length; from += rowsAtOnce) {
      const body = { settlements: keys.slice(from, from + rowsAtOnce), places: true };
      yield (await request<{ rows: LiveRow[] }>('POST', '/api/country/rows', body)).rows;
    }
  },
  finishing: async () => (await request<{ rows: Finishing[] }>('GET', '/api/assignments/finishing')).rows,
  /** A tile, which the browser keeps and asks for anew only where it has changed. */
  tile: ([z, x, y]: TilePlace, filters: Filters, signal: AbortSignal): Promise<Tile> =>
    inSession(async () => {
      const response = await fetch(`/api/tiles/${z}/${x}/${y}.mvt?${asked(filters)}`, { signal });
      if (!response.ok) throw new Error(`tile ${z}/${x}/${y}: ${response.status}`);
      return readTile(await response.arrayBuffer(), [z, x, y]);
    }, signal),
};
