import { z } from 'zod';
import { companyOf } from '../accounts/access.ts';
import type { Viewer } from '../accounts/schema.ts';
import type { Database } from '../database/database.ts';
import { fileFormats, mediaTypes, tableFile } from '../documents/table-file.ts';
import { endpoint } from '../http/endpoint.ts';
import { allRegions } from '../places/queries.ts';
import { contradictionTable, unclaimedTable } from './exports.ts';
import { contradictionsOf, unclaimedPlaces } from './queries.ts';
import { contradictionsMatching, countOf, groupsOf, sizeOf, unclaimedMatching } from './rules.ts';
import { ContradictionFilter, ContradictionReport, Paging, UnclaimedFilter, UnclaimedReport } from './schema.ts';

const path = z.object({ format: z.enum(fileFormats) });
const gives = Object.values(mediaTypes).join(', ');

export function contradictionRoutes(database: Database) {
  const contradicted = async (filter: ContradictionFilter, viewer: Viewer) =>
    contradictionsMatching(await contradictionsOf(database, companyOf(viewer)), filter);
  const unclaimed = async (filter: UnclaimedFilter) => unclaimedMatching(await unclaimedPlaces(database), filter);

  return {
    list: endpoint({
      summary: 'Claims that sound measurements or inspections contradict, most residents first; a company sees its own',
      query: ContradictionFilter.extend(Paging.shape),
      reply: ContradictionReport,
      async handle({ query: { limit, ...filter }, viewer }): Promise<ContradictionReport> {
        const rows = await contradicted(filter, viewer);
        return {
          total: countOf(rows),
          byOperator: groupsOf(rows, ({ operatorCode }) => operatorCode ?? ''),
          byRegion: groupsOf(rows, ({ regionCode }) => regionCode),
          bySize: groupsOf(rows, ({ population }) => sizeOf(population)),
          rows: rows.slice(0, limit),
          regions: await allRegions(database),
        };
      },
    }),

    unclaimed: endpoint({
      summary: 'Settlements where tests show service that nobody claims, most residents first',
      query: UnclaimedFilter.extend(Paging.shape),
      reply: UnclaimedReport,
      async handle({ query: { limit, ...filter } }): Promise<UnclaimedReport> {
        const rows = await unclaimed(filter);
        return {
          total: countOf(rows),
          byRegion: groupsOf(rows, ({ regionCode }) => regionCode),
          bySize: groupsOf(rows, ({ population }) => sizeOf(population)),
          rows: rows.slice(0, limit),
          regions: await allRegions(database),
        };
      },
    }),

    exportList: endpoint({
      summary: 'Contradicted claims that match a filter, as a file',
      path,
      query: ContradictionFilter,
      gives,
      async handle({ path: { format }, query, viewer, response }) {
        const { columns, rows } = contradictionTable(await contradicted(query, viewer));
        response.type(mediaTypes[format]);
        response.attachment(`contradictions.${format}`);
        response.send(await tableFile(format, 'contradictions', columns, rows));
      },
    }),

    exportUnclaimed: endpoint({
      summary: 'Settlements with service that nobody claims and that match a filter, as a file',
      path,
      query: UnclaimedFilter,
      gives,
      async handle({ path: { format }, query, response }) {
        const { columns, rows } = unclaimedTable(await unclaimed(query));
        response.type(mediaTypes[format]);
        response.attachment(`unclaimed.${format}`);
        response.send(await tableFile(format, 'unclaimed', columns, rows));
      },
    }),
  };
}
