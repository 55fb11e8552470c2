import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { z } from 'zod';

/** A request that cannot be met, told as RFC 9457 has it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly more: Record<string, unknown> = {},
  ) {
    super(detail);
  }
}

export const notSignedIn = () =>
  new Problem(401, 'Not signed in', 'Sign in first: your session has ended or never began.');
/** `roles` are who may, where that is a matter of roles: the client words them. */
export const forbidden = (whoCan: string, roles: readonly string[] = []) =>
  new Problem(403, 'Not allowed', `This is for: ${whoCan}.`, { roles });
export const notFound = (what: string) => new Problem(404, 'Not found', `There is no ${what}.`);
export const changedSince = (present: unknown) =>
  new Problem(409, 'Changed since', 'Somebody changed this after you saw it. Compare theirs with yours.', { present });

/** Input that does not fit its schema: every place, with what is wrong there. */
export const invalid = (error: z.ZodError) =>
  new Problem(
    422,
    'Invalid input',
    error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`).join('; '),
    {
      errors: error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    },
  );

/** Whatever no route answers. */
export const noRoute: RequestHandler = (request) => {
  throw notFound(`${request.method} ${request.path}`);
};

/** What Express and its parsers throw has a status of its own. */
const statusOf = (error: unknown): number => {
  const status = (error as { status?: unknown }).status;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
};

/** The one error handler: what is known is told, what is not is logged and told by the request's id alone. */
export const answerProblem: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const problem =
    error instanceof Problem
      ? error
      : statusOf(error) < 500
        ? new Problem(statusOf(error), 'Request refused', (error as Error).message, {
            most: (error as { limit?: number }).limit,
          })
        : new Problem(
            500,
            'Something failed here',
            'Nothing was changed. Try again; if it fails again, quote the request id.',
          );
  if (problem.status >= 500) {
    const { stack, cause } = error as Error;
    request.log.error(
      { error: stack ?? error, ...(cause !== undefined && { cause: String(cause) }) },
      'request failed',
    );
  }
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response
    .status(problem.status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: problem.title,
        status: problem.status,
        detail: problem.detail,
        requestId: request.id,
        ...problem.more,
      }),
    );
};
