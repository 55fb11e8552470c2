// The address is the state of this page: a link shows another person the same thing.
import { signal } from '@preact/signals';
import { columns, type Order } from './columns.ts';

export const tabs = ['overview', 'overdue', 'changes', 'settlements'] as const;
export type Tab = (typeof tabs)[number];

/** What is counted: people, or places. */
export const measures = ['residents', 'settlements'] as const;
export type Measure = (typeof measures)[number];

export const shownSettlements = ['flagged', 'all', 'population-missing'] as const;
export type ShownSettlements = (typeof shownSettlements)[number];

export interface CoverageView {
  /** The place: a region, and of it a district; empty is the whole country. */
  region: string;
  district: string;
  /** As known on this date; empty is today. */
  knownOn: string;
  tab: Tab;
  measure: Measure;
  order: Order;
  /** Of what is overdue: one operator's, and of one cause. */
  operator: string;
  cause: string;
  /** Which settlements are listed. */
  show: ShownSettlements;
}

/** How a part of the page leads to another view: as the address of a link, or at once. */
export interface Way {
  at: CoverageView;
  /** Null where a view leads to no other: one that was shared. */
  link: ((changes: Partial<CoverageView>) => string) | null;
  go(changes: Partial<CoverageView>): void;
}

/** Where a person begins; empty is the whole country. */
export type Home = Pick<CoverageView, 'region' | 'district'>;

export const path = '/coverage';
const wholeCountry = 'all';
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

const oneOf = <Word extends string>(words: readonly Word[], text: string | null): Word =>
  words.find((word) => word === text) ?? words[0];

function readOrder(text: string): Order {
  const by = columns.find((column) => column === text.replace(/^-/, ''));
  return by === undefined ? { by: 'share', descending: false } : { by, descending: text.startsWith('-') };
}

/** What an address's query asks for; whatever it says wrongly is as if it were not said. Without a place: home. */
export function readView(query: string, home: Home): CoverageView {
  const asked = new URLSearchParams(query);
  const place = asked.has('region')
    ? { region: asked.get('region')!, district: asked.get('district') ?? '' }
    : { ...home, ...(asked.has('district') && { district: asked.get('district')! }) };
  const knownOn = asked.get('known-on') ?? '';
  return {
    ...(place.region === wholeCountry ? { region: '', district: '' } : place),
    knownOn: datePattern.test(knownOn) ? knownOn : '',
    tab: oneOf(tabs, asked.get('tab')),
    measure: oneOf(measures, asked.get('by')),
    order: readOrder(asked.get('sort') ?? ''),
    operator: asked.get('operator') ?? '',
    cause: asked.get('cause') ?? '',
    show: oneOf(shownSettlements, asked.get('show')),
  };
}

/** The query of the address that says this; what is as usual is left out, but never the place of whoever has a home. */
export function writeView({ region, district, knownOn, tab, measure, order, ...filters }: CoverageView, home: Home) {
  const sort = `${order.descending ? '-' : ''}${order.by}`;
  const said = new URLSearchParams(
    Object.entries({
      region: region || (home.region && wholeCountry),
      district,
      'known-on': knownOn,
      tab: tab === tabs[0] ? '' : tab,
      by: measure === measures[0] ? '' : measure,
      sort: sort === 'share' ? '' : sort,
      operator: tab === 'overdue' ? filters.operator : '',
      cause: tab === 'overdue' ? filters.cause : '',
      show: tab === 'settlements' && filters.show !== shownSettlements[0] ? filters.show : '',
    }).filter(([, value]) => value !== ''),
  );
  return said.size === 0 ? '' : `?${said}`;
}

/** A view after changes; another region has other districts. */
export const changed = (view: CoverageView, changes: Partial<CoverageView>): CoverageView => ({
  ...view,
  ...(changes.region !== undefined && changes.region !== view.region ? { district: '' } : {}),
  ...changes,
});

export const view = signal<CoverageView>(readView('', { region: '', district: '' }));

/** Begins with the view of the address, which is then said in full: sent to somebody else, it shows the same place. */
export function beginAtAddress(home: Home): void {
  view.value = readView(location.search, home);
  history.replaceState(null, '', path + writeView(view.value, home));
}

/** Follows the address when a person goes back or forward. Returns the way to stop. */
export function followAddress(home: Home): () => void {
  const read = () => void (view.value = readView(location.search, home));
  addEventListener('popstate', read);
  return () => removeEventListener('popstate', read);
}

/** The way about the page of this address, for whoever has this home. */
export function wayFrom(home: Home): Way {
  const link = (changes: Partial<CoverageView>) => path + writeView(changed(view.value, changes), home);
  return {
    at: view.value,
    link,
    go(changes) {
      const address = link(changes);
      if (address === location.pathname + location.search) return;
      history.pushState(null, '', address);
      view.value = changed(view.value, changes);
    },
  };
}
