import type { ComponentChildren } from 'preact';
import type { AssignmentKey } from '../../server/assignments/schema.ts';
import { ruleOf } from '../../server/assignments/stages.ts';
import { nameOf, t } from '../i18n/index.ts';
import { commitmentOf } from '../outbox/entry.ts';
import { entries } from '../outbox/outbox.ts';
import { mayPlan, viewer } from '../session/session.ts';
import { Problem } from '../store/problem.ts';
import { Notices } from '../ui/notices.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Skeleton } from '../schedules/skeleton.tsx';
import { listOf, readPath } from './address.ts';
import { Blockers } from './blockers.tsx';
import { ChangesAsked } from './changes-asked.tsx';
import { InspectionSection } from './inspection-form.tsx';
import { Milestones } from './milestones.tsx';
import { ReportSection } from './report-form.tsx';
import { stageAhead } from './stage-ahead.ts';
import { Summary } from './summary.tsx';
import { Told } from './told.tsx';
import { useProgress } from './use-progress.ts';

const notFound = new Problem(404, '', '', null);

/** The page at `/commitments/…`: all that is known of the building of one commitment, and what one has to tell of it. */
export function CommitmentPage() {
  const key = readPath(location.pathname);
  if (key !== null) return <Commitment of={key} />;
  return (
    <Frame title={t('commitment.title')}>
      <ProblemNotice problem={notFound} what="commitment.unknown" />
    </Frame>
  );
}

function Frame({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="schedules">
      <PageHead
        title={title}
        skip={
          <a class="skip" href="#commitment">
            {t('commitment.skip')}
          </a>
        }
      />
      <main id="commitment" class="schedules__body schedules__body--narrow">
        {children}
      </main>
      <Notices />
    </div>
  );
}

function Commitment({ of: key }: { of: AssignmentKey }) {
  const { progress, requests, problem, show, retry } = useProgress(key);
  if (progress === null) {
    const gone = problem instanceof Problem && problem.status === 404;
    const what = gone ? 'commitment.unknown' : 'commitment.load-failed';
    return (
      <Frame title={t('commitment.title')}>
        {problem === null ? <Skeleton /> : <ProblemNotice {...{ problem, what, retry }} />}
      </Frame>
    );
  }
  const { assignment, names } = progress;
  const stage = stageAhead(assignment, entries.value ?? []);
  const reports = viewer.value!.role === 'operator' || mayPlan();
  const inspects = mayPlan() && ruleOf('verify').from.includes(stage);
  return (
    <Frame title={nameOf(names)}>
      <p class="panel__actions">
        <a class="button" href={listOf(assignment)}>
          {t('commitment.back')}
        </a>
        <a
          class="button"
          href={`/map?show=all&place=${encodeURIComponent(key.regionCode)}:${encodeURIComponent(key.code)}`}
        >
          {t('details.on-map')}
        </a>
      </p>
      {problem !== null && <ProblemNotice problem={problem} what="commitment.old" retry={retry} />}
      <Summary progress={progress} />
      {reports && <ReportSection key={commitmentOf(key)} progress={progress} stage={stage} />}
      {inspects && <InspectionSection progress={progress} />}
      <Milestones milestones={progress.milestones} />
      <ChangesAsked {...{ assignment, requests }} />
      <Blockers {...{ progress, show, retry }} />
      <Told progress={progress} />
    </Frame>
  );
}
