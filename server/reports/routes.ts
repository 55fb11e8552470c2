import { companyOf } from '../accounts/access.ts';
import type { Viewer } from '../accounts/schema.ts';
import { addDays } from '../calendar/days.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { changedBetween } from './changed.ts';
import { coverageOf } from './coverage.ts';
import { within } from './known.ts';
import { curveOf, overdueOf } from './plan.ts';
import type { KnownReader } from './reader.ts';
import { ChangesQuery, ChangesReport, Coverage, Curve, Overdue, PlanQuery, ReportQuery } from './schema.ts';

/** A company sees its own assignments, whichever it asks for. */
const planScope = (query: PlanQuery, viewer: Viewer) => ({ ...query, operator: companyOf(viewer) ?? query.operator });

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

    changes: endpoint({
      summary: 'What has changed since a date: figures, statuses, stages, and what people did',
      query: ChangesQuery,
      reply: ChangesReport,
      async handle({ query }) {
        const asOf = query.knownOn ?? today();
        const since = query.since ?? addDays(asOf, -7);
        if (since >= asOf) throw new Problem(422, 'Invalid input', `since: ${since} is not before ${asOf}.`);
        const after = await reader.read(query.knownOn);
        const before = (await reader.readIfAny(since)) ?? { ...after, asOf: since, settlements: [], assignments: [] };
        return changedBetween(database, within(before, query), within(after, query));
      },
    }),
  };
}
