import { z } from 'zod';
import { companyOf } from '../accounts/access.ts';
import type { Viewer } from '../accounts/schema.ts';
import { daysBetween } from '../calendar/days.ts';
import { workingDays } from '../calendar/holidays.ts';
import { DayCount } from '../calendar/schema.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { notFound } from '../http/problem.ts';
import { setClock } from '../programmes/edit.ts';
import { clockOf, currentProgramme } from '../programmes/queries.ts';
import { approve } from './approve.ts';
import { compareRows } from './comparison.ts';
import { frozenDocument, presentDocument } from './document/content.ts';
import { schedulePdf } from './document/pdf.ts';
import { documentLanguages } from './document/words.ts';
import { scheduleWorkbook } from './document/workbook.ts';
import { schedulesOf } from './overview.ts';
import { baselineOf } from './queries.ts';
import { scheduleRows } from './rows.ts';
import {
  ApprovalReply,
  BaselineFile,
  type BaselineSummary,
  Comparison,
  PublicKey,
  Schedule,
  SendReply,
  SendRequest,
  Unanswered,
} from './schema.ts';
import { send } from './send.ts';
import { fingerprint, publicPem, signingKey } from '../changes/signing.ts';

const OfOperator = z.object({ operatorCode: z.string() });
const version = z.coerce.number().int().positive();

export function scheduleRoutes(database: Database, today: () => string) {
  const actorOf = (viewer: Viewer) => ({ login: viewer.login, today: today() });

  /** Another company's schedule is to an operator as one that does not exist. */
  const mayRead = (viewer: Viewer, operatorCode: string) => {
    const company = companyOf(viewer);
    if (company !== null && company !== operatorCode) throw notFound(`schedule of ${operatorCode}`);
  };

  const programmeCode = async () => {
    const programme = await currentProgramme(database);
    if (programme === undefined) throw notFound('programme yet: load a country first');
    return programme.code;
  };

  const baselineFor = async (viewer: Viewer, operatorCode: string, number: number) => {
    mayRead(viewer, operatorCode);
    const baseline = await baselineOf(database, await programmeCode(), operatorCode, number);
    if (baseline === undefined) throw notFound(`baseline ${number} of ${operatorCode}`);
    return baseline;
  };

  return {
    list: endpoint({
      summary: 'The schedules of all operators, or of the own company: how they stand, what was sent, what was agreed',
      reply: z.object({ rows: z.array(Schedule) }),
      handle: async ({ viewer }) => ({ rows: await schedulesOf(database, companyOf(viewer)) }),
    }),

    unanswered: endpoint({
      summary: 'Who has not answered, to the settlement, and how long is left; the most pressing first',
      query: z.object({ operator: z.string().optional(), region: z.string().optional() }),
      reply: z.object({ asOf: z.iso.date(), rows: z.array(Unanswered) }),
      async handle({ viewer, query }) {
        const asOf = today();
        const rows = await scheduleRows(database, ['proposed'], companyOf(viewer));
        const wanted = rows.filter(
          ({ operatorCode, regionCode }) =>
            operatorCode === (query.operator ?? operatorCode) && regionCode === (query.region ?? regionCode),
        );
        const withTime = wanted.map((row) => ({
          ...row,
          daysLeft: daysBetween(asOf, row.answerDueOn!),
          workingDaysLeft: workingDays.workingDaysLeft(asOf, row.answerDueOn!),
        }));
        return { asOf, rows: withTime.sort((a, b) => a.daysLeft - b.daysLeft) };
      },
    }),

    send: endpoint({
      summary: 'Send an operator its drafts as its schedule, and start the clock',
      path: OfOperator,
      body: SendRequest,
      reply: SendReply,
      handle: ({ viewer, path, body }) => send(database, actorOf(viewer), path.operatorCode, body),
    }),

    approve: endpoint({
      summary: 'Approve a schedule that has been answered, and freeze what is agreed as a signed baseline',
      path: OfOperator,
      body: z.object({ version: z.int().positive() }),
      reply: ApprovalReply,
      handle: ({ viewer, path, body }) => approve(database, actorOf(viewer), path.operatorCode, body.version),
    }),

    baseline: endpoint({
      summary: 'A baseline as the signed file that `baylanys verify` checks',
      path: OfOperator.extend({ version }),
      gives: 'application/json',
      async handle({ viewer, path, response }) {
        const { file, operatorCode } = await baselineFor(viewer, path.operatorCode, path.version);
        response.set('Cache-Control', 'private, no-cache');
        response.attachment(`baseline-${operatorCode}-${path.version}.json`).type('application/json').send(file);
      },
    }),

    compare: endpoint({
      summary: 'Two baselines side by side: what was added, removed and changed',
      path: OfOperator,
      query: z.object({ from: version, to: version }),
      reply: Comparison,
      async handle({ viewer, path, query }) {
        const read = async (number: number) => {
          const { file, ...summary } = await baselineFor(viewer, path.operatorCode, number);
          return { summary: summary as BaselineSummary, rows: BaselineFile.parse(JSON.parse(file)).assignments };
        };
        const [from, to] = [await read(query.from), await read(query.to)];
        return { from: from.summary, to: to.summary, ...compareRows(from.rows, to.rows) };
      },
    }),

    document: endpoint({
      summary: 'The schedule as the document that officials sign, or as a workbook: as it stands, or a baseline',
      path: OfOperator.extend({ format: z.enum(['pdf', 'xlsx']) }),
      query: z.object({ language: z.enum(documentLanguages).default('kk'), baseline: version.optional() }),
      gives: 'application/pdf, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      async handle({ viewer, path: { operatorCode, format }, query: { language, baseline }, response }) {
        mayRead(viewer, operatorCode);
        const schedule =
          baseline === undefined
            ? await presentDocument(database, operatorCode, today(), companyOf(viewer) === null)
            : await frozenDocument(database, operatorCode, baseline);
        const draw = format === 'pdf' ? schedulePdf : scheduleWorkbook;
        response.attachment(`schedule-${operatorCode}${baseline === undefined ? '' : `-${baseline}`}.${format}`);
        response.set('Cache-Control', 'no-store').send(await draw(schedule, language));
      },
    }),

    clock: endpoint({
      summary: 'How long an operator has to answer, where a schedule does not say otherwise',
      reply: DayCount,
      handle: () => clockOf(database, 'approval'),
    }),

    setClock: endpoint({
      summary: 'Set how long an operator has to answer schedules sent from now on',
      body: DayCount,
      reply: DayCount,
      handle: ({ viewer, body }) => setClock(database, viewer.login, 'approval', body),
    }),

    publicKey: endpoint({
      summary: 'The key by which this installation signs its baselines',
      reply: PublicKey,
      async handle() {
        const key = await signingKey(database);
        return { algorithm: 'Ed25519', publicKey: publicPem(key), fingerprint: fingerprint(key) };
      },
    }),
  };
}
