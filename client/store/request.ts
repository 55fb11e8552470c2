import { signal } from '@preact/signals';
import { read } from './kept.ts';

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
    /** What the service calls its refusal, and the path to the value that it is about. */
    readonly refusalCode: string | null = null,
    readonly where: string | null = null,
  ) {
    super(title);
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

async function problemOf(response: Response): Promise<Problem> {
  const requestId = response.headers.get('x-request-id');
  try {
    const body = await response.json();
    const { title = response.statusText, detail = '', errors, present, refusal, where } = body;
    return new Problem(response.status, title, detail, body.requestId ?? requestId, errors, present, refusal, where);
  } catch {
    return new Problem(response.status, response.statusText, '', requestId);
  }
}

/** Sends JSON, or a file as it is, and gives the JSON of the reply. `signal` gives up. @throws {Problem} */
export async function request<Reply>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Reply> {
  const isJson = body !== undefined && !(body instanceof Blob);
  let response: Response;
  try {
    response =
      method === 'GET'
        ? await read(path, signal)
        : await fetch(path, {
            method,
            headers: isJson ? { 'content-type': 'application/json' } : {},
            body: isJson ? JSON.stringify(body) : (body as Blob | undefined),
            signal,
          });
  } catch (cause) {
    throw new Problem(0, String(cause), '', null);
  }
  if (response.status === 401) sessionEnded.value = true;
  if (!response.ok) throw await problemOf(response);
  return response.status === 204 ? (undefined as Reply) : ((await response.json()) as Reply);
}
