import { effect, signal } from '@preact/signals';
import { hearServerTime } from './clock.ts';
import { read } from './kept.ts';
import { Problem, problemIn } from './problem.ts';

/** The service no longer knows who asks: sign in again. What was asked meanwhile waits for that. */
export const sessionEnded = signal(false);

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Milliseconds for which an answer is waited for: reading, and changing something, which may be a whole country. */
const patience = { reading: 60_000, changing: 300_000 };

/** Ends when `own` does, or when it has taken too long. */
function untilTooLate(milliseconds: number, own?: AbortSignal): { signal: AbortSignal; done(): void } {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(new DOMException('Too late', 'TimeoutError')), milliseconds);
  const give = () => abort.abort(own!.reason);
  own?.addEventListener('abort', give);
  if (own?.aborted === true) give();
  return {
    signal: abort.signal,
    done() {
      clearTimeout(timer);
      own?.removeEventListener('abort', give);
    },
  };
}

/** What came of a request that brought no whole reply. Whoever gave up themselves need be told nothing of it. */
function missingReply(cause: unknown, changes: boolean, requestId: string | null): Problem {
  const missing = (cause as Error).name === 'TimeoutError' ? 'slow' : requestId === null ? 'unreachable' : 'unreadable';
  return new Problem(0, String(cause), '', requestId, { missing, unsure: changes });
}

/**
 * Sends JSON, or a file as it is, and gives the JSON of the reply, once. `signal` gives up. Without a session it fails
 * at once. @throws {Problem}
 */
export async function requestOnce<Reply>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Reply> {
  const isJson = body !== undefined && !(body instanceof Blob);
  const changes = method !== 'GET';
  let requestId: string | null = null;
  let response: Response;
  let text: string;
  const until = untilTooLate(changes ? patience.changing : patience.reading, signal);
  try {
    response = changes
      ? await fetch(path, {
          method,
          headers: isJson ? { 'content-type': 'application/json' } : {},
          body: isJson ? JSON.stringify(body) : (body as Blob | undefined),
          signal: until.signal,
        })
      : await read(path, until.signal);
    requestId = response.headers.get('x-request-id');
    if (changes) hearServerTime(response.headers);
    text = await response.text();
  } catch (cause) {
    throw missingReply(cause, changes, requestId);
  } finally {
    until.done();
  }
  if (!response.ok) throw problemIn(response.status, text, requestId, changes);
  if (response.status === 204) return undefined as Reply;
  try {
    return JSON.parse(text) as Reply;
  } catch {
    // A proxy's own page, or the sign-in page of a hotel's network.
    const missing = requestId === null ? 'between' : 'unreadable';
    throw new Problem(0, 'Not JSON', '', requestId, { missing, unsure: changes });
  }
}

/** Until the person has signed in again. @throws what `signal` is aborted with */
function signedInAgain(signal?: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    signal?.addEventListener('abort', () => fail(signal.reason as Error));
    const stop = effect(() => {
      if (!sessionEnded.value) queueMicrotask(() => (stop(), done()));
    });
  });
}

/**
 * Does what needs a session; where that has ended, waits until the person has signed in again, and does it then: without
 * a session the service did nothing.
 */
export async function inSession<Value>(work: () => Promise<Value>, signal?: AbortSignal): Promise<Value> {
  if (sessionEnded.peek()) await signedInAgain(signal);
  try {
    return await work();
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 401) throw problem;
    sessionEnded.value = true;
    await signedInAgain(signal);
    return work();
  }
}

/** As `requestOnce`; without a session what was asked waits for one. @throws {Problem} */
export const request = <Reply>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<Reply> =>
  inSession(() => requestOnce<Reply>(method, path, body, signal), signal);
