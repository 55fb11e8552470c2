import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { z } from 'zod';
import { quarterOf } from '../calendar/quarters.ts';
import { topologyOf } from '../places/boundaries.ts';
import { SettlementFilter } from '../country/schema.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { notFound } from '../http/problem.ts';
import { allOperators } from '../operators/queries.ts';
import { boundariesOf } from '../places/queries.ts';
import { BoundariesQuery } from '../places/schema.ts';
import { coverageOf } from '../reports/coverage.ts';
import { within } from '../reports/known.ts';
import { curveOf } from '../reports/plan.ts';
import type { KnownReader } from '../reports/reader.ts';
import { Coverage, Curve } from '../reports/schema.ts';
import { settlementsOf } from '../reports/settlements.ts';
import { mediaType } from '../tiles/reply.ts';
import type { Tiles } from '../tiles/routes.ts';
import { TileDescription, TilePlace } from '../tiles/schema.ts';
import type { ShareLinks } from './links.ts';
import {
  OwnShareLink,
  Share,
  SharedOverdue,
  SharedPage,
  SharedPlanQuery,
  SharedSettlement,
  SharedView,
} from './schema.ts';
import { sharedOverdue } from './view.ts';

const byToken = z.object({ token: z.string().max(200) });

export function sharingRoutes(database: Database, reader: KnownReader, links: ShareLinks, tiles: Tiles) {
  /** What the bearer of a link may see, as of the date that it holds. */
  const openKnown = async (token: string) => {
    const link = await links.open(token);
    return { link, known: await reader.read(link.frozenOn ?? undefined) };
  };

  /** For programs of maps, which have no session; their pages may be of any site, since a link is all that it takes. */
  const openMap = async (token: string, response: Response) => {
    const link = await links.open(token);
    if (link.frozenOn !== null) throw notFound('map of a link that is frozen at a date: tiles are live');
    response.set('Access-Control-Allow-Origin', '*');
    return `/api/shared/${token}`;
  };

  return {
    share: endpoint({
      summary: 'Share a view by a link that only reads, until a day, live or frozen at a date',
      body: Share,
      reply: OwnShareLink,
      handle: ({ viewer, body }) => links.share(viewer, body),
    }),

    list: endpoint({
      summary: 'The links that one has shared',
      reply: z.object({ rows: z.array(OwnShareLink) }),
      handle: async ({ viewer }) => ({ rows: await links.ofPerson(viewer) }),
    }),

    revoke: endpoint({
      summary: 'Close a link at once',
      path: z.object({ id: z.uuid() }),
      handle: ({ viewer, path }) => links.revoke(viewer, path.id),
    }),

    view: endpoint({
      summary: 'What a link shows, and as of when',
      path: byToken,
      reply: SharedView,
      async handle({ path }): Promise<SharedView> {
        const { link, known } = await openKnown(path.token);
        const { address, frozenOn, expiresOn } = link;
        const { asOf, programme, regions, districts } = known;
        return {
          address,
          frozenOn,
          expiresOn,
          asOf,
          state: createHash('sha256')
            .update(await reader.version(frozenOn ?? undefined))
            .digest('base64url'),
          currentQuarter: quarterOf(asOf),
          programme,
          regions: regions.map(({ code, names }) => ({ code, names })),
          districts: districts.map(({ regionCode, code, names }) => ({ regionCode, code, names })),
          operators: (await allOperators(database)).map(({ code, names }) => ({ code, names })),
        };
      },
    }),

    coverage: endpoint({
      summary: 'By a link: how far a part of the country is served',
      path: byToken,
      query: SharedPlanQuery,
      reply: Coverage,
      async handle({ path, query }) {
        const { known } = await openKnown(path.token);
        return coverageOf(within(known, query), query.region);
      },
    }),

    curve: endpoint({
      summary: 'By a link: planned, forecast and actual, quarter by quarter',
      path: byToken,
      query: SharedPlanQuery,
      reply: Curve,
      handle: async ({ path, query }) => curveOf(within((await openKnown(path.token)).known, query)),
    }),

    overdue: endpoint({
      summary: 'By a link: what is overdue, without the officers',
      path: byToken,
      query: SharedPlanQuery,
      reply: SharedOverdue,
      handle: async ({ path, query }) => sharedOverdue(within((await openKnown(path.token)).known, query)),
    }),

    settlements: endpoint({
      summary: 'By a link: the settlements that match a filter',
      path: byToken,
      query: SharedPage,
      reply: z.object({ asOf: z.string(), total: z.int(), rows: z.array(SharedSettlement), next: z.int().nullable() }),
      async handle({ path, query: { cursor, limit, ...filter } }) {
        const { known } = await openKnown(path.token);
        const matching = settlementsOf(known, filter);
        const rows = matching.slice(cursor, cursor + limit);
        const next = cursor + limit < matching.length ? cursor + limit : null;
        return { asOf: known.asOf, total: matching.length, rows, next };
      },
    }),

    boundaries: endpoint({
      summary: 'By a link: boundaries of regions and districts as TopoJSON',
      path: byToken,
      query: BoundariesQuery,
      reply: z.object({ type: z.literal('Topology') }).loose(),
      async handle({ path, query }) {
        await links.open(path.token);
        return topologyOf(await boundariesOf(database, query));
      },
    }),

    tileDescription: endpoint({
      summary: 'By a link that is live: TileJSON of the vector tiles, for QGIS, MapLibre and other programs of maps',
      path: byToken,
      reply: TileDescription,
      handle: async ({ path, request, response }) => tiles.describe(request, await openMap(path.token, response)),
    }),

    tileStyle: endpoint({
      summary: 'By a link that is live: a MapLibre style of the vector tiles',
      path: byToken,
      reply: z.object({ version: z.literal(8) }).loose(),
      handle: async ({ path, request, response }) => tiles.styled(request, await openMap(path.token, response)),
    }),

    tile: endpoint({
      summary: 'By a link that is live: settlements that match a filter as a vector tile',
      path: byToken.extend(TilePlace.shape),
      query: SettlementFilter,
      gives: mediaType,
      async handle(call) {
        const { token, ...place } = call.path;
        await openMap(token, call.response);
        await tiles.send(call, place, call.query, null);
      },
    }),
  };
}
