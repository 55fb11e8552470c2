import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { Notices } from '../ui/notices.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { onlyFor } from '../store/problem.ts';
import { ActionBar } from './action-bar.tsx';
import { followAddress, place } from './address.ts';
import { followChanges } from './follow.ts';
import { PageHead } from '../ui/page-head.tsx';
import { SkipToSchedule } from './skip.tsx';
import { StepDialogs } from './open-dialog.tsx';
import { OverviewPanel } from './overview-panel.tsx';
import { loadOverview, overview, overviewProblem, readOverview } from './overview-state.ts';
import { SchedulePanel } from './schedule-panel.tsx';
import { Skeleton } from './skeleton.tsx';

/** The page at `/schedules`: how the schedule of each operator stands, and all that is done with it. */
export function SchedulesPage() {
  const allowed = viewer.value!.role !== 'operator';
  return (
    <div class="schedules">
      <PageHead title={t('schedules.title')} skip={<SkipToSchedule />} />
      <main id="schedule" class="schedules__body">
        {allowed ? <Desk /> : <Forbidden />}
      </main>
      {allowed && <ActionBar />}
      <Notices />
      <StepDialogs />
    </div>
  );
}

function Desk() {
  useEffect(() => {
    void loadOverview();
    const stops = [followAddress(), followChanges(readOverview)];
    return () => stops.forEach((stop) => stop());
  }, []);
  if (overviewProblem.value !== null) {
    return (
      <ProblemNotice problem={overviewProblem.value} what="schedules.load-failed" retry={() => void loadOverview()} />
    );
  }
  if (overview.value === null) return <Skeleton />;
  const { operator } = place.value;
  if (operator === '') return <OverviewPanel {...overview.value} />;
  const schedule = overview.value.schedules.find(({ operatorCode }) => operatorCode === operator);
  if (schedule === undefined) {
    return (
      <div class="empty">
        <p>{t('schedules.unknown-operator')}</p>
        <a class="button" href="/schedules">
          {t('schedules.all')}
        </a>
      </div>
    );
  }
  return <SchedulePanel key={operator} schedule={schedule} />;
}

const forbidden = onlyFor('planner', 'deputy', 'administrator');

const Forbidden = () => <ProblemNotice problem={forbidden} what="schedules.forbidden" />;
