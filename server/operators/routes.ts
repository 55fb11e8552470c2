import { z } from 'zod';
import { canonicalJson } from '../changes/chain.ts';
import { openAction } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { changedSince, notFound } from '../http/problem.ts';
import { allOperators, writeOperator } from './queries.ts';
import { Operator } from './schema.ts';

export function operatorRoutes(database: Database) {
  return {
    list: endpoint({
      summary: 'The operators',
      reply: z.object({ rows: z.array(Operator) }),
      handle: async () => ({ rows: await allOperators(database) }),
    }),

    edit: endpoint({
      summary: 'Name an operator anew, or change what it can finish in a quarter',
      path: z.object({ code: z.string() }),
      body: z.object({ before: Operator, after: Operator.omit({ code: true }) }),
      reply: Operator,
      handle: ({ path, body, viewer }) =>
        database.transaction(async () => {
          const about = { actor: viewer.login, verb: 'set-operator' as const, regionCodes: [wholeCountry] };
          const action = await openAction(database, about);
          const present = (await allOperators(database)).find(({ code }) => code === path.code);
          if (present === undefined) throw notFound(`operator ${path.code}`);
          if (canonicalJson(present) !== canonicalJson(body.before)) throw changedSince(present);
          const after = { ...body.after, code: path.code };
          await writeOperator(database, after);
          action.add(wholeCountry, { entity: 'operator', key: path, before: present, after });
          await action.close();
          return after;
        }),
    }),
  };
}
