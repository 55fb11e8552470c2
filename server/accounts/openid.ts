import { rateLimit } from 'express-rate-limit';
import type { Request } from 'express';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { notFound, Problem } from '../http/problem.ts';
import { accountOf } from './openid-link.ts';
import { OpenIdProvider, type OpenIdSettings, type PendingSignIn, Unreachable } from './openid-provider.ts';

declare module 'express-session' {
  interface SessionData {
    openId: PendingSignIn;
  }
}

/** Whoever takes longer with the service begins anew. */
const patience = 15 * 60_000;

/** Each attempt keeps something in the database: at most 300 a quarter of an hour from one address, which may be a whole ministry's. */
export const openIdLimit = rateLimit({
  windowMs: 15 * 60_000,
  limit: 300,
  handler: () => {
    throw new Problem(429, 'Too many attempts', 'Too many attempts to sign in. Wait a quarter of an hour.');
  },
});

/** What the sign-in page says of an attempt that came to nothing. */
type Outcome = 'openid-failed' | 'openid-unreachable' | 'openid-no-account';

const promised = (work: (done: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((done, fail) => work((error) => (error ? fail(error as Error) : done())));

/** A path of this site, and of no other. */
const LocalPath = z
  .string()
  .max(2000)
  .refine((path) => /^\/(?![/\\])/.test(path) && new URL(path, 'http://here').origin === 'http://here')
  .catch('/');

export function openIdRoutes(database: Database, settings: OpenIdSettings | null) {
  const provider = settings && new OpenIdProvider(settings);
  const configured = (): OpenIdProvider => {
    if (provider === null) throw notFound('sign-in service: set OIDC_ISSUER and what goes with it');
    return provider;
  };
  const back = (outcome: Outcome) => `/?sign-in=${outcome}`;

  /** The word of the log for an attempt that failed; never a code, token or secret. */
  function failed(request: Request, error: unknown): string {
    const { message, cause, error_description: told } = error as Error & { error_description?: string };
    const reason = told ?? (cause as Error | undefined)?.message;
    request.log.warn({ error: message, reason }, 'signing in by OpenID Connect failed');
    return back(error instanceof Unreachable ? 'openid-unreachable' : 'openid-failed');
  }

  return {
    begin: endpoint({
      summary: 'Sign in at the sign-in service of the installation: sends the person there',
      query: z.object({ to: LocalPath.default('/') }),
      gives: 'text/html',
      async handle({ query, request, response }) {
        response.set('Cache-Control', 'no-store');
        const service = configured();
        try {
          const { url, pending } = await service.begin(query.to);
          request.session.openId = pending;
          await promised((done) => request.session.save(done));
          response.redirect(url.href);
        } catch (error) {
          response.redirect(failed(request, error));
        }
      },
    }),

    finish: endpoint({
      summary: 'Where the sign-in service sends people back to',
      gives: 'text/html',
      async handle({ request, response }) {
        response.set('Cache-Control', 'no-store');
        const service = configured();
        const pending = request.session.openId;
        if (pending === undefined) {
          response.redirect(back('openid-failed'));
          return;
        }
        // Whatever comes of it, what was begun is good for one return.
        delete request.session.openId;
        await promised((done) => request.session.save(done));
        try {
          if (Date.now() - pending.begunAt > patience) throw new Error('It took too long.');
          const { identity, verifiedMail } = await service.finish(
            new URL(request.originalUrl, 'http://here').search,
            pending,
          );
          const viewer = await accountOf(database, identity, verifiedMail);
          if (viewer === null) {
            request.log.warn({ ...identity }, 'signed in by OpenID Connect, but linked to no account');
            response.redirect(back('openid-no-account'));
            return;
          }
          await promised((done) => request.session.regenerate(done));
          request.session.viewer = viewer;
          await promised((done) => request.session.save(done));
          response.redirect(pending.to);
        } catch (error) {
          response.redirect(failed(request, error));
        }
      },
    }),
  };
}
