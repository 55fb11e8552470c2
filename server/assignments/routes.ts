import { z } from 'zod';
import type { Viewer } from '../accounts/schema.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { allOperators } from '../operators/queries.ts';
import { amend, assign, withdraw } from './plan.ts';
import { finishingCounts } from './queries.ts';
import { AmendRequest, AssignRequest, BulkReply, Finishing, StepRequest, WithdrawRequest } from './schema.ts';
import { stepperOf, takeStep } from './steps.ts';
import { undo } from './undo.ts';

export function assignmentRoutes(database: Database, today: () => string) {
  const actorOf = (viewer: Viewer) => ({ login: viewer.login, today: today() });

  return {
    assign: endpoint({
      summary: 'Assign settlements to an operator, a technology and quarters',
      body: AssignRequest,
      reply: BulkReply,
      handle: ({ viewer, body }) => assign(database, actorOf(viewer), body),
    }),

    finishing: endpoint({
      summary: 'How many active assignments of each operator finish in each quarter',
      reply: z.object({ rows: z.array(Finishing) }),
      async handle() {
        const operators = await allOperators(database);
        return {
          rows: await finishingCounts(
            database,
            operators.map(({ code }) => code),
          ),
        };
      },
    }),

    amend: endpoint({
      summary: 'Change draft assignments that are still as the person saw them',
      body: AmendRequest,
      reply: BulkReply,
      handle: ({ viewer, body }) => amend(database, actorOf(viewer), body),
    }),

    withdraw: endpoint({
      summary: 'Take back draft assignments that are still as the person saw them',
      body: WithdrawRequest,
      reply: BulkReply,
      handle: ({ viewer, body }) => withdraw(database, actorOf(viewer), body),
    }),

    step: endpoint({
      summary: 'Take assignments a step further: answers of an operator, decisions of a planner',
      body: StepRequest,
      reply: BulkReply,
      handle: ({ viewer, body }) => takeStep(database, stepperOf(viewer, today()), body),
    }),

    undo: endpoint({
      summary: 'Take an action back where nobody has changed its rows since; taking back an undo is a redo',
      path: z.object({ actionId: z.uuid() }),
      reply: BulkReply,
      handle: ({ viewer, path }) => undo(database, actorOf(viewer), path.actionId),
    }),
  };
}
