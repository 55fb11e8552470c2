// The state of the planner's page, as signals: what the service told, what the person asked for, what follows.
import { batch, computed, signal } from '@preact/signals';
import type { Operator } from '../../server/operators/schema.ts';
import type { SettlementKey } from '../../server/places/schema.ts';
import type { ProgrammeInForce } from '../../server/programmes/schema.ts';
import { language } from '../i18n/index.ts';
import type { MapPlace } from './address.ts';
import type { Country } from './country.ts';
import { type Filters, matchingRows, noFilters } from './filters.ts';
import type { Live } from './live.ts';
import { chosen, combine, type Manner, nothing, rowsOf, type Selection, toggle } from './selection.ts';
import type { Boundaries } from './service.ts';
import { finishingIn } from './plan.ts';
import { type Finishing, served } from './served.ts';
import { type Sort, sortRows } from './sort.ts';
import { summarise } from './summary.ts';

export const country = signal<Country | null>(null);
export const live = signal<Live | null>(null);
export const operators = signal<Operator[]>([]);
export const programme = signal<ProgrammeInForce | null>(null);
export const boundaries = signal<Boundaries | null>(null);

export const filters = signal<Filters>(noFilters);
export const sort = signal<Sort>('population');
export const selection = signal<Selection>(nothing);
/** The settlement whose details are open. */
export const place = signal<SettlementKey | null>(null);
export const mapPlace = signal<MapPlace | null>(null);

/** There are no settlements at all. */
export const isEmpty = computed(() => served.value === null && country.value?.size === 0);
/** Nothing is known of coverage anywhere: the country, or the rest of it, is yet to be brought in. */
export const isUnfinished = computed(
  () =>
    served.value === null &&
    (live.value?.status.every((status) => status === 'unknown' || status === 'unserved') ?? false),
);

/** The rows that match the filters, in the order of the list; of a large country those that are here. */
export const matching = computed<readonly number[]>(() => {
  if (served.value !== null) return served.value.listed.value;
  if (country.value === null || live.value === null) return [];
  const rows = matchingRows(country.value, live.value, filters.value);
  return sortRows(rows, sort.value, country.value, live.value, language.value);
});

/** How many match the filters; null until the service has said. */
export const matchingCount = computed<number | null>(() => {
  if (served.value === null) return matching.value.length;
  return served.value.summary.value?.settlements ?? null;
});

/** The rows that match and stand on the map. */
export const shownOnMap = computed<readonly number[]>(() => served.value?.drawn.value ?? matching.value);

/** The rows that an action would act upon; of all that match in a large country, those that are here. */
export const selected = computed(() => rowsOf(selection.value, matching.value));
/** Those that the map rings. */
export const ringed = computed<ReadonlySet<number>>(() =>
  selection.value.type === 'matching' ? new Set(shownOnMap.value) : selected.value,
);
/** Whether an action can be begun: all that is selected is here. */
export const readyToAct = computed(() => served.value?.ready.value ?? true);

/** What finishes when in the whole plan; empty while it is not known. */
export const finishing = computed<Finishing>(() => {
  if (served.value !== null) return served.value.finishing.value ?? new Map();
  return live.value === null ? new Map() : finishingIn(live.value);
});

/** What the selection amounts to. */
export const summary = computed(() => {
  const all = selection.value.type === 'matching' ? served.value?.summary.value : null;
  return all ?? summarise(country.value, live.value, selected.value);
});

export const placeRow = computed(() => (place.value && country.value?.indexOf(place.value)) ?? null);

export function changeFilters(changes: Partial<Filters>): void {
  filters.value = { ...filters.value, ...changes };
}

/** Opens a settlement's details. */
export function openRow(row: number | null): void {
  place.value = row === null ? null : country.value!.keyOf(row);
}

export function selectRows(rows: Iterable<number>, manner: Manner = 'replace'): void {
  selection.value = combine(selection.value, rows, manner, matching.value);
}

export function toggleRow(row: number): void {
  selection.value = toggle(selection.value, row, matching.value);
}

/** Chooses one settlement alone and opens it. */
export function pickRow(row: number): void {
  batch(() => {
    selection.value = chosen([row]);
    openRow(row);
  });
}

export function clearSelection(): void {
  selection.value = nothing;
}

export function selectMatching(): void {
  selection.value = matching.value.length === 0 ? nothing : { type: 'matching' };
}

export const operatorNames = (code: string) => operators.value.find((operator) => operator.code === code)?.names;
