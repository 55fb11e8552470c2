import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Tile } from './kept-tiles.ts';

export const mediaType = 'application/vnd.mapbox-vector-tile';

/** What every reply says beside what is its own. */
const common = Object.entries({
  'Cache-Control': 'private, no-cache',
  Vary: 'Accept-Encoding',
  'X-Content-Type-Options': 'nosniff',
}).flat();
const plain = [...common, 'Content-Type', mediaType];
const compressed = [...plain, 'Content-Encoding', 'gzip'];

/** Sends a tile to whoever has another one, compressed to whoever takes that. */
export function sendTile(request: IncomingMessage, response: ServerResponse, tile: Tile): void {
  const { headers } = request;
  // All headers at once, which takes less than one after the other.
  const say = (status: number, ...more: string[]) => response.writeHead(status, [...more, 'ETag', tile.etag]);
  if (headers['if-none-match'] === tile.etag) say(304, ...common).end();
  else if (tile.body.length === 0) say(204, ...common).end();
  else {
    const isCompressed = takesGzip(headers['accept-encoding']);
    const bytes = isCompressed ? tile.gzip : tile.body;
    say(200, ...(isCompressed ? compressed : plain), 'Content-Length', String(bytes.length)).end(bytes);
  }
}

/** Whether gzip is among the encodings, and not refused by a weight of 0. */
const takesGzip = (encodings: string | string[] | undefined): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(encodings));
