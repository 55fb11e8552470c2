// What is asked of a country that is too large to be sent: answered from its columns in memory.
import { z } from 'zod';
import { companyOf } from '../accounts/access.ts';
import type { Viewer } from '../accounts/schema.ts';
import { assignmentsOf } from '../assignments/queries.ts';
import { inTimeAmong } from '../construction/in-time.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { allDistricts } from '../places/queries.ts';
import { SettlementKey } from '../places/schema.ts';
import { summariesOf, withAssignments } from './queries.ts';
import {
  MatchingTotal,
  NearestQuery,
  NearSettlement,
  SettlementFilter,
  type SettlementPage,
  type SettlementSummary,
  WithinRequest,
} from './schema.ts';
import { KeptMatches, type Matches } from './table/matches.ts';
import { orderedPage } from './table/ordered-page.ts';
import { nearestRows, rowsWithin } from './table/places.ts';
import type { TableReader } from './table/reader.ts';

/** So many keys are told at once. */
const keysAtMost = 50_000;

export function finding(database: Database, reader: TableReader, today: () => string) {
  const kept = new KeptMatches();
  const matching = async (filter: SettlementFilter, viewer: Viewer): Promise<Matches> =>
    kept.find(await reader.latest(), filter, companyOf(viewer));

  const districtNames = async () =>
    new Map((await allDistricts(database)).map(({ regionCode, code, names }) => [`${regionCode} ${code}`, names]));

  /** The rows of these settlements as lists have them, in their order. */
  async function summaries(keys: readonly SettlementKey[], viewer: Viewer): Promise<SettlementSummary[]> {
    const company = companyOf(viewer);
    const assignments = await assignmentsOf(database, keys, company);
    const isInTime = await inTimeAmong(database, assignments, today());
    const rows = withAssignments(await summariesOf(database, keys, company), assignments);
    return rows.map((row) => ({ ...row, inTime: row.assignments.filter(isInTime).map(({ number }) => number) }));
  }

  return {
    /** A page of a list in an order. */
    async page({ cursor, limit, sort, language, ...filter }: SettlementPage, viewer: Viewer) {
      const matches = await matching(filter, viewer);
      const order = await matches.table.orders.of(sort!, language, districtNames);
      const { keys, next } = orderedPage(matches, order, sort!, cursor, limit);
      return { rows: await summaries(keys, viewer), next };
    },

    summary: endpoint({
      summary: 'What all settlements that match a filter amount to',
      query: SettlementFilter,
      reply: MatchingTotal,
      handle: async ({ query, viewer }) => (await matching(query, viewer)).total,
    }),

    keys: endpoint({
      summary: `The keys of all settlements that match a filter, ${keysAtMost} at most`,
      query: SettlementFilter,
      reply: z.object({ keys: z.array(SettlementKey) }),
      async handle({ query, viewer }) {
        const { table, rows } = await matching(query, viewer);
        return keysOf(rows, table.keyOf.bind(table));
      },
    }),

    within: endpoint({
      summary: `The keys of the settlements that match a filter and lie inside a ring on the map, ${keysAtMost} at most`,
      body: WithinRequest,
      reply: z.object({ keys: z.array(SettlementKey) }),
      async handle({ body: { filter, polygon }, viewer }) {
        const matches = await matching(filter, viewer);
        return keysOf(rowsWithin(matches, polygon), matches.table.keyOf.bind(matches.table));
      },
    }),

    nearest: endpoint({
      summary: 'The settlements that match a filter and are nearest to a point, with how far they are',
      query: NearestQuery,
      reply: z.object({ rows: z.array(NearSettlement) }),
      async handle({ query: { longitude, latitude, limit, ...filter }, viewer }) {
        const matches = await matching(filter, viewer);
        const near = nearestRows(matches, [longitude, latitude], limit);
        const rows = await summaries(
          near.map(({ row }) => matches.table.keyOf(row)),
          viewer,
        );
        return { rows: rows.map((row, i) => ({ ...row, distance: near[i].distance })) };
      },
    }),
  };
}

function keysOf(rows: Uint32Array | readonly number[], keyOf: (row: number) => SettlementKey) {
  if (rows.length > keysAtMost) {
    const detail = `${rows.length} settlements match, and ${keysAtMost} keys are told at most. Narrow the filter or the area.`;
    throw new Problem(422, 'Too many', detail, {
      refusal: 'too-many-rows',
      values: { settlements: rows.length, rows: keysAtMost },
      settlements: rows.length,
      most: keysAtMost,
    });
  }
  return { keys: Array.from(rows, keyOf) };
}
