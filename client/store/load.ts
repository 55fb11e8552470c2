import { batch, signal } from '@preact/signals';
import { withOtherNames } from './country.ts';
import { decodeLive } from './live.ts';
import { fetchCountry, type Opening } from './places.ts';
import type { Problem } from './problem.ts';
import { type Boundaries, service } from './service.ts';
import { served } from './served.ts';
import { boundaries, country, live, operators, programme } from './state.ts';

/** How the loading of the country stands; `partial` has all but the boundaries. */
export type Loading =
  | { state: 'loading' }
  | { state: 'ready' }
  | { state: 'partial'; problem: Problem }
  | { state: 'failed'; problem: Problem };
export const loading = signal<Loading>({ state: 'loading' });

/** Why the names in the other languages could not be fetched; null while they come or are there. */
export const otherNamesProblem = signal<Problem | null>(null);

/** Fetches the living part of the country, and the rest of it where that changed. Returns the cursor of the living part. */
export async function refresh(first: Promise<Opening> = service.live()): Promise<string> {
  const fetched = await fetchCountry(first, country.peek());
  if (!('live' in fetched)) {
    const { openLarge } = await import('../large/open.ts');
    return openLarge(fetched);
  }
  batch(() => {
    served.value = null;
    country.value = fetched.country;
    live.value = decodeLive(fetched.live, fetched.country);
  });
  if (fetched.country.only !== null) void loadOtherNames();
  return fetched.live.cursor;
}

/** Loads all that the page shows; boundaries last, for the page is of use without them. Null where it failed. */
export async function load(): Promise<string | null> {
  loading.value = { state: 'loading' };
  try {
    const first = service.live();
    const overview = first.then((reply) => service.boundaries(false, reply.boundaries));
    // Whether they came is asked below.
    overview.catch(() => {});
    const [cursor, allOperators, inForce] = await Promise.all([
      refresh(first),
      service.operators(),
      service.programme(),
    ]);
    batch(() => {
      operators.value = allOperators;
      programme.value = inForce;
      loading.value = { state: 'ready' };
    });
    void loadBoundaries(overview);
    return cursor;
  } catch (problem) {
    loading.value = { state: 'failed', problem: problem as Problem };
    return null;
  }
}

let ahead: Promise<string | null> | null = null;

/** Begins to load while the code of the page comes, if that has not begun. */
export function loadAhead(): void {
  ahead ??= load();
}

/** What was loaded ahead, once; else, and where that failed, loads now. */
export async function takeLoaded(): Promise<string | null> {
  const coming = ahead;
  ahead = null;
  return (await coming) ?? load();
}

/** Regions at once, as an overview; then all boundaries in detail. */
export async function loadBoundaries(overview?: Promise<Boundaries>): Promise<void> {
  const state = live.peek()!.boundaries;
  try {
    boundaries.value = await (overview ?? service.boundaries(false, state));
    loading.value = { state: 'ready' };
    boundaries.value = await service.boundaries(true, state);
  } catch (problem) {
    loading.value = { state: 'partial', problem: problem as Problem };
  }
}

/** The names in the languages that are not shown, by which places are found too. */
export async function loadOtherNames(): Promise<void> {
  otherNamesProblem.value = null;
  const { only, namesHash } = country.peek()!;
  if (only === null) return;
  try {
    const others = await service.otherNames(only, namesHash);
    const present = country.peek()!;
    const fits = others.hash === present.namesHash && others.language === present.only;
    if (fits) country.value = withOtherNames(present, others);
  } catch (problem) {
    otherNamesProblem.value = problem as Problem;
  }
}
