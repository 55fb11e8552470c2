import { finished } from 'node:stream';
import { z } from 'zod';
import { companyOf } from '../accounts/access.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { sequencesOf, cursorOf } from './cursor.ts';
import type { ChangeFeed } from './feed.ts';
import { chainHeads, chainHeadsBefore, changesAfter, recentActions } from './queries.ts';
import { type Change, type ChangeItem, type Entity, HistoryEntry, LiveEvent } from './schema.ts';

const heartbeatMilliseconds = 15_000;

/** What belongs to one company: others are not told that it changed. */
const companyOwned: ReadonlySet<Entity> = new Set([
  'assignment',
  'schedule',
  'baseline',
  'change-request',
  'inquiry',
  'inquiry-answer',
  'challenge',
  'challenge-claim',
  'challenge-statement',
  'share-link',
  'what-if',
  'attachment',
  'milestone',
  'blocker',
  'progress-report',
  'inspection',
]);
/** What is read as a document of its own, not with the settlements. */
const documents: ReadonlySet<Entity> = new Set([
  'schedule',
  'baseline',
  'inquiry',
  'inquiry-answer',
  'challenge',
  'challenge-statement',
  'share-link',
  'what-if',
]);

/**
 * Who people are, and what they read by, is no news for those who plan; what the ministry weighs is none for others,
 * and shows on no map but that of the plan, which is asked for.
 */
const silent: ReadonlySet<Entity> = new Set([
  'account',
  'account-identity',
  'calendar-feed',
  'network-node',
  'network-span',
  'cost-parameter',
  'planning-pin',
]);

const concerns = (item: ChangeItem, company: string | null): boolean =>
  !silent.has(item.entity) && (company === null || !isOwned(item) || companiesOf(item).includes(company));

/** The companies whose row it is or was. */
const companiesOf = ({ before, after }: ChangeItem): unknown[] =>
  [before, after].map(
    (row) => row?.operatorCode ?? (row?.claim as { operatorCode?: string } | undefined)?.operatorCode,
  );

/** A claim that no longer counts at a place, or counts again, changes what everybody knows of it. */
const isOwned = ({ entity, before, after }: ChangeItem): boolean =>
  companyOwned.has(entity) &&
  (entity !== 'challenge-claim' || (before?.outcome === 'upheld') === (after?.outcome === 'upheld'));

/** The settlement that an item is about; undefined where it may be about many. */
function settlementOf({ entity, key, before, after }: ChangeItem): string | number | undefined {
  if (companyOwned.has(entity)) return key.settlementCode;
  if (entity === 'settlement') return key.code;
  const where = entity === 'evidence' && before === null ? (after?.where as { code?: string } | undefined) : undefined;
  return where?.code;
}

/** What one action's changes ask a reader to fetch again: everybody, or a person of one company. */
export function liveEventsOf(changes: readonly Change[], company: string | null): LiveEvent[] {
  const events = new Map<string, LiveEvent>();
  for (const { actionId, actor, verb, items, regionCode } of changes) {
    const theirs = items.filter((item) => concerns(item, company));
    if (theirs.length === 0) continue;
    const event: LiveEvent = events.get(actionId) ?? {
      actionId,
      ...toldOf({ actor, verb, items }, theirs, company),
      settlements: [],
    };
    events.set(actionId, event);
    for (const item of theirs.filter(({ entity }) => !documents.has(entity))) {
      const code = settlementOf(item);
      if (code === undefined || verb === 'import') event.settlements = null;
      else event.settlements?.push({ regionCode, code: String(code) });
    }
  }
  return [...events.values()];
}

/**
 * Who did what; of what was done with another company that changed what is known of a place, only that it did. A company
 * is not told who challenges it.
 */
function toldOf(
  { actor, verb, items }: Pick<Change, 'actor' | 'verb' | 'items'>,
  theirs: readonly ChangeItem[],
  company: string | null,
) {
  if (company === null) return { actor, verb };
  const isAnothers =
    items.some(({ entity }) => companyOwned.has(entity)) &&
    !theirs.some((item) => companyOwned.has(item.entity) && companiesOf(item).includes(company));
  if (isAnothers) return { actor: '', verb: 'edit-evidence' as const };
  return { actor: verb === 'challenge' || verb === 'retract' ? '' : actor, verb };
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
      query: z.object({
        after: z.string().optional().describe('The cursor that the reader has reached'),
        age: z.coerce
          .number()
          .min(0)
          .optional()
          .describe('Without a cursor: seconds since the reader began to ask for what it has'),
      }),
      gives: 'text/event-stream',
      async handle({ query, viewer, request, response }) {
        const reached = async () =>
          cursorOf(query.age === undefined ? await chainHeads(database) : await chainHeadsBefore(database, query.age));
        const after = request.get('Last-Event-ID') ?? query.after ?? (await reached());
        response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
        response.flushHeaders();
        const send = (changes: readonly Change[], cursor: string) => {
          for (const event of liveEventsOf(changes, companyOf(viewer))) {
            response.write(`event: change\nid: ${cursor}\ndata: ${JSON.stringify(event)}\n\n`);
          }
        };
        const stopListening = await feed.listen(send);
        const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMilliseconds);
        const end = () => response.end();
        feed.closing.addEventListener('abort', end);
        // Told too where the reader has gone already.
        finished(response, () => {
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
