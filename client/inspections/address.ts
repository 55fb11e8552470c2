// The address is the state of the page: a link shows another person the same routes.

/** What is asked for, each as the service takes it; empty is as usual. */
export interface RoutesView {
  /** By semicolons: region:code of a settlement, or latitude/longitude. */
  teams: string;
  days: string;
  hours: string;
  speed: string;
  minutes: string;
  factor: string;
  region: string;
  statuses: string;
  populationFrom: string;
  populationTo: string;
}

/** What the service takes where nothing is said; held against its schema by a test. */
export const usual = {
  days: '1',
  hours: '8',
  speed: '50',
  minutes: '40',
  factor: '1.3',
  populationFrom: '0',
  populationTo: '10000',
} as const;

const nothing: RoutesView = {
  teams: '',
  days: '',
  hours: '',
  speed: '',
  minutes: '',
  factor: '',
  region: '',
  statuses: '',
  populationFrom: '',
  populationTo: '',
};
const names = Object.keys(nothing) as (keyof RoutesView)[];
const isNumber = /^\d{1,9}(\.\d+)?$/;

/** What an address's query asks for; whatever it says wrongly is as if it were not said. */
export function readView(query: string): RoutesView {
  const asked = new URLSearchParams(query);
  const read = names.map((name) => {
    const value = asked.get(name) ?? '';
    return [name, name in usual && !isNumber.test(value) ? '' : value];
  });
  return Object.fromEntries(read) as RoutesView;
}

/** The query that says this; what is as usual is left out. */
export function writeView(view: RoutesView, more: Record<string, string> = {}): string {
  const usually = usual as Partial<Record<string, string>>;
  const said = names.flatMap((name) => (view[name] === '' || view[name] === usually[name] ? [] : [[name, view[name]]]));
  const query = new URLSearchParams([...said, ...Object.entries(more)]);
  return query.size === 0 ? '' : `?${String(query).replaceAll(/%(3A|2C|2F|3B)/g, decodeURIComponent)}`;
}

export const teamsOf = (view: RoutesView): string[] => view.teams.split(';').filter((team) => team !== '');
