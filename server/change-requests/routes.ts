import { z } from 'zod';
import { companyOf } from '../accounts/access.ts';
import { stepperOf } from '../assignments/steps.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { askChange } from './ask.ts';
import { decideChange } from './decide.ts';
import { changeRequests } from './queries.ts';
import { AskReply, AskRequest, ChangeRequest, ChangeRequestsQuery, DecideReply, DecideRequest } from './schema.ts';

export function changeRequestRoutes(database: Database, today: () => string) {
  return {
    list: endpoint({
      summary: 'What was asked to be changed after approval, newest first',
      query: ChangeRequestsQuery,
      reply: z.object({ rows: z.array(ChangeRequest) }),
      handle: async ({ viewer, query }) => ({
        rows: await changeRequests(database, query.state ?? null, companyOf(viewer), query.of),
      }),
    }),

    ask: endpoint({
      summary: 'Ask for a change of approved assignments, with a reason',
      body: AskRequest,
      reply: AskReply,
      handle: ({ viewer, body }) => askChange(database, stepperOf(viewer, today()), body),
    }),

    decide: endpoint({
      summary: 'Accept or refuse changes that were asked for; what is accepted makes a new baseline',
      body: DecideRequest,
      reply: DecideReply,
      handle: ({ viewer, body }) => decideChange(database, stepperOf(viewer, today()), body),
    }),
  };
}
