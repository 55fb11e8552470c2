import { t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Refused } from './upload.ts';

interface Properties {
  problem: unknown;
  what: 'imports.check-failed' | 'imports.load-failed';
}

/** Why a file was not accepted or not loaded, and what to do about it. */
export function FileProblem({ problem, what }: Properties) {
  if (!(problem instanceof Refused)) return <ProblemNotice problem={problem} what={what} />;
  const { fault, line, value } = problem.refusal;
  return (
    <div class="notice notice--error" role="alert">
      <Icon name="warning" />
      <div>
        <p>
          <strong>{t(what)}</strong>
        </p>
        <p>
          {t(`refused.${fault}`)} {line !== null && t('refused.at-line', { line })}
        </p>
        {value !== null && (
          <p>
            {t('refused.value')} <code>{value}</code>
          </p>
        )}
        <p class="muted">
          {t('problem.code')} <code>{problem.requestId}</code>
        </p>
      </div>
    </div>
  );
}
