import { z } from 'zod';
import { companyOf } from '../accounts/access.ts';
import { daysBetween } from '../calendar/days.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { answer, ask, conclude, noInquiry } from './edit.ts';
import { readPlaces } from './places.ts';
import { printInquiry } from './print.ts';
import { answersTo, inquiriesMatching, inquiryByKey } from './queries.ts';
import { answersFor, stateOf } from './rules.ts';
import { Answer, Ask, Conclude, type Inquiry, InquiryFilter, InquiryKey, ShownInquiry } from './schema.ts';

export function inquiryRoutes(database: Database, today: () => string) {
  const shown = async (inquiries: readonly Inquiry[], company: string | null): Promise<ShownInquiry[]> => {
    const answers = await answersTo(database, inquiries);
    const placeOf = await readPlaces(database, inquiries);
    return inquiries.map((inquiry) => {
      const state = stateOf(inquiry, today());
      const waits = state === 'open' || state === 'overdue';
      return {
        ...inquiry,
        place: placeOf(inquiry),
        state,
        daysLeft: waits ? daysBetween(today(), inquiry.dueOn) : null,
        answers: answersFor(answers.get(`${inquiry.regionCode} ${inquiry.number}`) ?? [], company),
      };
    });
  };

  const one = async (key: InquiryKey, company: string | null): Promise<ShownInquiry> => {
    const inquiry = await inquiryByKey(database, key, company);
    if (inquiry === undefined) throw noInquiry(key);
    return (await shown([inquiry], company))[0];
  };

  return {
    list: endpoint({
      summary: 'Inquiries, the newest first; an operator sees those that are addressed to it',
      query: InquiryFilter,
      reply: z.object({ rows: z.array(ShownInquiry), next: z.string().nullable() }),
      async handle({ query, viewer }) {
        const company = companyOf(viewer);
        const rows = await inquiriesMatching(database, query, company, today());
        const last = rows.length === query.limit ? rows.at(-1)! : null;
        const next = last && `${last.askedOn}~${last.regionCode}~${last.number}`;
        return { rows: await shown(rows, company), next };
      },
    }),

    find: endpoint({
      summary: 'One inquiry with its clock and the answers that the reader may see',
      path: InquiryKey,
      reply: ShownInquiry,
      handle: ({ path, viewer }) => one(path, companyOf(viewer)),
    }),

    ask: endpoint({
      summary: 'Ask an operator or the ministry about a place, an assignment or a figure',
      body: Ask,
      reply: ShownInquiry,
      handle: async ({ body, viewer }) => one(await ask(database, viewer, today(), body), null),
    }),

    answer: endpoint({
      summary: 'Answer an inquiry: the operator that is asked, or the ministry',
      path: InquiryKey,
      body: Answer,
      reply: ShownInquiry,
      async handle({ path, body, viewer }) {
        const company = companyOf(viewer);
        await answer(database, viewer, company, today(), path, body);
        return one(path, company);
      },
    }),

    conclude: endpoint({
      summary: 'Say what came of an inquiry: the deputy who asked',
      path: InquiryKey,
      body: Conclude,
      reply: ShownInquiry,
      async handle({ path, body, viewer }) {
        await conclude(database, viewer, today(), path, body);
        return one(path, null);
      },
    }),

    print: endpoint({
      summary: 'An inquiry as a document on A4',
      path: InquiryKey,
      query: z.object({ language: z.enum(['kk', 'ru']).default('kk') }),
      gives: 'application/pdf',
      async handle({ path, query, viewer, response }) {
        const inquiry = await one(path, companyOf(viewer));
        const pdf = await printInquiry(database, inquiry, query.language, today());
        response
          .type('application/pdf')
          .attachment(`inquiry-${path.regionCode.replace('*', 'country')}-${path.number}.pdf`);
        response.send(pdf);
      },
    }),
  };
}
