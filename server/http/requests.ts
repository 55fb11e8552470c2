import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { forbidden } from './problem.ts';

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- the way that Express's types are extended
  namespace Express {
    interface Request {
      id: string;
      log: Logger;
    }
  }
}

/** Gives each request an id, tells it to the client, and logs the request when it ends. */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    request.id = randomUUID();
    request.log = log.child({ request: request.id });
    response.set('X-Request-Id', request.id);
    response.on('close', () => {
      const milliseconds = Math.round(performance.now() - begun);
      // The route rather than the address, which may hold the token of a share link.
      const path = (request.route as { path: string } | undefined)?.path ?? request.path;
      request.log.info(
        { method: request.method, path, status: response.statusCode, milliseconds },
        response.writableFinished ? 'request' : 'request cut off',
      );
    });
    next();
  };
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses writes that another site's page makes in a signed-in person's name. */
export const sameOriginOnly: RequestHandler = (request, _response, next) => {
  if (!safeMethods.has(request.method)) {
    const site = request.get('Sec-Fetch-Site');
    const origin = request.get('Origin');
    const foreign =
      site === undefined
        ? origin !== undefined && !sameHost(origin, request.get('Host'))
        : site !== 'same-origin' && site !== 'none';
    if (foreign) throw forbidden('pages of this installation itself');
  }
  next();
};

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
