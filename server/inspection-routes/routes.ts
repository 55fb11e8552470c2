import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { fileFormats, mediaTypes, tableFile } from '../documents/table-file.ts';
import { endpoint } from '../http/endpoint.ts';
import { NameLanguage } from '../places/schema.ts';
import { gpxOf, gpxType, routeColumns, routeRows } from './export.ts';
import { planRoutes } from './plan-routes.ts';
import { InspectionRoutes, RoutesQuery } from './schema.ts';

export function inspectionRouteRoutes(database: Database, today: () => string) {
  return {
    plan: endpoint({
      summary: 'Where to inspect next: routes for the days of teams that resolve most uncertainty of residents',
      query: RoutesQuery,
      reply: InspectionRoutes,
      handle: ({ query }) => planRoutes(database, query, today()),
    }),

    export: endpoint({
      summary: 'The routes as a file: a table of stops, or GPX for a device that finds the way',
      path: z.object({ format: z.enum([...fileFormats, 'gpx']) }),
      query: RoutesQuery.and(z.object({ language: NameLanguage.default('kk') })),
      gives: [...Object.values(mediaTypes), gpxType].join(', '),
      async handle({ path: { format }, query, response }) {
        const planned = await planRoutes(database, query, today());
        response.type(format === 'gpx' ? gpxType : mediaTypes[format]);
        response.attachment(`inspection-routes.${format}`);
        response.send(
          format === 'gpx'
            ? gpxOf(planned, query.language)
            : await tableFile(format, 'routes', routeColumns, routeRows(planned)),
        );
      },
    }),
  };
}
