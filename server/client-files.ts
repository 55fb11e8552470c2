import type { Request, RequestHandler, Response } from 'express';
import type { Role } from './accounts/schema.ts';

/** A file of the client, ready to send. */
export interface ClientFile {
  body: Uint8Array;
  brotli: Uint8Array;
  gzip: Uint8Array;
  type: string;
  etag: string;
  /** Its name has its hash in it, so that it may be kept for good. */
  immutable: boolean;
}

/** By path, such as `/assets/main-4F2K.js`; the page itself is `/`, and `/ for planner` with what planners see first. */
export type ClientFiles = ReadonlyMap<string, ClientFile>;

function send(file: ClientFile, request: Request, response: Response): void {
  response.set({
    'Content-Type': file.type,
    ETag: file.etag,
    Vary: 'Accept-Encoding',
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.get('If-None-Match') === file.etag) {
    response.status(304).end();
    return;
  }
  const encoding = request.acceptsEncodings('br', 'gzip');
  if (encoding) response.set('Content-Encoding', encoding);
  response.end(encoding === 'br' ? file.brotli : encoding === 'gzip' ? file.gzip : file.body);
}

const reads = ({ method }: Request) => method === 'GET' || method === 'HEAD';

/**
 * Serves scripts, styles and pictures, ahead of what sets the headers of pages: a page loads some thirty of them, and
 * on a slow line those headers would weigh as much as a sixth of the code.
 */
export function serveAssets(files: ClientFiles): RequestHandler {
  return (request, response, next) => {
    const file = files.get(request.path);
    if (file?.immutable !== true || !reads(request)) {
      next();
      return;
    }
    response.set({ 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin' });
    send(file, request, response);
  };
}

/** Where people of a role begin. */
const beginnings: Readonly<Record<Role, { page: string; paths: readonly string[] }>> = {
  planner: { page: '/ for planner', paths: ['/', '/map'] },
  administrator: { page: '/ for planner', paths: ['/', '/map'] },
  operator: { page: '/ for operator', paths: ['/'] },
  deputy: { page: '/ for deputy', paths: ['/', '/coverage'] },
};

/** Where somebody begins, and the page depends on whom. */
export const beginningPaths = [...new Set(Object.values(beginnings).flatMap(({ paths }) => paths))];

/**
 * Serves the page; every address that is not a file is a state of it. To whom is signed in and begins, it names what will
 * be needed: on a slow line each way there and back is felt.
 */
export function servePage(files: ClientFiles): RequestHandler {
  return (request, response, next) => {
    const isPage = !request.path.startsWith('/assets/') && request.accepts('html') !== false;
    const role = request.session?.viewer?.role;
    const begun = role && beginnings[role].paths.includes(request.path) ? files.get(beginnings[role].page) : undefined;
    const file = begun ?? files.get(request.path) ?? (isPage ? files.get('/') : undefined);
    if (file === undefined || !reads(request)) next();
    else send(file, request, response);
  };
}
