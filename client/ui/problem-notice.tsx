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

/** The service's own words are shown where they name a place or a person. */
const toldInDetail = [403, 404, 409, 413, 422];

/** An error: what failed, what is safe, how to go on, and a code to quote. */
export function ProblemNotice({ problem, what, retry }: Properties) {
  const known = asProblem(problem);
  const { status, detail, requestId, roles, most, missing } = known;
  const isWorded = roles.length > 0 || most !== null;
  return (
    <div class="notice notice--error" role="alert">
      <Icon name="warning" />
      <div>
        <p>
          <strong>{headOf(known, what)}</strong>
        </p>
        <p>{reasonOf(known)}</p>
        {toldInDetail.includes(status) && !isWorded && detail && <p lang="en">{detail}</p>}
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
