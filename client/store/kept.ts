// The last replies that whoever is signed in here was given, for when there is no line. Nobody else is given them.
import { signal } from '@preact/signals';
import { build } from '../service-worker/build.ts';
import { hearServerTime, now } from './clock.ts';
import { recall, remember } from './remembered.ts';

/** When the oldest of what is shown without a line was fetched, milliseconds; null where all is from the service. */
export const shownAsOf = signal<number | null>(null);
/** The service answers again, and what is shown is still what was kept. */
export const lineBack = signal(false);

const beginning = 'kept ';
/** Replies kept at most: the oldest go first. */
const most = 100;

/** Browsers keep replies only where the service is reached by TLS, or as localhost. */
const keeps = 'caches' in globalThis;
const account = 'baylanys.account';
const accountHere = (): string | null => (keeps ? recall(account) : null);

const nameFor = (login: string) => `${beginning}${build()} ${login}`;

async function forgetAllBut(name: string | null): Promise<void> {
  for (const other of await caches.keys()) {
    if (other.startsWith(beginning) && other !== name) await caches.delete(other);
  }
}

/** From now on keeps replies for this account, beginning with those that are there; what was kept for others goes. */
export async function keepFor(login: string, replies: Readonly<Record<string, unknown>>): Promise<void> {
  if (!keeps) return;
  remember(account, login);
  await forgetAllBut(nameFor(login));
  const cache = await caches.open(nameFor(login));
  const headers = { 'content-type': 'application/json', date: now().toUTCString() };
  for (const [path, reply] of Object.entries(replies)) {
    if (reply !== null) await cache.put(path, new Response(JSON.stringify(reply), { headers }));
  }
}

/** Nobody is signed in: nothing that was kept stays. */
export async function forget(): Promise<void> {
  if (!keeps) return;
  remember(account, null);
  await forgetAllBut(null);
}

/** Two addresses of one part of the country in different states. */
function sameButHash(one: URL, other: URL): boolean {
  const bare = ({ pathname, searchParams }: URL) => {
    const rest = new URLSearchParams(searchParams);
    rest.delete('hash');
    return `${pathname}?${rest}`;
  };
  return one.href !== other.href && one.searchParams.has('hash') && bare(one) === bare(other);
}

async function keep(cache: Cache, path: string, response: Response): Promise<void> {
  await cache.put(path, response);
  const keys = await cache.keys();
  const address = new URL(path, location.origin);
  const outdated = keys.filter(({ url }) => sameButHash(address, new URL(url)));
  for (const key of [...outdated, ...keys.slice(0, -most)]) await cache.delete(key);
}

/** A gateway answers in the service's place. */
const unanswered = (status: number) => status >= 502 && status <= 504;

/**
 * Asks the service. What never changes is taken from what was kept; all else too where the service cannot be reached:
 * `shownAsOf` then says since when. Throws as `fetch` does.
 */
export async function read(path: string, signal?: AbortSignal): Promise<Response> {
  const login = accountHere();
  const cache = login === null ? null : await caches.open(nameFor(login)).catch(() => null);
  const held = () => cache?.match(path).catch(() => undefined);
  if (path.includes('hash=')) {
    const unchanged = await held();
    if (unchanged !== undefined) return unchanged;
  }
  let response: Response | null = null;
  let failure: unknown;
  try {
    response = await fetch(path, { signal });
    hearServerTime(response.headers);
  } catch (cause) {
    failure = cause;
  }
  if (response === null || unanswered(response.status)) {
    const kept = signal?.aborted === true ? undefined : await held();
    if (kept !== undefined) {
      shownAsOf.value = Math.min(shownAsOf.peek() ?? Infinity, Date.parse(kept.headers.get('date') ?? ''));
      lineBack.value = false;
      return kept;
    }
    if (response === null) throw failure;
    return response;
  }
  if (shownAsOf.peek() !== null) lineBack.value = true;
  // Somebody else may have signed in meanwhile.
  const isOurs = response.ok && response.headers.has('x-request-id');
  if (isOurs && cache !== null && accountHere() === login) void keep(cache, path, response.clone()).catch(() => {});
  return response;
}
