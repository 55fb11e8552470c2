import { z } from 'zod';
import type { Viewer } from '../accounts/schema.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { amend, assign, withdraw } from './plan.ts';
import { AmendRequest, AssignRequest, BulkReply, StepRequest, WithdrawRequest } from './schema.ts';
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
