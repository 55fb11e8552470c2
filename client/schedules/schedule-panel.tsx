import type { Stage } from '../../server/assignments/schema.ts';
import type { Schedule } from '../../server/schedules/schema.ts';
import { date, t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';
import { mayPlan } from '../session/session.ts';
import { Facts } from '../ui/facts.tsx';
import { NoMatches } from '../ui/no-matches.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { openDialog } from './acting.ts';
import { goTo, place } from './address.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import { Baselines } from './baselines.tsx';
import { ComparisonPanel } from './comparison-panel.tsx';
import { Documents } from './documents.tsx';
import { RequestsPanel } from './requests-panel.tsx';
import { RowSection } from './row-section.tsx';
import { reading, type Row, rows } from './rows.ts';
import { found, selected } from './selection.ts';
import { SendDialog } from './send-dialog.tsx';
import { Skeleton } from './skeleton.tsx';
import { Timeline } from './timeline.tsx';
import { Toolbar } from './toolbar.tsx';
import { useRows } from './use-rows.ts';
import { dayCount, escalation } from './words.ts';

/** What a planner looks for, the most pressing first, and the stages that belong there. */
const sections = {
  countered: ['countered'],
  declined: ['declined'],
  waiting: ['proposed'],
  accepted: ['accepted'],
  drafts: ['draft'],
  agreed: ['approved', 'under_construction', 'returned', 'operational', 'verified'],
  cancelled: ['cancelled'],
} as const satisfies Record<string, readonly Stage[]>;
type Section = keyof typeof sections;

const rowsIn = (section: Section, all: readonly Row[]): Row[] =>
  all
    .filter(({ stage }) => (sections[section] as readonly Stage[]).includes(stage))
    .toSorted((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0));

/** One operator's schedule: how it stands, what can be done with it, and each assignment. */
export function SchedulePanel({ schedule }: { schedule: Schedule }) {
  const { operatorCode } = schedule;
  const retry = useRows(operatorCode);
  const { value } = reading;
  const { view, compared } = place.value;
  return (
    <>
      <p>
        <a class="button" href="/schedules">
          {t('schedules.all')}
        </a>
      </p>
      <Standing schedule={schedule} />
      {value.state === 'loading' && <Skeleton />}
      {value.state === 'failed' && <ProblemNotice problem={value.problem} what="schedules.load-failed" retry={retry} />}
      {value.state === 'ready' && (
        <>
          {mayPlan() && <Actions schedule={schedule} />}
          {rows.value.length > 0 && (
            <div class="panel__actions" role="group" aria-label={t('documents.title')}>
              <Documents operatorCode={operatorCode} baseline={null} />
            </div>
          )}
          <RequestsPanel />
          <Baselines schedule={schedule} />
          {compared && (
            <ComparisonPanel key={`${compared.from}-${compared.to}`} operatorCode={operatorCode} {...compared} />
          )}
          <Toolbar />
          {rows.value.length === 0 && <p class="empty">{t('schedules.empty')}</p>}
          {rows.value.length > 0 && found.value.length === 0 && <NoMatches clear={() => goTo({ search: '' })} />}
          {view === 'timeline' && found.value.length > 0 && <Timeline rows={found.value} />}
          {view === 'list' &&
            (Object.keys(sections) as Section[]).map((section) => (
              <RowSection
                key={section}
                id={section}
                title={t(`schedule-section.${section}`)}
                rows={rowsIn(section, found.value)}
                closed={section === 'cancelled'}
              />
            ))}
        </>
      )}
      <Dialogs schedule={schedule} />
    </>
  );
}

function Standing({ schedule: { operatorCode, state, versions } }: { schedule: Schedule }) {
  const newest = versions.at(0);
  const escalated = rows.value.find(({ stage, escalatedOn }) => stage === 'proposed' && escalatedOn !== null);
  return (
    <section class="panel">
      <div class="panel__head">
        <h2>{operatorName(operatorCode)}</h2>
        <span class={`state state--${state}`}>
          {t(`schedule-state.${state}`)}
          {newest && `, ${t('schedules.version', { version: newest.version })}`}
        </span>
      </div>
      {newest === undefined ? (
        <p class="muted">{t('schedules.never-sent')}</p>
      ) : (
        <Facts
          facts={[
            [t('schedules.sent-on'), date(newest.sentOn)],
            [t('clock.title'), dayCount(newest.approvalDays, newest.approvalDaysKind)],
            [t('clock.last-day'), date(newest.dueOn)],
            [t('field.responsibleOfficer'), newest.responsibleOfficer],
            newest.approvedOn === null ? null : [t('schedules.approved-on'), date(newest.approvedOn)],
          ]}
        />
      )}
      {escalated && <p class="commitment__escalated">{escalation(escalated)}</p>}
    </section>
  );
}

/** Sending and approving; where approving is not possible yet, it is said what is in the way. */
function Actions({ schedule: { operatorCode, versions } }: { schedule: Schedule }) {
  const name = operatorName(operatorCode);
  const drafts = rowsIn('drafts', rows.value);
  const chosenDrafts = rowsIn('drafts', selected.value);
  const toSend = chosenDrafts.length > 0 ? chosenDrafts : drafts;
  const accepted = rowsIn('accepted', rows.value);
  const waiting = rowsIn('waiting', rows.value).length;
  const countered = rowsIn('countered', rows.value).length;
  const sent = versions.find(({ state }) => state === 'sent' || state === 'answered');
  const settled = waiting + countered === 0;
  return (
    <div class="panel__actions">
      {toSend.length > 0 && (
        <button
          type="button"
          class="button button--main"
          onClick={() => (openDialog.value = { type: 'send', operatorCode, rows: toSend })}
        >
          {t('send.button', { count: toSend.length, operator: name })}
        </button>
      )}
      {sent && accepted.length > 0 && settled && (
        <button
          type="button"
          class="button button--main"
          onClick={() => (openDialog.value = { type: 'approve', operatorCode, version: sent.version, rows: accepted })}
        >
          {t('approve.button', { count: accepted.length, operator: name })}
        </button>
      )}
      {sent && !settled && (
        <p class="muted">
          {t('approve.not-yet')}{' '}
          {[
            waiting > 0 && t('approve.waiting', { count: waiting }),
            countered > 0 && t('approve.countered', { count: countered }),
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
      )}
    </div>
  );
}

function Dialogs({ schedule }: { schedule: Schedule }) {
  const open = openDialog.value;
  if (open?.type === 'send') return <SendDialog {...open} previous={schedule.versions.at(0)} />;
  if (open?.type === 'approve') return <ApproveDialog {...open} />;
  return null;
}
