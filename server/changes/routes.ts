import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { sequencesOf, cursorOf } from './cursor.ts';
import type { ChangeFeed } from './feed.ts';
import { chainHeads, changesAfter, recentActions } from './queries.ts';
import { HistoryEntry, LiveEvent, type Change } from './schema.ts';

const heartbeatMilliseconds = 15_000;

/** What one action's changes ask a reader to fetch again. */
export function liveEventsOf(changes: readonly Change[]): LiveEvent[] {
  const events = new Map<string, LiveEvent>();
  for (const { actionId, actor, verb, items, regionCode } of changes) {
    const event: LiveEvent = events.get(actionId) ?? { actionId, actor, verb, settlements: [] };
    events.set(actionId, event);
    for (const { entity, key } of items) {
      const code = entity === 'assignment' ? key.settlementCode : entity === 'settlement' ? key.code : undefined;
      if (code === undefined || verb === 'import') event.settlements = null;
      else event.settlements?.push({ regionCode, code: String(code) });
    }
  }
  return [...events.values()];
}

export function changeRoutes(database: Database, feed: ChangeFeed) {
  return {
    history: endpoint({
      summary: 'What was done lately, newest first',
      query: z.object({
        before: z.iso.datetime().optional().describe('Only what was done before this time'),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      reply: z.object({ rows: z.array(HistoryEntry), next: z.iso.datetime().nullable() }),
      async handle({ query, viewer }) {
        const rows = await recentActions(database, viewer.login, query.before ?? null, query.limit);
        return { rows, next: rows.length === query.limit ? rows.at(-1)!.madeAt : null };
      },
    }),

    live: endpoint({
      summary: 'What changes from now on, as server-sent events',
      query: z.object({ after: z.string().optional().describe('The cursor that the reader has reached') }),
      gives: 'text/event-stream',
      async handle({ query, request, response }) {
        const after = request.get('Last-Event-ID') ?? query.after ?? cursorOf(await chainHeads(database));
        response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
        response.flushHeaders();
        const send = (changes: readonly Change[], cursor: string) => {
          for (const event of liveEventsOf(changes)) {
            response.write(`event: change\nid: ${cursor}\ndata: ${JSON.stringify(event)}\n\n`);
          }
        };
        const stopListening = await feed.listen(send);
        const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMilliseconds);
        const end = () => response.end();
        feed.closing.addEventListener('abort', end);
        response.on('close', () => {
          feed.closing.removeEventListener('abort', end);
          clearInterval(heartbeat);
          stopListening();
        });
        const heads = await chainHeads(database);
        const seen = sequencesOf(after);
        for (const { regionCode } of heads) if (!seen.has(regionCode)) seen.set(regionCode, 0);
        send(await changesAfter(database, seen), cursorOf(heads));
      },
    }),
  };
}
