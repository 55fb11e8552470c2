import type { Refusal, Upload, UploadOptions } from '../../server/imports/schema.ts';
import { Problem, sessionEnded } from '../store/request.ts';

/** The most that the service takes. Bytes. */
export const largestFile = 1024 ** 3;

/** A file that cannot be loaded as a whole. */
export class Refused extends Problem {
  constructor(
    problem: { status: number; title: string; detail: string; requestId: string | null },
    readonly refusal: Refusal,
  ) {
    super(problem.status, problem.title, problem.detail, problem.requestId);
  }
}

function problemOf(answer: XMLHttpRequest): Problem {
  const code = answer.getResponseHeader('x-request-id');
  try {
    const { title, detail, requestId = code, errors, refusal } = JSON.parse(answer.responseText);
    const problem = { status: answer.status, title, detail, requestId };
    return refusal ? new Refused(problem, refusal) : new Problem(answer.status, title, detail, requestId, errors);
  } catch {
    return new Problem(answer.status, answer.statusText, '', code);
  }
}

/**
 * Sends a file to be held and checked; `told` hears the share that has been sent, from 0 to 1.
 * Unlike fetch, XMLHttpRequest tells how far it is. Stopped by `signal`, it ends with an AbortError.
 * @throws {Problem}
 */
export function upload(
  file: File,
  options: UploadOptions,
  told: (share: number) => void,
  signal: AbortSignal,
): Promise<Upload> {
  return new Promise((done, fail) => {
    const sending = new XMLHttpRequest();
    const given = Object.entries(options).filter(([, value]) => value !== undefined);
    sending.open('POST', `/api/imports?${new URLSearchParams(given as [string, string][])}`);
    sending.setRequestHeader('content-type', 'application/octet-stream');
    sending.upload.addEventListener('progress', ({ loaded }) => told(loaded / file.size));
    sending.addEventListener('load', () => {
      if (sending.status === 200) done(JSON.parse(sending.responseText) as Upload);
      else {
        if (sending.status === 401) sessionEnded.value = true;
        fail(problemOf(sending));
      }
    });
    sending.addEventListener('error', () => fail(new Problem(0, 'No connection', '', null)));
    sending.addEventListener('abort', () => fail(new DOMException('stopped', 'AbortError')));
    signal.addEventListener('abort', () => sending.abort());
    sending.send(file);
  });
}
