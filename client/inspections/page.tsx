import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { mayPlan } from '../session/session.ts';
import { onlyFor } from '../store/problem.ts';
import { Notices } from '../ui/notices.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { readView, type RoutesView, teamsOf, writeView } from './address.ts';
import { Planned } from './planned.tsx';
import { RoutesForm } from './routes-form.tsx';

const forbidden = onlyFor('planner', 'administrator');

/** The page at `/inspections`: where to inspect next, as routes for the days of teams. */
export function InspectionsPage() {
  return (
    <div class="schedules">
      <PageHead title={t('routes.title')} skip={<Skip />} />
      <main id="inspections" class="schedules__body what-if">
        {mayPlan() ? <Desk /> : <ProblemNotice problem={forbidden} what="routes.forbidden" />}
      </main>
      <Notices />
    </div>
  );
}

const Skip = () => (
  <a class="skip" href="#inspections">
    {t('routes.skip')}
  </a>
);

/** What is asked on the left, the routes on the right. */
function Desk() {
  const [view, setView] = useState(() => readView(location.search));
  useEffect(() => {
    const back = () => setView(readView(location.search));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  function plan(next: RoutesView): void {
    history.pushState(null, '', `/inspections${writeView(next)}`);
    setView(next);
  }
  return (
    <>
      <p class="what-if__about">{t('routes.about')}</p>
      <div class="what-if__columns">
        <div class="what-if__side">
          <RoutesForm key={writeView(view)} view={view} plan={plan} />
          <details class="panel">
            <summary>{t('routes.method')}</summary>
            <p>{t('routes.method-measure')}</p>
            <p>{t('routes.method-roads')}</p>
            <p>{t('routes.method-search')}</p>
          </details>
        </div>
        {teamsOf(view).length === 0 ? <p class="empty">{t('routes.begin')}</p> : <Planned view={view} />}
      </div>
    </>
  );
}
