import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { companyOf } from '../accounts/access.ts';
import { SettlementFilter } from '../country/schema.ts';
import { asksNothing } from '../country/table/matching.ts';
import type { TableReader } from '../country/table/reader.ts';
import type { SettlementTable } from '../country/table/table.ts';
import { endpoint } from '../http/endpoint.ts';
import { notFound, Problem } from '../http/problem.ts';
import { Callers } from './callers.ts';
import { styleOf, tileJsonOf } from './description.ts';
import { encodeTile } from './encode.ts';
import { KeptTiles } from './kept-tiles.ts';
import { leaveTile } from './layer.ts';
import { etagOf, mediaType, sendTile, takesGzip } from './reply.ts';
import { deepestZoom, TileDescription, TilePlace } from './schema.ts';

/** Memory for tiles that were made, in bytes. */
const memory = 64 * 1024 * 1024;

const whole = /^\/api\/tiles\/(\d{1,2})\/(\d{1,5})\/(\d{1,5})\.mvt$/;

export type Tiles = ReturnType<typeof tileRoutes>;

export function tileRoutes(reader: TableReader, keptBytes = memory) {
  const kept = new KeptTiles(keptBytes);
  const callers = new Callers();

  function answer(
    request: IncomingMessage,
    response: ServerResponse,
    table: SettlementTable,
    place: TilePlace,
    filter: SettlementFilter,
    company: string | null,
  ): void {
    const { z, x, y } = place;
    const encode = () => encodeTile(table, place, filter, company);
    if (takesGzip(request)) {
      const key = `${z}/${x}/${y} ${company ?? ''} ${asksNothing(filter) ? '' : JSON.stringify(filter)}`;
      const revision = table.revisions.of(z, x, y);
      const tile = kept.find(key, table, revision) ?? kept.keep(key, table, revision, encode());
      sendTile(request, response, tile);
    } else {
      // Few ask so, and to make a tile again takes less than a tenth of compressing it: it is not kept.
      const bytes = encode();
      sendTile(request, response, { etag: etagOf(bytes), bytes, isCompressed: false });
      if (response.writableLength > 0) leaveTile();
    }
  }

  /** For programs of maps: where the tiles below `/api` or, for the bearer of a link, below another path are. */
  const describe = async (request: Request, path = '/api') =>
    tileJsonOf(addressOf(request) + path, extentOf(await reader.table()));

  const style = (request: Request, path = '/api') => styleOf(addressOf(request) + path);

  async function send(
    { request, response }: { request: Request; response: Response },
    place: TilePlace,
    filter: SettlementFilter,
    company: string | null,
  ): Promise<void> {
    const problem = problemOf(place);
    if (problem !== null) throw problem;
    answer(request, response, await reader.table(), place, filter, company);
  }

  return {
    describe,
    styled: style,
    send,

    /**
     * Answers ahead of all else who asks for a tile of everything and was found to be signed in just now, if the table
     * was looked after just now; false where it does not, and `tile` must.
     */
    answerAtOnce(request: IncomingMessage, response: ServerResponse): boolean {
      const { cookie } = request.headers;
      if (cookie === undefined) return false;
      // It may sign out.
      if (request.method !== 'GET') callers.forget(cookie);
      const match = request.method === 'GET' && whole.exec(request.url!);
      if (!match) return false;
      const company = callers.find(cookie);
      const table = reader.present;
      const place = { z: Number(match[1]), x: Number(match[2]), y: Number(match[3]) };
      if (company === undefined || table === null || problemOf(place) !== null) return false;
      answer(request, response, table, place, {}, company);
      return true;
    },

    description: endpoint({
      summary: 'TileJSON of the vector tiles, for programs of maps',
      reply: TileDescription,
      handle: ({ request }) => describe(request),
    }),

    style: endpoint({
      summary: 'A MapLibre style of the vector tiles',
      reply: z.object({ version: z.literal(8) }).loose(),
      handle: ({ request }) => Promise.resolve(style(request)),
    }),

    tile: endpoint({
      summary: 'Settlements that match a filter as a vector tile; below zoom 8, groups of them',
      path: TilePlace,
      query: SettlementFilter,
      gives: mediaType,
      async handle(call) {
        const { path, query, viewer, request } = call;
        const company = companyOf(viewer);
        await send(call, path, query, company);
        if (request.headers.cookie !== undefined) callers.know(request.headers.cookie, company);
      },
    }),
  };
}

/** Where whoever asks has found this installation. */
const addressOf = (request: Request): string => `${request.protocol}://${request.get('Host')}`;

/** West, south, east and north of all settlements; the world where there is none. */
function extentOf({ longitude, latitude, size }: SettlementTable): number[] {
  if (size === 0) return [-180, -85, 180, 85];
  const extent = [180, 90, -180, -90];
  for (let row = 0; row < size; row++) {
    extent[0] = Math.min(extent[0], longitude[row]);
    extent[1] = Math.min(extent[1], latitude[row]);
    extent[2] = Math.max(extent[2], longitude[row]);
    extent[3] = Math.max(extent[3], latitude[row]);
  }
  return extent;
}

function problemOf({ z, x, y }: TilePlace): Problem | null {
  if (z > deepestZoom) return notFound(`tile of zoom ${z}: the deepest is ${deepestZoom}`);
  const side = 2 ** z;
  if (x < side && y < side) return null;
  const detail = `x and y of a tile of zoom ${z} are from 0 to ${side - 1}: ${x}/${y} is outside the world.`;
  return new Problem(400, 'No such tile', detail);
}
