// The address is the state of the page: a link shows another person the same thing.
import { effect, signal } from '@preact/signals';
import type { SettlementKey } from '../../server/places/schema.ts';
import { readSelected, selectionInAddress, writeKeys } from '../store/address.ts';

export const tabs = ['figures', 'settlements', 'map', 'conditions'] as const;
export type Tab = (typeof tabs)[number];

/** Which settlements of a plan are listed. */
export const shownRows = ['all', 'planned', 'unserved', 'committed', 'pinned'] as const;
export type ShownRows = (typeof shownRows)[number];

export interface RowFilters {
  show: ShownRows;
  search: string;
  region: string;
  operator: string;
  technology: string;
  /** Served in this quarter; on the map, until its end. */
  quarter: string;
}

export const noFilters: RowFilters = {
  show: 'all',
  search: '',
  region: '',
  operator: '',
  technology: '',
  quarter: '',
};

export const pages = ['scenarios', 'new', 'comparison'] as const;
export type PlanningPage = (typeof pages)[number];

export interface PlanningView extends RowFilters {
  page: PlanningPage;
  /** A new plan is asked for these settlements, else for the region, else for the country. */
  settlements: readonly SettlementKey[];
  /** The scenario that is open; of a new plan the one whose conditions it begins with. */
  scenario: string;
  tab: Tab;
  /** The question that was put to the scenario, as a scenario of its own. */
  question: string;
  /** The scenarios that are compared, of which the first is the one that the others differ from. */
  compared: readonly string[];
  /** The settlement whose reasons are open. */
  place: SettlementKey | null;
  /** `region:code` of each that is selected, or all that match. */
  selected: 'matching' | readonly string[];
}

export const mostCompared = 3;

export const path = '/planning';

const idPattern = /^[\w-]{1,64}$/;
const quarterPattern = /^20\d\d-Q[1-4]$/;

const oneOf = <Word extends string>(words: readonly Word[], text: string | null): Word =>
  words.find((word) => word === text) ?? words[0];

export const textOfKey = ({ regionCode, code }: SettlementKey): string => `${regionCode}:${code}`;

export function keyOfText(text: string): SettlementKey {
  const [regionCode, code] = text.split(':');
  return { regionCode, code };
}

const readKeys = (text: string): SettlementKey[] => {
  const keys = readSelected(text);
  return keys === 'matching' ? [] : [...keys];
};

/** In place of the settlements: the map left them in this window, for an address has no room for so many. */
const passedOn = 'passed-on';

function takePassedOn(): SettlementKey[] {
  try {
    return readKeys(sessionStorage.getItem('baylanys.selection') ?? '');
  } catch {
    return [];
  }
}

/** What an address's query asks for; whatever it says wrongly is as if it were not said. */
export function readView(query: string): PlanningView {
  const asked = new URLSearchParams(query);
  const said = (name: string) => asked.get(name) ?? '';
  const quarter = said('quarter');
  return {
    page: oneOf(pages, asked.get('page')),
    settlements: said('settlements') === passedOn ? takePassedOn() : readKeys(said('settlements')),
    scenario: idPattern.test(said('scenario')) ? said('scenario') : '',
    tab: oneOf(tabs, asked.get('tab')),
    question: idPattern.test(said('question')) ? said('question') : '',
    compared: said('compare')
      .split(',')
      .filter((id) => idPattern.test(id))
      .slice(0, mostCompared),
    place: readKeys(said('place'))[0] ?? null,
    selected: said('selected') === 'all' ? 'matching' : readKeys(said('selected')).map(textOfKey),
    show: oneOf(shownRows, asked.get('show')),
    search: said('search'),
    region: said('region'),
    operator: said('operator'),
    technology: said('technology'),
    quarter: quarterPattern.test(quarter) ? quarter : '',
  };
}

function writeSelected(selected: PlanningView['selected']): string {
  if (selected === 'matching') return 'all';
  return selected.length > selectionInAddress ? '' : writeKeys(selected.map(keyOfText));
}

/** The query of the address that says this; what is as usual is left out. */
export function writeView(view: PlanningView): string {
  const { page, settlements, scenario, tab, question, compared, place, selected, show, ...filters } = view;
  const said: Record<string, string> = {
    page: page === pages[0] ? '' : page,
    settlements: settlements.length <= selectionInAddress ? writeKeys(settlements) : passedOn,
    scenario,
    tab: tab === tabs[0] ? '' : tab,
    compare: compared.join(),
    show: show === shownRows[0] ? '' : show,
    ...filters,
    place: place === null ? '' : textOfKey(place),
    question,
    selected: writeSelected(selected),
  };
  // Colons, commas and semicolons are legal in a query and stay readable.
  const parts = Object.entries(said)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%(3A|2C|3B)/g, decodeURIComponent)}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

export const view = signal<PlanningView>(readView(''));

export const goTo = (changes: Partial<PlanningView>): void => void (view.value = { ...view.value, ...changes });

/** The address of a link to another part of the page, which begins there anew. */
export const linkTo = (changes: Partial<PlanningView>): string => path + writeView({ ...readView(''), ...changes });

/** What going back should return to: another scenario, part or settlement, but not each letter or tick. */
const stepOf = (now: PlanningView) => JSON.stringify({ ...now, search: '', selected: [], compared: [] });

/** Keeps page and address the same. Returns the way to stop. */
export function followAddress(): () => void {
  view.value = readView(location.search);
  let step = stepOf(view.value);
  const stop = effect(() => {
    const address = path + writeView(view.value);
    if (address === location.pathname + location.search) return;
    const next = stepOf(view.value);
    if (next === step) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    step = next;
  });
  function goBack(): void {
    view.value = readView(location.search);
    step = stepOf(view.value);
  }
  addEventListener('popstate', goBack);
  return () => {
    stop();
    removeEventListener('popstate', goBack);
  };
}
