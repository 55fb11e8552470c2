import { signal } from '@preact/signals';

/** The service no longer knows who asks: sign in again. */
export const sessionEnded = signal(false);

/** A reply that was not what was asked for, as problem+json tells it, or no reply at all (status 0). */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    title: string,
    readonly detail: string,
    /** What to quote to whoever runs the service. */
    readonly requestId: string | null,
    readonly errors: readonly { path: string; message: string }[] = [],
    /** After 409: the row as it is now. */
    readonly present: unknown = null,
  ) {
    super(title);
  }
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

async function problemOf(response: Response): Promise<Problem> {
  const requestId = response.headers.get('x-request-id');
  try {
    const body = await response.json();
    const { title = response.statusText, detail = '', errors, present } = body;
    return new Problem(response.status, title, detail, body.requestId ?? requestId, errors, present);
  } catch {
    return new Problem(response.status, response.statusText, '', requestId);
  }
}

/** Asks the service for JSON. @throws {Problem} */
export async function request<Reply>(method: Method, path: string, body?: unknown): Promise<Reply> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (cause) {
    throw new Problem(0, String(cause), '', null);
  }
  if (response.status === 401) sessionEnded.value = true;
  if (!response.ok) throw await problemOf(response);
  return response.status === 204 ? (undefined as Reply) : ((await response.json()) as Reply);
}
