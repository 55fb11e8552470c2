import { batch, effect } from '@preact/signals';
import type { Viewer } from '../../server/accounts/schema.ts';
import { type PageState, readAddress, writeAddress } from '../store/address.ts';
import { noFilters } from '../store/filters.ts';
import { chosen, rowsOf } from '../store/selection.ts';
import { served } from '../store/served.ts';
import { country, filters, mapPlace, place, selection, sort } from '../store/state.ts';
import { mapHandle } from '../map/tool.ts';

/** What a person sees first: an operator its own commitments, a deputy the region that it answers for. */
function firstState(viewer: Viewer): PageState {
  const state = readAddress('');
  if (viewer.role === 'operator') {
    return { ...state, filters: { ...noFilters, show: 'all', operator: viewer.operatorCode ?? '' } };
  }
  if (viewer.role === 'deputy') return { ...state, filters: { ...noFilters, region: viewer.regionCode ?? '' } };
  return state;
}

function enter(state: PageState): void {
  batch(() => {
    filters.value = state.filters;
    sort.value = state.sort;
    place.value = state.place;
    mapPlace.value = state.map;
    const { selected } = state;
    if (selected === 'matching') selection.value = { type: 'matching' };
    else {
      const large = served.value;
      selection.value = chosen(
        selected.flatMap((key) => (large === null ? (country.value!.indexOf(key) ?? []) : large.rowOf(key))),
      );
    }
  });
}

function present(): PageState {
  const rows = selection.value.type === 'chosen' ? rowsOf(selection.value, []) : [];
  return {
    filters: filters.value,
    sort: sort.value,
    map: mapPlace.value,
    place: place.value,
    selected: selection.value.type === 'matching' ? 'matching' : [...rows].map((row) => country.value!.keyOf(row)),
  };
}

/** What going back should return to: another filter or another place, but not each letter typed or each move of the map. */
const stepOf = ({ filters: asked, place: open }: PageState) => JSON.stringify([{ ...asked, query: '' }, open]);

/** Keeps page and address the same, once the country is there. Returns the way to stop. */
export function followAddress(viewer: Viewer): () => void {
  enter(location.search === '' ? firstState(viewer) : readAddress(location.search));
  let step = stepOf(present());

  const stop = effect(() => {
    const state = present();
    const address = location.pathname + writeAddress(state) + location.hash;
    if (address === location.pathname + location.search + location.hash) return;
    const next = stepOf(state);
    if (next === step) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    step = next;
  });

  function goBack(): void {
    const state = readAddress(location.search);
    step = stepOf(state);
    enter(state);
    if (state.map !== null) mapHandle.value?.goTo(state.map);
  }
  addEventListener('popstate', goBack);
  return () => {
    stop();
    removeEventListener('popstate', goBack);
  };
}
