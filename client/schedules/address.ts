// The address is the state of these pages: a link shows another person the same thing.
import { effect, signal } from '@preact/signals';

export const views = ['list', 'timeline'] as const;

export interface SchedulePlace {
  /** Whose schedule is open; empty is the overview. */
  operator: string;
  view: (typeof views)[number];
  search: string;
  /** Assignments that are selected, as `region:code:number`. */
  selected: readonly string[];
  /** The baselines that are compared. */
  compared: { from: number; to: number } | null;
}

/** A longer selection than this is left out of the address, which servers and messengers would cut. */
const selectionInAddress = 300;

const idPattern = /^[^:,]+:[^:,]+:\d+$/;

/** What an address's query asks for; whatever it says wrongly is as if it were not said. */
export function readPlace(query: string): SchedulePlace {
  const asked = new URLSearchParams(query);
  const [from, to] = (asked.get('compare') ?? '').split('-').map(Number);
  return {
    operator: asked.get('operator') ?? '',
    view: asked.get('view') === 'timeline' ? 'timeline' : 'list',
    search: asked.get('search') ?? '',
    selected: (asked.get('selected') ?? '').split(',').filter((id) => idPattern.test(id)),
    compared: from > 0 && to > 0 ? { from, to } : null,
  };
}

/** The query of the address that says this; what is as usual is left out. */
export function writePlace({ operator, view, search, selected, compared }: SchedulePlace): string {
  const said = {
    operator,
    view: view === 'list' ? '' : view,
    search,
    selected: selected.length > selectionInAddress ? '' : selected.join(','),
    compare: compared === null ? '' : `${compared.from}-${compared.to}`,
  };
  const parts = Object.entries(said)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%(3A|2C)/g, decodeURIComponent)}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

export const place = signal<SchedulePlace>(readPlace(''));

export const goTo = (changes: Partial<SchedulePlace>): void => void (place.value = { ...place.value, ...changes });

/** What going back should return to: another schedule or view, but not each letter or tick. */
const stepOf = ({ operator, view, compared }: SchedulePlace) => JSON.stringify([operator, view, compared]);

/** Keeps page and address the same. Returns the way to stop. */
export function followAddress(): () => void {
  place.value = readPlace(location.search);
  let step = stepOf(place.value);
  const stop = effect(() => {
    const address = location.pathname + writePlace(place.value);
    if (address === location.pathname + location.search) return;
    const next = stepOf(place.value);
    if (next === step) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    step = next;
  });
  function goBack(): void {
    place.value = readPlace(location.search);
    step = stepOf(place.value);
  }
  addEventListener('popstate', goBack);
  return () => {
    stop();
    removeEventListener('popstate', goBack);
  };
}
