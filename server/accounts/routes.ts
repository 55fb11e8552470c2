import { rateLimit } from 'express-rate-limit';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { notSignedIn, Problem } from '../http/problem.ts';
import { nobodysHash, passwordMatches } from './password.ts';
import { accountByLogin } from './queries.ts';
import { SignIn, Viewer } from './schema.ts';

const tooMany = () => {
  throw new Problem(
    429,
    'Too many attempts',
    'Too many attempts to sign in. Wait a quarter of an hour, then try again.',
  );
};

/** At most twenty failed attempts a quarter of an hour from one address, and ten on one account. */
export const signInLimits = [
  rateLimit({ windowMs: 15 * 60_000, limit: 20, skipSuccessfulRequests: true, handler: tooMany }),
  rateLimit({
    windowMs: 15 * 60_000,
    limit: 10,
    skipSuccessfulRequests: true,
    handler: tooMany,
    keyGenerator: (request) => `account ${String((request.body as { login?: unknown } | undefined)?.login)}`,
  }),
];

export function accountRoutes(database: Database) {
  return {
    whoAmI: endpoint({
      summary: 'Who is signed in',
      reply: Viewer,
      handle: async ({ viewer }) => viewer,
    }),

    signIn: endpoint({
      summary: 'Sign in',
      body: SignIn,
      reply: Viewer,
      async handle({ body, request }) {
        const account = await accountByLogin(database, body.login);
        const matches = await passwordMatches(body.password, account?.passwordHash ?? nobodysHash);
        if (account === undefined || !matches) {
          throw new Problem(401, 'Not signed in', 'No account has this login and password.');
        }
        const { id: _id, passwordHash: _hash, ...viewer } = account;
        await new Promise<void>((done, fail) => request.session.regenerate((error) => (error ? fail(error) : done())));
        request.session.viewer = viewer;
        // Before the answer begins: whoever has the cookie is then known by it.
        await new Promise<void>((done, fail) => request.session.save((error) => (error ? fail(error) : done())));
        return viewer;
      },
    }),

    signOut: endpoint({
      summary: 'Sign out',
      async handle({ request, response }) {
        if (request.session.viewer === undefined) throw notSignedIn();
        await new Promise<void>((done, fail) => request.session.destroy((error) => (error ? fail(error) : done())));
        response.clearCookie('baylanys');
      },
    }),
  };
}
