import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Tile } from './kept-tiles.ts';

export const mediaType = 'application/vnd.mapbox-vector-tile';

/** Sends a tile to whoever has another one, compressed to whoever takes that. */
export function sendTile(request: IncomingMessage, response: ServerResponse, tile: Tile): void {
  const { headers } = request;
  response.setHeader('ETag', tile.etag);
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (headers['if-none-match'] === tile.etag) response.statusCode = 304;
  else if (tile.body.length === 0) response.statusCode = 204;
  else {
    const compressed = takesGzip(headers['accept-encoding']);
    const bytes = compressed ? tile.gzip : tile.body;
    response.setHeader('Content-Type', mediaType);
    if (compressed) response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('Content-Length', bytes.length);
    response.end(bytes);
    return;
  }
  response.end();
}

/** Whether gzip is among the encodings, and not refused by a weight of 0. */
const takesGzip = (encodings: string | string[] | undefined): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(encodings));
