import { z } from 'zod';
import { companyOf } from '../accounts/access.ts';
import type { Viewer } from '../accounts/schema.ts';
import { addDays } from '../calendar/days.ts';
import type { Database } from '../database/database.ts';
import { fileFormats, mediaTypes, tableFile, type TableRow } from '../documents/table-file.ts';
import { endpoint } from '../http/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { changedBetween } from './changed.ts';
import { boundariesOf } from '../places/queries.ts';
import { coverageOf } from './coverage.ts';
import { coverageTable, overdueTable, settlementsTable } from './exports.ts';
import { within } from './known.ts';
import { curveOf, overdueOf } from './plan.ts';
import type { KnownReader } from './reader.ts';
import {
  ChangesQuery,
  ChangesReport,
  Coverage,
  Curve,
  Overdue,
  OverdueFilter,
  PlanQuery,
  ReportQuery,
  SettlementsQuery,
  SettlementsReport,
} from './schema.ts';
import { settlementsOf } from './settlements.ts';

/** A company sees its own assignments, whichever it asks for. */
const planScope = (query: PlanQuery, viewer: Viewer) => ({ ...query, operator: companyOf(viewer) ?? query.operator });

/** A route that gives a table as a file in the format that its path ends with. */
const file = <Query extends z.ZodType, Column extends string>(
  summary: string,
  name: string,
  query: Query,
  tableOf: (query: z.output<Query>) => Promise<{ columns: readonly Column[]; rows: TableRow<Column>[] }>,
) =>
  endpoint({
    summary,
    path: z.object({ format: z.enum(fileFormats) }),
    query,
    gives: Object.values(mediaTypes).join(', '),
    async handle({ path: { format }, query: asked, response }) {
      const { columns, rows } = await tableOf(asked as z.output<Query>);
      response.type(mediaTypes[format]);
      response.attachment(`${name}.${format}`);
      response.send(await tableFile(format, name, columns, rows));
    },
  });

export function reportRoutes(database: Database, reader: KnownReader, today: () => string) {
  const version = async ({ query, viewer }: { query: PlanQuery; viewer: Viewer }) =>
    JSON.stringify([await reader.version(query.knownOn), query, companyOf(viewer)]);

  return {
    coverage: endpoint({
      summary: 'How far the country, a region or a district is served, in residents and in settlements',
      query: ReportQuery,
      reply: Coverage,
      version,
      async handle({ query, viewer }): Promise<Coverage> {
        const known = within(await reader.read(query.knownOn), planScope(query, viewer));
        const coverage = coverageOf(known, query.region);
        if (companyOf(viewer) === null) return coverage;
        // The files of evidence are named by other companies.
        return { ...coverage, sources: coverage.sources.filter(({ kind }) => kind === 'population') };
      },
    }),

    curve: endpoint({
      summary: 'Planned, forecast and actual settlements and residents, quarter by quarter',
      query: PlanQuery,
      reply: Curve,
      version,
      handle: async ({ query, viewer }) => curveOf(within(await reader.read(query.knownOn), planScope(query, viewer))),
    }),

    overdue: endpoint({
      summary: 'Assignments whose finish quarter is past without service, by days × people',
      query: PlanQuery,
      reply: Overdue,
      version,
      handle: async ({ query, viewer }) =>
        overdueOf(within(await reader.read(query.knownOn), planScope(query, viewer))),
    }),

    settlements: endpoint({
      summary: 'Settlements that match a filter, the most people first',
      query: SettlementsQuery,
      reply: SettlementsReport,
      async handle({ query: { knownOn, cursor, limit, ...filter } }): Promise<SettlementsReport> {
        const known = await reader.read(knownOn);
        const matching = settlementsOf(known, filter);
        const next = cursor + limit < matching.length ? cursor + limit : null;
        return { asOf: known.asOf, total: matching.length, rows: matching.slice(cursor, cursor + limit), next };
      },
    }),

    exportCoverage: file(
      'The figures of regions, or of the districts of one, as a file',
      'coverage',
      ReportQuery,
      async (query) => {
        const coverage = coverageOf(within(await reader.read(query.knownOn), query), query.region);
        return coverageTable(coverage, await boundariesOf(database, { region: query.region }));
      },
    ),

    exportOverdue: file(
      'What is overdue, of one operator or cause, or all, as a file',
      'overdue',
      OverdueFilter,
      async (query) => {
        const known = within(await reader.read(query.knownOn), query);
        const rows = overdueOf(known).rows.filter(
          ({ cause }) => query.cause === undefined || query.cause === (cause?.code ?? 'none'),
        );
        return overdueTable(known, rows);
      },
    ),

    exportSettlements: file(
      'Settlements that match a filter, as known on a date, as a file',
      'settlements',
      SettlementsQuery.omit({ cursor: true, limit: true }),
      async ({ knownOn, ...filter }) => {
        const known = await reader.read(knownOn);
        return settlementsTable(known.asOf, settlementsOf(known, filter));
      },
    ),

    changes: endpoint({
      summary: 'What has changed since a date: figures, statuses, stages, and what people did',
      query: ChangesQuery,
      reply: ChangesReport,
      async handle({ query }) {
        const asOf = query.knownOn ?? today();
        const since = query.since ?? addDays(asOf, -7);
        if (since >= asOf)
          throw new Problem(422, 'Invalid input', `since: ${since} is not before ${asOf}.`, { refusal: 'since-late' });
        const after = await reader.read(query.knownOn);
        const before = (await reader.readIfAny(since)) ?? { ...after, asOf: since, settlements: [], assignments: [] };
        return changedBetween(database, within(before, query), within(after, query));
      },
    }),
  };
}
