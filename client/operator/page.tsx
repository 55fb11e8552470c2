import { useEffect } from 'preact/hooks';
import { FirstRun } from '../first-run/first-run.tsx';
import { nameOf, t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { ActionBar } from '../schedules/action-bar.tsx';
import { followAddress, goTo, place } from '../schedules/address.ts';
import { Documents } from '../schedules/documents.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SkipToSchedule } from '../schedules/skip.tsx';
import { StepDialogs } from '../schedules/open-dialog.tsx';
import { RowSection } from '../schedules/row-section.tsx';
import { reading } from '../schedules/rows.ts';
import { found } from '../schedules/selection.ts';
import { Skeleton } from '../schedules/skeleton.tsx';
import { Timeline } from '../schedules/timeline.tsx';
import { Toolbar } from '../schedules/toolbar.tsx';
import { useRows } from '../schedules/use-rows.ts';
import { operatorNames, programme } from '../store/state.ts';
import { later } from '../ui/later.tsx';
import { NoMatches } from '../ui/no-matches.tsx';
import { Notices } from '../ui/notices.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { bySection, sections } from './sections.ts';

const CalendarPanel = later(async () => (await import('./calendar-panel.tsx')).CalendarPanel);

/** Where an operator begins: what waits for its answer, what is late, what is next. */
export function OperatorPage() {
  const operatorCode = viewer.value!.operatorCode!;
  const retry = useRows(operatorCode);
  useEffect(followAddress, []);
  const names = operatorNames(operatorCode);
  const { value } = reading;
  return (
    <div class="schedules">
      <PageHead
        title={names === undefined ? t('operator.title') : `${t('operator.title')}: ${nameOf(names)}`}
        skip={<SkipToSchedule />}
        hasSteps
      />
      <main id="schedule" class="schedules__body schedules__body--narrow" aria-busy={value.state === 'loading'}>
        {value.state === 'loading' && <Skeleton />}
        {value.state === 'failed' && (
          <ProblemNotice problem={value.problem} what="schedules.load-failed" retry={retry} />
        )}
        {value.state === 'ready' && <Work />}
      </main>
      {value.state === 'ready' && <ActionBar />}
      <Notices />
      <StepDialogs />
    </div>
  );
}

/** Why there is nothing, and the next step. */
const Nothing = ({ searching }: { searching: boolean }) =>
  searching ? <NoMatches clear={() => goTo({ search: '' })} /> : <p class="empty">{t('operator.empty')}</p>;

/** The operator's own work, and the document of it that officials sign. */
function Work() {
  const groups = bySection(found.value, programme.value!.currentQuarter);
  const known = sections.flatMap((section) => groups[section]);
  const searching = place.value.search.trim() !== '';
  return (
    <>
      <FirstRun />
      <Toolbar />
      {known.length === 0 && <Nothing searching={searching} />}
      {place.value.view === 'timeline' && known.length > 0 && <Timeline rows={known} />}
      {place.value.view === 'list' &&
        sections.map((section) => (
          <RowSection
            key={section}
            id={section}
            title={t(`operator-section.${section}`)}
            rows={groups[section]}
            empty={section === 'answer' && known.length > 0 && !searching ? t('operator.all-answered') : undefined}
            closed={section === 'done'}
          />
        ))}
      {known.length > 0 && (
        <div class="panel__actions" role="group" aria-label={t('documents.title')}>
          <Documents operatorCode={viewer.value!.operatorCode!} baseline={null} />
        </div>
      )}
      {known.length > 0 && <CalendarPanel />}
    </>
  );
}
