import { z } from 'zod';
import { companyOf } from '../accounts/access.ts';
import type { Viewer } from '../accounts/schema.ts';
import { cursorOf } from '../changes/cursor.ts';
import { chainHeads } from '../changes/queries.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { notFound, Problem } from '../http/problem.ts';
import { allOperators } from '../operators/queries.ts';
import { calendarText } from './calendar.ts';
import { calendarOf, closeCalendar, openCalendar } from './calendar-feeds.ts';
import { openFeedsOf } from './calendar-queries.ts';
import { calendarLanguages } from './calendar-words.ts';
import { listCommitments } from './list.ts';
import { CalendarFeed, Commitments, NewCalendarFeed } from './schema.ts';

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

    calendarFeed: endpoint({
      summary: 'The calendar that one follows the deadlines of one’s company by; null where there is none',
      reply: z.object({ feed: CalendarFeed.nullable() }),
      async handle({ viewer }) {
        const [open] = await openFeedsOf(database, viewer.login);
        return { feed: open === undefined ? null : { id: open.id, madeBy: open.madeBy, madeOn: open.madeOn } };
      },
    }),

    openCalendar: endpoint({
      summary: 'Make the secret address of a calendar; one that was made before closes',
      reply: NewCalendarFeed,
      handle: ({ viewer }) => openCalendar(database, viewer, today()),
    }),

    closeCalendar: endpoint({
      summary: 'Close one’s calendar at once',
      handle: ({ viewer }) => closeCalendar(database, viewer, today()),
    }),

    calendar: endpoint({
      summary: 'By a secret address: the deadlines of a company as iCalendar',
      path: z.object({ token: z.string().max(200) }),
      query: z.object({ language: z.enum(calendarLanguages).default('kk') }),
      gives: 'text/calendar',
      async handle({ path, query, request, response }) {
        const feed = await calendarOf(database, path.token);
        if (feed === undefined) throw new Problem(404, 'Not found', 'This calendar was closed or never was.');
        const address = `${request.protocol}://${request.get('Host')}`;
        const text = await calendarText(database, feed.operatorCode, today(), query.language, address);
        response.set('Cache-Control', 'private, no-cache').type('text/calendar; charset=utf-8').send(text);
      },
    }),
  };
}
