import type { ChangeRequest } from '../../server/change-requests/schema.ts';
import { pathOf } from '../commitment/address.ts';
import { date, nameOf, t } from '../i18n/index.ts';
import { people, quarters } from '../planner/words.ts';
import { viewer } from '../session/session.ts';
import { programme } from '../store/state.ts';
import { MarkIcon } from '../ui/mark-icon.tsx';
import { isActionable } from './acting.ts';
import { Particulars } from './row-particulars.tsx';
import { Requested } from './requested.tsx';
import { requestOf } from './requests.ts';
import { markOfRow, type Row } from './rows.ts';
import { isSelected, select } from './selection.ts';
import { TermsTable } from './terms-table.tsx';
import { ladder, lateness, reasonWords, timeLeft } from './words.ts';

/** One assignment: where, for how many, with what and when, how it stands, and how long is left to answer. */
export function RowItem({ row }: { row: Row }) {
  const { names, population, technology, startQuarter, finishQuarter, stage, reason, counter } = row;
  const current = programme.value!.currentQuarter;
  const name = nameOf(names);
  const on = isSelected(row);
  const place = ladder(row);
  const request = requestOf(row);
  return (
    <li class={on ? 'commitment commitment--selected' : 'commitment'}>
      <div class="commitment__head">
        {isActionable(row) ? (
          <label class="commitment__choice">
            <input
              type="checkbox"
              checked={on}
              onChange={({ currentTarget }) => select([row], currentTarget.checked)}
            />
            <strong>{name}</strong>
          </label>
        ) : (
          <p class="commitment__choice">
            <strong>{name}</strong>
          </p>
        )}
        <Clock row={row} />
      </div>
      <p class="muted">{[place, people(population)].filter(Boolean).join(' · ')}</p>
      <p>
        {t(`technology.${technology}`)} · {quarters(startQuarter, finishQuarter)}
      </p>
      <p class="commitment__stage">
        <MarkIcon mark={markOfRow(row, current)} />
        {[t(`stage.${stage}`), lateness(row, current)].filter(Boolean).join(' · ')}
      </p>
      {row.deadline !== null && <p>{t('standing.deadline', { date: date(row.deadline) })}</p>}
      {reason && <p class="commitment__reason">{reasonWords(reason)}</p>}
      {counter && <TermsTable row={row} asked={counter} />}
      {request && <Waiting {...{ row, request }} />}
      <div class="commitment__foot">
        {row.stage !== 'draft' && (
          <a class="button" href={pathOf(row)}>
            {t('assignments.open')} <span class="visually-hidden">{name}</span>
          </a>
        )}
        <Particulars row={row} />
      </div>
    </li>
  );
}

/** The change that waits for a decision: in full for the operator, who reads of it here alone; for others the way to it. */
function Waiting({ row, request }: { row: Row; request: ChangeRequest }) {
  if (viewer.value!.role !== 'operator') {
    return (
      <p>
        <a href="#change-requests">{t('change.waits')}</a>
      </p>
    );
  }
  return (
    <>
      <p>{t('change.waits')}</p>
      <Requested {...{ row, request }} />
    </>
  );
}

function Clock({ row: { daysLeft, workingDaysLeft, answerDueOn } }: { row: Row }) {
  if (answerDueOn === null) return null;
  if (daysLeft === null) return <span class="clock">{t('clock.until', { date: date(answerDueOn) })}</span>;
  const urgency = daysLeft < 0 ? 'clock clock--overdue' : daysLeft <= 2 ? 'clock clock--soon' : 'clock';
  return <span class={urgency}>{timeLeft(daysLeft, workingDaysLeft!)}</span>;
}
