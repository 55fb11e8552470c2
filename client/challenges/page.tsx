import { t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { onlyFor } from '../store/problem.ts';
import { Notices } from '../ui/notices.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { WithOperators } from '../ui/with-operators.tsx';
import { readPath } from './address.ts';
import { ChallengePanel } from './challenge-panel.tsx';
import { ListPanel } from './list-panel.tsx';
import { RaisePanel } from './raise-panel.tsx';

/** The pages at `/challenges`: all that are disputed, one challenge, and the form to challenge a claim. */
export function ChallengesPage() {
  const place = readPath(location.pathname);
  return (
    <div class="schedules">
      <PageHead title={t('challenges.title')} skip={<Skip />} />
      <main id="challenges" class="schedules__body schedules__body--narrow">
        <WithOperators loading="challenges.loading" failed="challenges.load-failed">
          {place.page === 'list' && <ListPanel />}
          {place.page === 'one' && <ChallengePanel of={place.key} />}
          {place.page === 'raise' && (viewer.value!.role === 'operator' ? <Forbidden /> : <RaisePanel />)}
        </WithOperators>
      </main>
      <Notices />
    </div>
  );
}

const Skip = () => (
  <a class="skip" href="#challenges">
    {t('challenges.skip')}
  </a>
);

const forbidden = onlyFor('deputy', 'planner', 'administrator');
const Forbidden = () => <ProblemNotice problem={forbidden} what="challenges.forbidden" />;
