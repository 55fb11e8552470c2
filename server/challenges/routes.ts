import { z } from 'zod';
import { companyOf } from '../accounts/access.ts';
import type { Viewer } from '../accounts/schema.ts';
import { DayCount } from '../calendar/schema.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { setClock } from '../programmes/edit.ts';
import { clockOf } from '../programmes/queries.ts';
import { printChallenge } from './print.ts';
import { challengeByKey, challengesMatching } from './queries.ts';
import { raise } from './raise.ts';
import { ChallengeFilter, ChallengeKey, Decide, Raise, Rebut, Retract, Reverse, ShownChallenge } from './schema.ts';
import { decide, noChallenge, rebut, retract, reverse } from './steps.ts';
import { viewOf } from './view.ts';

export function challengeRoutes(database: Database, today: () => string) {
  const one = async (key: ChallengeKey, viewer: Viewer): Promise<ShownChallenge> => {
    const challenge = await challengeByKey(database, key, companyOf(viewer));
    if (challenge === undefined) throw noChallenge(key);
    return (await viewOf(database, [challenge], viewer, today()))[0];
  };

  return {
    list: endpoint({
      summary: 'Challenges, those that wait by their term and then the decided; an operator sees those of its claims',
      query: ChallengeFilter,
      reply: z.object({ rows: z.array(ShownChallenge), next: z.string().nullable() }),
      async handle({ query, viewer }) {
        const company = companyOf(viewer);
        const ranked = await challengesMatching(database, query, company, today());
        const last = ranked.length === query.limit ? ranked.at(-1)! : null;
        const rows = ranked.map(({ rank: _rank, ...challenge }) => challenge);
        return {
          rows: await viewOf(database, rows, viewer, today()),
          next: last && `${last.rank}~${last.regionCode}~${last.number}`,
        };
      },
    }),

    find: endpoint({
      summary: 'One challenge: what it disputes, what each side says and shows, its clock and the decision',
      path: ChallengeKey,
      reply: ShownChallenge,
      handle: ({ path, viewer }) => one(path, viewer),
    }),

    raise: endpoint({
      summary: 'Dispute claims of an operator in settlements of a region, with evidence; its time to rebut begins',
      body: Raise,
      reply: ShownChallenge,
      handle: async ({ body, viewer }) => one(await raise(database, { viewer, today: today() }, body), viewer),
    }),

    rebut: endpoint({
      summary: 'Rebut a challenge with words and evidence, or concede it: the operator whose claims they are',
      path: ChallengeKey,
      body: Rebut,
      reply: ShownChallenge,
      async handle({ path, body, viewer }) {
        await rebut(database, { viewer, today: today() }, viewer.operatorCode!, path, body);
        return one(path, viewer);
      },
    }),

    retract: endpoint({
      summary: 'Withdraw a challenge before it is decided, with the reason: whoever raised it',
      path: ChallengeKey,
      body: Retract,
      reply: ShownChallenge,
      async handle({ path, body, viewer }) {
        await retract(database, { viewer, today: today() }, path, body);
        return one(path, viewer);
      },
    }),

    decide: endpoint({
      summary:
        'Uphold a challenge in some of its settlements and dismiss it in the others; what it touches is assessed',
      path: ChallengeKey,
      body: Decide,
      reply: ShownChallenge,
      async handle({ path, body, viewer }) {
        await decide(database, { viewer, today: today() }, path, body);
        return one(path, viewer);
      },
    }),

    reverse: endpoint({
      summary: 'Take back that a challenge was upheld: its claims count again',
      path: ChallengeKey,
      body: Reverse,
      reply: ShownChallenge,
      async handle({ path, body, viewer }) {
        await reverse(database, { viewer, today: today() }, path, body);
        return one(path, viewer);
      },
    }),

    print: endpoint({
      summary: 'A challenge as a document on A4',
      path: ChallengeKey,
      query: z.object({ language: z.enum(['kk', 'ru']).default('kk') }),
      gives: 'application/pdf',
      async handle({ path, query, viewer, response }) {
        const challenge = await one(path, viewer);
        const pdf = await printChallenge(database, challenge, query.language, today());
        response.type('application/pdf').attachment(`challenge-${path.regionCode}-${path.number}.pdf`);
        response.send(pdf);
      },
    }),

    clock: endpoint({
      summary: 'How long an operator has to rebut a challenge',
      reply: DayCount,
      handle: () => clockOf(database, 'challenge'),
    }),

    setClock: endpoint({
      summary: 'Set how long an operator has to rebut the challenges raised from now on',
      body: DayCount,
      reply: DayCount,
      handle: ({ viewer, body }) => setClock(database, viewer.login, 'challenge', body),
    }),
  };
}
