import { t } from '../i18n/index.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { Icon } from './icon.tsx';
import { asProblem, headOf, reasonOf } from './problem-words.ts';

interface Properties {
  problem: unknown;
  /** What failed and what is safe, in words. */
  what: MessageKey;
  retry?: () => void;
}

/** An error: what failed, what is safe, how to go on, and a code to quote. */
export function ProblemNotice({ problem, what, retry }: Properties) {
  const known = asProblem(problem);
  const { errors, requestId, missing } = known;
  return (
    <div class="notice notice--error" role="alert">
      <Icon name="warning" />
      <div>
        <p>
          <strong>{headOf(known, what)}</strong>
        </p>
        <p>{reasonOf(known)}</p>
        {errors.length > 0 && (
          <p>
            {t('problem.where')} <code>{errors.map(({ path }) => path).join(', ')}</code>
          </p>
        )}
        {requestId && (
          <p class="muted">
            {t('problem.code')} <code>{requestId}</code>
          </p>
        )}
        {missing === 'outdated' ? (
          <button type="button" class="button" onClick={() => location.reload()}>
            {t('problem.reload')}
          </button>
        ) : (
          retry && (
            <button type="button" class="button" onClick={retry}>
              {t('problem.retry')}
            </button>
          )
        )}
      </div>
    </div>
  );
}
