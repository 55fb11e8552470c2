import { t } from '../i18n/index.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { Problem } from '../store/request.ts';
import { Icon } from './icon.tsx';

interface Properties {
  problem: unknown;
  /** What failed and what is safe, in words. */
  what: MessageKey;
  retry?: () => void;
}

function reason(problem: Problem): string {
  if (problem.status === 0) return t('problem.no-connection');
  if (problem.status === 403) return t('problem.forbidden');
  if (problem.status === 429) return t('problem.too-many');
  if (problem.status === 413) return t('problem.too-large');
  if (problem.status >= 500) return t('problem.service');
  return t('problem.refused');
}

/** An error: what failed, what is safe, how to go on, and a code to quote. */
export function ProblemNotice({ problem, what, retry }: Properties) {
  const known = problem instanceof Problem ? problem : new Problem(500, String(problem), '', null);
  return (
    <div class="notice notice--error" role="alert">
      <Icon name="warning" />
      <div>
        <p>
          <strong>{t(what)}</strong>
        </p>
        <p>{reason(known)}</p>
        {[404, 409, 413, 422].includes(known.status) && known.detail && <p lang="en">{known.detail}</p>}
        {known.requestId && (
          <p class="muted">
            {t('problem.code')} <code>{known.requestId}</code>
          </p>
        )}
        {retry && (
          <button type="button" class="button" onClick={retry}>
            {t('problem.retry')}
          </button>
        )}
      </div>
    </div>
  );
}
