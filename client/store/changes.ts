// Changes that others make, brought into the page as they happen. They never move the map or the selection.
import { signal } from '@preact/signals';
import type { LiveEvent } from '../../server/changes/schema.ts';
import type { SettlementKey } from '../../server/places/schema.ts';
import { followChanges } from './feed.ts';
import { withRows } from './live.ts';
import { refresh } from './load.ts';
import { served } from './served.ts';
import { service } from './service.ts';
import { country, live } from './state.ts';

/** Whether changes reach us at this moment. */
export const connected = signal(true);
/** The rows that others have just changed: the map and the list pulse them once. */
export const pulsing = signal<readonly number[]>([]);
/** Grows with each change by anyone, for whoever shows the history. */
export const changeCount = signal(0);

const ownActions = new Set<string>();

/** Remembers an action of this page, which shall not pulse when it comes back. */
export const rememberOwn = (actionId: string): void => void ownActions.add(actionId);

/** How long a pulse takes, milliseconds. */
const pulseDuration = 1600;
const retryAfter = 2000;
const waiting: LiveEvent[] = [];
let fetching: Promise<void> | null = null;
let pulseEnd: ReturnType<typeof setTimeout> | undefined;

/** Fetches these settlements as they are now. */
export async function refreshRows(keys: readonly SettlementKey[]): Promise<void> {
  // Of a large country the page knows those that it has met; the rest is on the map.
  const large = served.peek();
  const known = large === null ? keys : keys.filter((key) => country.peek()?.indexOf(key) !== undefined);
  large?.changed();
  const rows = known.length === 0 ? [] : await service.rows(known);
  const current = live.value;
  if (current !== null && country.value !== null) live.value = withRows(current, country.value, rows);
}

function pulse(events: readonly LiveEvent[]): void {
  const keys = events.flatMap(({ actionId, settlements }) => (ownActions.has(actionId) ? [] : (settlements ?? [])));
  const rows = keys.map((key) => country.value?.indexOf(key)).filter((row) => row !== undefined);
  if (rows.length === 0) return;
  pulsing.value = rows;
  clearTimeout(pulseEnd);
  pulseEnd = setTimeout(() => (pulsing.value = []), pulseDuration);
}

/** Brings in all that waits; what comes meanwhile waits for the next round. */
async function takeIn(): Promise<void> {
  while (waiting.length > 0) {
    const events = [...waiting];
    const keys = events.flatMap(({ settlements }) => settlements ?? []);
    if (events.some(({ settlements }) => settlements === null)) await refresh();
    else if (keys.length > 0) await refreshRows(keys);
    waiting.splice(0, events.length);
    changeCount.value += 1;
    pulse(events);
  }
}

function startTakingIn(): void {
  fetching ??= takeIn()
    .catch(() => void setTimeout(startTakingIn, retryAfter))
    .finally(() => (fetching = null));
}

/** Follows the changes from a cursor on. Returns the way to stop. */
export function follow(cursor: string): () => void {
  return followChanges(cursor, {
    change(event) {
      waiting.push(event);
      startTakingIn();
    },
    connection(open) {
      connected.value = open;
    },
    resync: refresh,
  });
}
