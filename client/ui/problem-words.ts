// How failures are worded, in the language of the page.
import { knows, t } from '../i18n/index.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { Problem } from '../store/problem.ts';

/** What was thrown, as a Problem; what is none is an error of the page's own. */
export const asProblem = (thrown: unknown): Problem =>
  thrown instanceof Problem ? thrown : new Problem(500, String(thrown));

/** What failed and what is safe: `what`, unless nobody knows whether it was done. */
export const headOf = ({ unsure }: Problem, what: MessageKey): string => t(unsure ? 'problem.unsure' : what);

const byStatus: Readonly<Record<number, MessageKey>> = {
  400: 'problem.invalid',
  401: 'session.over',
  403: 'problem.forbidden',
  404: 'problem.not-found',
  409: 'problem.changed',
  413: 'problem.too-large',
  422: 'problem.invalid',
  429: 'problem.too-many',
};

/** What the service calls its refusal, in words, if the page has them. */
function refusalWords({ refusalCode, values }: Problem): string | null {
  const key = [`problem.${refusalCode}`, `refusal.${refusalCode}`].find(knows);
  if (key === undefined) return null;
  const words = t(key, values);
  // What the outbox has are parts of a sentence.
  return key.startsWith('problem.') ? words : `${words[0].toUpperCase()}${words.slice(1)}.`;
}

/** Why it failed. */
export function reasonOf(problem: Problem): string {
  const { status, missing, roles, most } = problem;
  if (missing !== null) return t(`problem.${missing}`);
  if (status === 0) return t('problem.unreachable');
  const refusal = refusalWords(problem);
  if (refusal !== null) return refusal;
  if (roles.length > 0) return t('problem.only-for', { roles: roles.map((role) => t(`role.${role}`)).join(', ') });
  if (most !== null) return t('problem.most', { megabytes: Math.floor(most / 1024 ** 2) });
  return t(byStatus[status] ?? (status >= 500 ? 'problem.service' : 'problem.refused'));
}
