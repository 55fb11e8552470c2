import type { Response } from 'express';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { leavePage, leavePolicy } from './leave-page.ts';
import { changePreferences, ownAccount } from './preferences.ts';
import { countUnread, markRead, noticesOf } from './queries.ts';
import { NoticePage, NoticeQuery, OwnAccount, PreferenceChanges, ReadRequest, Unread } from './schema.ts';
import { worded } from './text.ts';
import { openToken, unsubscribe } from './unsubscribe.ts';

const Place = z.tuple([z.iso.datetime(), z.string().min(1)]);

/** Where a page of notices goes on: after this moment and id. */
function placeIn(cursor: string | undefined): { madeAt: string; id: string } | null {
  if (cursor === undefined) return null;
  const at = cursor.indexOf('~');
  const parsed = Place.safeParse([cursor.slice(0, Math.max(at, 0)), cursor.slice(at + 1)]);
  if (!parsed.success) throw new Problem(422, 'Invalid input', 'cursor: take it from `next` of the page before.');
  return { madeAt: parsed.data[0], id: parsed.data[1] };
}

const byToken = z.object({ token: z.string().max(1000) });

function show(response: Response, { told, mailing }: Awaited<ReturnType<typeof openToken>>, done: boolean): void {
  response.set({
    'Content-Security-Policy': leavePolicy,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  });
  response.type('html').send(leavePage(told, mailing, done));
}

export function noticeRoutes(database: Database, sendsMail: boolean) {
  return {
    list: endpoint({
      summary: "One's own notices, the newest first, in words of the language asked for",
      query: NoticeQuery,
      reply: NoticePage,
      async handle({ viewer: { login, role }, query: { language, cursor, limit } }): Promise<NoticePage> {
        const found = await noticesOf(database, login, placeIn(cursor), limit);
        const rows = await worded(database, found, language, role);
        const last = rows.length === limit ? rows.at(-1)! : null;
        return { rows, next: last && `${last.madeAt}~${last.id}`, unread: await countUnread(database, login) };
      },
    }),

    unread: endpoint({
      summary: "How many of one's notices have not been read",
      reply: Unread,
      handle: async ({ viewer }) => ({ unread: await countUnread(database, viewer.login) }),
    }),

    read: endpoint({
      summary: "Mark one's own notices read: some, or all that were made until a moment",
      body: ReadRequest,
      reply: Unread,
      async handle({ viewer: { login }, body }) {
        const which = 'ids' in body ? { ids: body.ids, until: new Date() } : { ids: null, until: new Date(body.until) };
        await markRead(database, login, which);
        return { unread: await countUnread(database, login) };
      },
    }),

    account: endpoint({
      summary: "One's own account: language, mail, and what one is told of",
      reply: OwnAccount,
      handle: ({ viewer }) => ownAccount(database, viewer.login, sendsMail),
    }),

    changeAccount: endpoint({
      summary: "Change one's own language, mail address, or what one is told of",
      body: PreferenceChanges,
      reply: OwnAccount,
      async handle({ viewer, body }) {
        await changePreferences(database, viewer.login, body);
        return ownAccount(database, viewer.login, sendsMail);
      },
    }),

    askToLeave: endpoint({
      summary: 'The page behind the link that ends mail: changes nothing, since scanners of mail open it too',
      path: byToken,
      gives: 'text/html',
      handle: async ({ path, response }) => show(response, await openToken(database, path.token), false),
    }),

    leave: endpoint({
      summary: 'End the mail that a link is for, without signing in (RFC 8058)',
      path: byToken,
      gives: 'text/html',
      handle: async ({ path, response }) => show(response, await unsubscribe(database, path.token), true),
    }),
  };
}
