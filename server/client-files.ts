import type { Request, RequestHandler, Response } from 'express';

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

/** By path, such as `/assets/main-4F2K.js`; the page itself is `/`. */
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

/** Serves the page; every address that is not a file is a state of it. */
export function servePage(files: ClientFiles): RequestHandler {
  return (request, response, next) => {
    const isPage = !request.path.startsWith('/assets/') && request.accepts('html') !== false;
    const file = files.get(request.path) ?? (isPage ? files.get('/') : undefined);
    if (file === undefined || !reads(request)) next();
    else send(file, request, response);
  };
}
