import type { Schedule, Unanswered } from '../../server/schedules/schema.ts';
import { nameOf, number, t } from '../i18n/index.ts';
import { operatorName, people } from '../planner/words.ts';
import { mayPlan } from '../session/session.ts';
import { ClockForm } from './clock-form.tsx';
import type { Overview } from './overview-state.ts';
import { stages } from '../store/vocabulary.ts';
import { escalation, timeLeft } from './words.ts';

const shown = 200;

/** The schedules of all operators, the most pressing first, and who has not answered on which settlement. */
export function OverviewPanel({ schedules, unanswered, clock }: Overview) {
  const leastLeft = ({ operatorCode }: Schedule) =>
    Math.min(...unanswered.filter((row) => row.operatorCode === operatorCode).map(({ daysLeft }) => daysLeft));
  const sorted = schedules.toSorted((a, b) => {
    const [first, second] = [leastLeft(a), leastLeft(b)];
    return first === second ? 0 : first - second;
  });
  return (
    <>
      {schedules.length === 0 && <p class="empty">{t('schedules.no-operators')}</p>}
      <ul class="schedule-cards" aria-label={t('schedules.title')}>
        {sorted.map((schedule) => (
          <ScheduleCard
            key={schedule.operatorCode}
            schedule={schedule}
            waiting={unanswered.filter(({ operatorCode }) => operatorCode === schedule.operatorCode)}
          />
        ))}
      </ul>
      {mayPlan() && <ClockForm key={`${clock.days} ${clock.kind}`} clock={clock} />}
      {schedules.some(({ versions }) => versions.length > 0) && <UnansweredTable rows={unanswered} />}
    </>
  );
}

function ScheduleCard({ schedule, waiting }: { schedule: Schedule; waiting: readonly Unanswered[] }) {
  const { operatorCode, state, versions } = schedule;
  const counts = stages.filter((stage) => schedule.stages[stage]);
  return (
    <li class="panel">
      <div class="panel__head">
        <h2>
          <a href={`/schedules?operator=${encodeURIComponent(operatorCode)}`}>{operatorName(operatorCode)}</a>
        </h2>
        <span class={`state state--${state}`}>
          {t(`schedule-state.${state}`)}
          {versions.length > 0 && `, ${t('schedules.version', { version: versions[0].version })}`}
        </span>
      </div>
      {waiting.length > 0 && (
        <p class={waiting[0].daysLeft < 0 ? 'clock clock--overdue' : 'clock'}>
          {t('schedules.not-answered', { count: waiting.length })},{' '}
          {timeLeft(waiting[0].daysLeft, waiting[0].workingDaysLeft)}
        </p>
      )}
      {counts.length === 0 ? (
        <p class="muted">{t('schedules.empty')}</p>
      ) : (
        <dl class="stage-counts">
          {counts.map((stage) => (
            <div key={stage}>
              <dt>{t(`stage.${stage}`)}</dt>
              <dd>{number(schedule.stages[stage]!)}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

function UnansweredTable({ rows }: { rows: readonly Unanswered[] }) {
  return (
    <section class="unanswered">
      <h2>{t('schedules.who-waits')}</h2>
      {rows.length === 0 ? (
        <p class="muted">{t('schedules.nobody-waits')}</p>
      ) : (
        <table class="table unanswered__table">
          <thead>
            <tr>
              <th scope="col">{t('list.settlement')}</th>
              <th scope="col">{t('field.operatorCode')}</th>
              <th scope="col">{t('clock.title')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={`${row.regionCode}:${row.code}:${row.number}`}>
                <th scope="row">
                  {nameOf(row.names)}
                  <div class="muted">
                    {[row.district && nameOf(row.district), nameOf(row.region), people(row.population)]
                      .filter(Boolean)
                      .join(', ')}
                  </div>
                </th>
                <td>{operatorName(row.operatorCode)}</td>
                <td>
                  <span class={row.daysLeft < 0 ? 'clock clock--overdue' : 'clock'}>
                    {timeLeft(row.daysLeft, row.workingDaysLeft)}
                  </span>
                  <div>{escalation(row)}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > shown && <p class="muted">{t('common.and-more', { count: rows.length - shown })}</p>}
    </section>
  );
}
