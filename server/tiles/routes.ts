import type { Request, Response } from 'express';
import { z } from 'zod';
import { companyOf } from '../accounts/access.ts';
import { SettlementFilter } from '../country/schema.ts';
import type { TableReader } from '../country/table/reader.ts';
import type { SettlementTable } from '../country/table/table.ts';
import { endpoint } from '../http/endpoint.ts';
import { notFound, Problem } from '../http/problem.ts';
import { styleOf, tileJsonOf } from './description.ts';
import { encodeTile } from './encode.ts';
import { KeptTiles } from './kept-tiles.ts';
import { deepestZoom, TileDescription, TilePlace } from './schema.ts';

/** Memory for tiles that were made, in bytes. */
const keptBytes = 64 * 1024 * 1024;

const mediaType = 'application/vnd.mapbox-vector-tile';

export function tileRoutes(reader: TableReader) {
  const kept = new KeptTiles(keptBytes);

  return {
    description: endpoint({
      summary: 'TileJSON of the vector tiles, for programs of maps',
      reply: TileDescription,
      async handle({ request }) {
        return tileJsonOf(addressOf(request), extentOf(await reader.table()));
      },
    }),

    style: endpoint({
      summary: 'A MapLibre style of the vector tiles',
      reply: z.object({ version: z.literal(8) }).loose(),
      handle: ({ request }) => Promise.resolve(styleOf(addressOf(request))),
    }),

    tile: endpoint({
      summary: 'Settlements that match a filter as a vector tile; below zoom 8, groups of them',
      path: TilePlace,
      query: SettlementFilter,
      gives: mediaType,
      async handle({ path, query, viewer, request, response }) {
        check(path);
        const table = await reader.table();
        const company = companyOf(viewer);
        const { z, x, y } = path;
        const key = JSON.stringify([z, x, y, company, query]);
        const revision = table.revisions.of(z, x, y);
        const tile =
          kept.find(key, table, revision) ?? kept.keep(key, table, revision, encodeTile(table, path, query, company));
        response.set({ ETag: tile.etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding' });
        if (request.get('If-None-Match') === tile.etag) response.status(304).end();
        else if (tile.body.length === 0) response.status(204).end();
        else send(response, tile, request.acceptsEncodings('gzip') === 'gzip');
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

function send(response: Response, { body, gzip }: { body: Buffer; gzip: Buffer }, takesGzip: boolean): void {
  response.type(mediaType);
  if (takesGzip) response.set('Content-Encoding', 'gzip');
  response.end(takesGzip ? gzip : body);
}

function check({ z, x, y }: TilePlace): void {
  if (z > deepestZoom) throw notFound(`tile of zoom ${z}: the deepest is ${deepestZoom}`);
  const side = 2 ** z;
  if (x < side && y < side) return;
  const detail = `x and y of a tile of zoom ${z} are from 0 to ${side - 1}: ${x}/${y} is outside the world.`;
  throw new Problem(400, 'No such tile', detail);
}
