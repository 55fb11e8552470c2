import { t } from '../i18n/index.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { notify } from './notices.tsx';
import { asProblem, headOf, reasonOf } from './problem-words.ts';

/** Says briefly what failed, where no place of the page is its own. */
export function notifyProblem(thrown: unknown, what: MessageKey): void {
  const problem = asProblem(thrown);
  const { requestId, missing } = problem;
  const code = requestId === null ? [] : [t('problem.code'), requestId];
  notify({
    text: [headOf(problem, what), reasonOf(problem), ...code].join(' '),
    stays: true,
    action: missing === 'outdated' ? { label: t('problem.reload'), run: () => location.reload() } : undefined,
  });
}
