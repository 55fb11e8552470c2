import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { mayPlan } from '../session/session.ts';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { onlyFor } from '../store/problem.ts';
import { Chooser } from './chooser.tsx';
import { CurrentFile } from './current-file.tsx';
import { Guide } from './guide.tsx';
import { loaded, readLoaded } from './loaded.ts';
import { LoadedFiles } from './loaded-files.tsx';
import { Results } from './results.tsx';
import { WaitingFiles } from './waiting-files.tsx';

/** The page at `/imports`: files in, with a preview of what each would change, and where all that is there came from. */
export function ImportsPage() {
  return (
    <div class="imports">
      <PageHead title={t('imports.title')} />
      <main class="imports__body">{mayPlan() ? <Desk /> : <Forbidden />}</main>
    </div>
  );
}

function Desk() {
  useEffect(() => void readLoaded(), []);
  return (
    <>
      <Chooser />
      <Results />
      <CurrentFile />
      <WaitingFiles />
      {loaded.value.state === 'ready' && <Guide open={loaded.value.rows.length === 0} />}
      <LoadedFiles />
    </>
  );
}

const forbidden = onlyFor('planner', 'administrator');

const Forbidden = () => <ProblemNotice problem={forbidden} what="imports.forbidden" />;
