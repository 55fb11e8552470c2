import { batch, signal } from '@preact/signals';
import { decodeCountry } from './country.ts';
import { decodeLive } from './live.ts';
import type { Problem } from './request.ts';
import { service } from './service.ts';
import { boundaries, country, live, operators, programme } from './state.ts';

/** How the loading of the country stands; `partial` has all but the boundaries. */
export type Loading =
  | { state: 'loading' }
  | { state: 'ready' }
  | { state: 'partial'; problem: Problem }
  | { state: 'failed'; problem: Problem };
export const loading = signal<Loading>({ state: 'loading' });

/** Fetches the country anew where its columns changed, and its living part. Returns the cursor of the living part. */
export async function refresh(): Promise<string> {
  let [columns, reply] = await Promise.all([service.columns(), service.live()]);
  // An import may come between the two.
  while (columns.hash !== reply.columns) [columns, reply] = await Promise.all([service.columns(), service.live()]);
  const next = columns.hash === country.value?.hash ? country.value : decodeCountry(columns);
  batch(() => {
    country.value = next;
    live.value = decodeLive(reply, next);
  });
  return reply.cursor;
}

/** Loads all that the page shows; boundaries last, for the page is of use without them. Null where it failed. */
export async function load(): Promise<string | null> {
  loading.value = { state: 'loading' };
  try {
    const [cursor, allOperators, inForce] = await Promise.all([refresh(), service.operators(), service.programme()]);
    batch(() => {
      operators.value = allOperators;
      programme.value = inForce;
      loading.value = { state: 'ready' };
    });
    void loadBoundaries();
    return cursor;
  } catch (problem) {
    loading.value = { state: 'failed', problem: problem as Problem };
    return null;
  }
}

export async function loadBoundaries(): Promise<void> {
  try {
    boundaries.value = await service.boundaries();
    loading.value = { state: 'ready' };
  } catch (problem) {
    loading.value = { state: 'partial', problem: problem as Problem };
  }
}
