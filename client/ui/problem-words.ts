// How failures are worded, in the language of the page.
import { t } from '../i18n/index.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { Problem } from '../store/problem.ts';

/** What was thrown, as a Problem; what is none is an error of the page's own. */
export const asProblem = (thrown: unknown): Problem =>
  thrown instanceof Problem ? thrown : new Problem(500, String(thrown));

/** What failed and what is safe: `what`, unless nobody knows whether it was done. */
export const headOf = ({ unsure }: Problem, what: MessageKey): string => t(unsure ? 'problem.unsure' : what);

const byStatus: Readonly<Record<number, MessageKey>> = {
  401: 'session.over',
  403: 'problem.forbidden',
  409: 'problem.changed',
  413: 'problem.too-large',
  429: 'problem.too-many',
};

/** Why it failed. */
export function reasonOf({ status, missing, roles, most }: Problem): string {
  if (missing !== null) return t(`problem.${missing}`);
  if (status === 0) return t('problem.unreachable');
  if (roles.length > 0) return t('problem.only-for', { roles: roles.map((role) => t(`role.${role}`)).join(', ') });
  if (most !== null) return t('problem.most', { megabytes: Math.floor(most / 1024 ** 2) });
  return t(byStatus[status] ?? (status >= 500 ? 'problem.service' : 'problem.refused'));
}
