// The address is the state of the page: a link shows another person the same thing.
import type { SettlementKey } from '../../server/places/schema.ts';
import { type Filters, noAssignment, noFilters, shows } from './filters.ts';
import { type Sort, sorts } from './sort.ts';
import { stages, statuses } from './vocabulary.ts';

/** Where the map stands. Degrees. */
export interface MapPlace {
  latitude: number;
  longitude: number;
  zoom: number;
}

export interface PageState {
  filters: Filters;
  sort: Sort;
  map: MapPlace | null;
  /** The settlement whose details are open. */
  place: SettlementKey | null;
  /** The settlements chosen one by one, or all that match the filters. */
  selected: 'matching' | readonly SettlementKey[];
}

/** A longer selection than this is left out of the address, which servers and messengers would cut. */
export const selectionInAddress = 400;

const quarterPattern = /^20\d\d-Q[1-4]$/;

function oneOf<Word extends string, Otherwise extends string>(
  words: readonly Word[],
  text: string | null,
  otherwise: Otherwise,
): Word | Otherwise {
  return words.includes(text as Word) ? (text as Word) : otherwise;
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function readMap(text: string | null): MapPlace | null {
  const [zoom, latitude, longitude] = (text ?? '').split('/').map(Number);
  return [zoom, latitude, longitude].every(Number.isFinite) ? { zoom, latitude, longitude } : null;
}

function readPlace(text: string | null): SettlementKey | null {
  const [regionCode, code] = (text ?? '').split(':');
  return regionCode && code ? { regionCode, code } : null;
}

/** `region:code,code;region:code` */
export function readSelected(text: string | null): PageState['selected'] {
  if (text === 'all') return 'matching';
  return (text ?? '').split(';').flatMap((group) => {
    const [regionCode, codes = ''] = group.split(':');
    return codes.split(',').flatMap((code) => (code ? [{ regionCode, code }] : []));
  });
}

function writeSelected(selected: PageState['selected']): string {
  if (selected === 'matching') return 'all';
  return selected.length > selectionInAddress ? '' : writeKeys(selected);
}

export function writeKeys(selected: readonly SettlementKey[]): string {
  const codes = new Map<string, string[]>();
  for (const { regionCode, code } of selected) codes.set(regionCode, [...(codes.get(regionCode) ?? []), code]);
  return [...codes].map(([regionCode, list]) => `${regionCode}:${list.join(',')}`).join(';');
}

/** What an address's query asks for; whatever it says wrongly is as if it were not said. */
export function readAddress(query: string): PageState {
  const asked = new URLSearchParams(query);
  const quarter = asked.get('quarter') ?? '';
  return {
    filters: {
      show: oneOf(shows, asked.get('show'), noFilters.show),
      query: asked.get('search') ?? '',
      region: asked.get('region') ?? '',
      district: asked.get('district') ?? '',
      status: oneOf(statuses, asked.get('status'), ''),
      populationFrom: wholeNumber(asked.get('from')),
      populationTo: wholeNumber(asked.get('to')),
      operator: asked.get('operator') ?? '',
      stage: oneOf([...stages, noAssignment], asked.get('stage'), ''),
      quarter: quarterPattern.test(quarter) ? quarter : '',
    },
    sort: oneOf(sorts, asked.get('sort'), 'population'),
    map: readMap(asked.get('map')),
    place: readPlace(asked.get('place')),
    selected: readSelected(asked.get('selected')),
  };
}

/** The query of the address that says this; what is as usual is left out. */
export function writeAddress({ filters, sort, map, place, selected }: PageState): string {
  const said: Record<string, string | number | null> = {
    show: filters.show === noFilters.show ? '' : filters.show,
    search: filters.query,
    region: filters.region,
    district: filters.district,
    status: filters.status,
    from: filters.populationFrom,
    to: filters.populationTo,
    operator: filters.operator,
    stage: filters.stage,
    quarter: filters.quarter,
    sort: sort === 'population' ? '' : sort,
    map: map && `${map.zoom}/${map.latitude.toFixed(4)}/${map.longitude.toFixed(4)}`,
    place: place && `${place.regionCode}:${place.code}`,
    selected: writeSelected(selected),
  };
  // Colons, commas and slashes are legal in a query and stay readable.
  const parts = Object.entries(said)
    .filter(([, value]) => value !== '' && value !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(value!).replace(/%(3A|2C|2F|3B)/g, decodeURIComponent)}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
