// The address is the state of the page: a link shows another person the same thing.

/** What is supposed, each as the service takes it; empty is as it is. */
export interface Supposition {
  profile: string;
  fixed: string;
  mobile: string;
  satellite: string;
  threshold: string;
  date: string;
  /** By commas. */
  operators: string;
  datasets: string;
  evidence: string;
}

/** And what of the answer is looked at. */
export interface WhatIfView extends Supposition {
  region: string;
}

export const nothingSupposed: Supposition = {
  profile: '',
  fixed: '',
  mobile: '',
  satellite: '',
  threshold: '',
  date: '',
  operators: '',
  datasets: '',
  evidence: '',
};
const names = Object.keys(nothingSupposed) as (keyof Supposition)[];

/** What was saved under an address of its own; null is none. */
export const savedIn = (path: string): string | null => /^\/what-if\/([0-9a-f-]{36})$/.exec(path)?.[1] ?? null;

const patterns: Partial<Record<keyof Supposition, RegExp>> = {
  fixed: /^\d+(\.\d+)?$/,
  mobile: /^\d+(\.\d+)?$/,
  satellite: /^\d+(\.\d+)?$/,
  threshold: /^\d{1,9}$/,
  date: /^\d{4}-\d\d-\d\d$/,
};

/** What an address's query asks for; whatever it says wrongly is as if it were not said. */
export function readView(query: string): WhatIfView {
  const asked = new URLSearchParams(query);
  const read = names.map((name) => {
    const value = asked.get(name) ?? '';
    return [name, patterns[name]?.test(value) === false ? '' : value];
  });
  return { ...(Object.fromEntries(read) as Supposition), region: asked.get('region') ?? '' };
}

/** What is supposed and nothing else, without what is as it is. */
export const supposedIn = (view: Supposition): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (view[name] === '' ? [] : [[name, view[name]]])));

/** The query that says this; commas stay readable. */
export function writeView({ region, ...supposition }: WhatIfView, more: Record<string, string> = {}): string {
  const said = new URLSearchParams({ ...supposedIn(supposition), ...(region === '' ? {} : { region }), ...more });
  return said.size === 0 ? '' : `?${String(said).replaceAll('%2C', ',')}`;
}

export const partsOf = (list: string): string[] => list.split(',').filter((part) => part !== '');

/** A list with a part put in or taken out. */
export const toggled = (list: string, part: string): string => {
  const parts = partsOf(list);
  return (parts.includes(part) ? parts.filter((one) => one !== part) : [...parts, part]).join(',');
};
