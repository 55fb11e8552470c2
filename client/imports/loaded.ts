import { signal } from '@preact/signals';
import type { LoadedImport } from '../../server/imports/schema.ts';
import { request } from '../store/request.ts';

type Loaded = { state: 'loading' } | { state: 'ready'; rows: LoadedImport[] } | { state: 'failed'; problem: unknown };

/** The files that were loaded into the country, newest first. */
export const loaded = signal<Loaded>({ state: 'loading' });

/** Asks for them anew; those that are shown stay until the answer is there. */
export async function readLoaded(): Promise<void> {
  try {
    const { rows } = await request<{ rows: LoadedImport[] }>('GET', '/api/imports');
    loaded.value = { state: 'ready', rows };
  } catch (problem) {
    loaded.value = { state: 'failed', problem };
  }
}
