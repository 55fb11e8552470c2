import type { IncomingMessage, ServerResponse } from 'node:http';
import { crc32 } from 'node:zlib';

export const mediaType = 'application/vnd.mapbox-vector-tile';

/** A tile as it is sent. */
export interface Tile {
  /** Of what is in the tile: the same wherever and whenever that is. */
  readonly etag: string;
  /** Empty where nothing is. */
  readonly bytes: Buffer;
  readonly isCompressed: boolean;
}

/** Nobody gains by another tile with the same sum, and chance makes one in four billion: not worth a longer one. */
export const etagOf = (body: Buffer): string => `W/"${crc32(body).toString(36)}-${body.length.toString(36)}"`;

/** What every reply says beside what is its own. */
const common = Object.entries({
  'Cache-Control': 'private, no-cache',
  Vary: 'Accept-Encoding',
  'X-Content-Type-Options': 'nosniff',
}).flat();
const plain = [...common, 'Content-Type', mediaType];
const compressed = [...plain, 'Content-Encoding', 'gzip'];

/** Sends a tile to whoever has another one. */
export function sendTile(request: IncomingMessage, response: ServerResponse, tile: Tile): void {
  const { etag, bytes, isCompressed } = tile;
  // All headers at once, which takes less than one after the other.
  const say = (status: number, ...more: string[]) => response.writeHead(status, [...more, 'ETag', etag]);
  if (request.headers['if-none-match'] === etag) say(304, ...common).end();
  else if (bytes.length === 0) say(204, ...common).end();
  else say(200, ...(isCompressed ? compressed : plain), 'Content-Length', String(bytes.length)).end(bytes);
}

/** Whether gzip is among the encodings that somebody takes, and not refused by a weight of 0. */
export const takesGzip = ({ headers }: IncomingMessage): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(headers['accept-encoding']));
