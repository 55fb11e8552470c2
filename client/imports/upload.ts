import type { Refusal, Upload, UploadOptions } from '../../server/imports/schema.ts';
import { Problem, problemIn } from '../store/problem.ts';
import { inSession } from '../store/request.ts';

/** The most that the service takes. Bytes. */
export const largestFile = 1024 ** 3;

/** A file that cannot be loaded as a whole. */
export class Refused extends Problem {
  constructor(
    { status, message, detail, requestId }: Problem,
    readonly refusal: Refusal,
  ) {
    super(status, message, detail, requestId);
  }
}

function problemOf(answer: XMLHttpRequest): Problem {
  const problem = problemIn(answer.status, answer.responseText, answer.getResponseHeader('x-request-id'), false);
  // Of a file the service tells more than a code.
  const refusal: unknown = problem.refusalCode;
  return refusal !== null && typeof refusal === 'object' ? new Refused(problem, refusal as Refusal) : problem;
}

/**
 * Sends a file to be held and checked; `told` hears the share that has been sent, from 0 to 1.
 * Unlike fetch, XMLHttpRequest tells how far it is. Stopped by `signal`, it ends with an AbortError.
 * @throws {Problem}
 */
export const upload = (
  file: File,
  options: UploadOptions,
  told: (share: number) => void,
  signal: AbortSignal,
): Promise<Upload> => inSession(() => uploadOnce(file, options, told, signal), signal);

function uploadOnce(
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
      const found = sending.status === 200 ? uploadIn(sending) : problemOf(sending);
      if (found instanceof Problem) fail(found);
      else done(found);
    });
    sending.addEventListener('error', () =>
      fail(new Problem(0, 'No connection', '', null, { missing: 'unreachable' })),
    );
    sending.addEventListener('abort', () => fail(new DOMException('stopped', 'AbortError')));
    signal.addEventListener('abort', () => sending.abort());
    sending.send(file);
  });
}

function uploadIn({ responseText }: XMLHttpRequest): Upload | Problem {
  try {
    return JSON.parse(responseText) as Upload;
  } catch {
    return new Problem(0, 'Not JSON', '', null, { missing: 'unreadable' });
  }
}
