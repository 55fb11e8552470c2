import { z } from 'zod';
import { companyOf } from '../accounts/access.ts';
import type { Viewer } from '../accounts/schema.ts';
import { cursorOf } from '../changes/cursor.ts';
import { chainHeads } from '../changes/queries.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { notFound, Problem } from '../http/problem.ts';
import { allOperators } from '../operators/queries.ts';
import { listCommitments } from './list.ts';
import { Commitments } from './schema.ts';

export function commitmentRoutes(database: Database, today: () => string) {
  /** The company that is asked for; another than one's own is to an operator as one that does not exist. */
  const asked = async (viewer: Viewer, operator: string | undefined): Promise<string> => {
    const company = companyOf(viewer);
    const code = operator ?? company;
    if (code === null) {
      throw new Problem(422, 'Invalid input', 'operator: say whose commitments, as in ?operator=CODE.');
    }
    const known = company === null ? (await allOperators(database)).some((one) => one.code === code) : code === company;
    if (!known) throw notFound(`operator ${code}`);
    return code;
  };

  return {
    list: endpoint({
      summary: 'All commitments of a company as columns, for its list; the own company where none is named',
      query: z.object({ operator: z.string().optional() }),
      reply: Commitments,
      version: async ({ viewer, query }) =>
        `${cursorOf(await chainHeads(database))} ${companyOf(viewer)} ${query.operator} ${today()}`,
      handle: async ({ viewer, query }) =>
        listCommitments(database, await asked(viewer, query.operator), today(), companyOf(viewer) === null),
    }),
  };
}
