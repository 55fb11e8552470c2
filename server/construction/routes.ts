import { z } from 'zod';
import { companyOf } from '../accounts/access.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { SettlementKey } from '../places/schema.ts';
import { decideBlocker } from './decide.ts';
import { inspect } from './inspect.ts';
import { progressOf } from './progress.ts';
import { report } from './report.ts';
import { BlockerDecision, InspectionReply, InspectionRequest, Progress, ProgressReport, Receipt } from './schema.ts';

const byKey = SettlementKey.extend({ number: z.coerce.number().int().positive() });

export function constructionRoutes(database: Database, today: () => string) {
  return {
    progress: endpoint({
      summary: 'All that is known of the building of one commitment',
      path: byKey,
      reply: Progress,
      handle: ({ path, viewer }) => progressOf(database, path, companyOf(viewer), today()),
    }),

    report: endpoint({
      summary: 'Tell of the work: dates, blockers, proof; again under the same id, it changes nothing',
      body: ProgressReport,
      reply: Receipt,
      handle: ({ body, viewer }) => report(database, viewer, body, today()),
    }),

    decideBlocker: endpoint({
      summary: 'Confirm or refuse a blocker that the state is said to owe: a confirmed one stops the clock',
      body: BlockerDecision,
      reply: Progress,
      async handle({ body, viewer }) {
        await decideBlocker(database, viewer, body);
        return progressOf(database, body, null, today());
      },
    }),

    inspect: endpoint({
      summary: 'Record an inspection: it verifies or returns what was reported operational',
      body: InspectionRequest,
      reply: InspectionReply,
      handle: ({ body, viewer }) => inspect(database, viewer, body, today()),
    }),
  };
}
