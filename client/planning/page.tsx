import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { mayPlan } from '../session/session.ts';
import { onlyFor } from '../store/problem.ts';
import { Notices } from '../ui/notices.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { followAddress, view } from './address.ts';
import { ComparisonPanel } from './comparison-panel.tsx';
import { readCountry } from './known.ts';
import { ProposePanel } from './propose-panel.tsx';
import { ScenarioPanel } from './scenario-panel.tsx';
import { ScenariosPanel } from './scenarios-panel.tsx';
import { Skeleton } from './skeleton.tsx';

/** The page at `/planning`: plans that are proposed, why they are as they are, and what becomes of them. */
export function PlanningPage() {
  return (
    <div class="coverage planning">
      <PageHead
        title={t('planning.title')}
        skip={
          <a class="skip" href="#planning">
            {t('planning.skip')}
          </a>
        }
      />
      <main id="planning" class="coverage__body">
        {mayPlan() ? <Desk /> : <ProblemNotice problem={forbidden} what="planning.forbidden" />}
      </main>
      <Notices />
    </div>
  );
}

const forbidden = onlyFor('planner', 'administrator');

function Desk() {
  const [isReady, setReady] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  function read(): void {
    setProblem(null);
    readCountry().then(() => setReady(true), setProblem);
  }
  // Before anything is drawn, and so asked for.
  const [stop] = useState(followAddress);
  useEffect(() => {
    read();
    return stop;
  }, []);
  if (problem !== null) return <ProblemNotice problem={problem} what="planning.failed" retry={read} />;
  if (!isReady) return <Skeleton />;
  const { page, scenario, compared } = view.value;
  if (page === 'new') return <ProposePanel />;
  if (page === 'comparison' && compared.length > 1) return <ComparisonPanel />;
  if (scenario !== '') return <ScenarioPanel key={scenario} id={scenario} />;
  return <ScenariosPanel />;
}
