import { useState } from 'preact/hooks';
import { date, t } from '../i18n/index.ts';
import { money } from '../planner/words.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useParticulars } from './particulars.ts';
import type { Row } from './rows.ts';
import { escalation } from './words.ts';

/** What is not needed at a glance, and comes when it is looked at. */
export function Particulars({ row }: { row: Row }) {
  const [open, setOpen] = useState(false);
  const { standing, problem, retry } = useParticulars(row, open);
  const { regionCode, code, answerDueOn } = row;
  const facts: [string, string][] = [];
  if (standing !== null) {
    facts.push(
      [t('field.costTenge'), money(standing.costTenge)],
      [t('field.subsidyTenge'), money(standing.subsidyTenge)],
      [t('field.responsibleOfficer'), standing.responsibleOfficer || t('common.none')],
    );
    if (standing.proposedOn !== null) facts.push([t('schedules.sent-on'), date(standing.proposedOn)]);
  }
  if (answerDueOn !== null) facts.push([t('clock.last-day'), date(answerDueOn)]);
  facts.push([t('details.code'), code]);
  const escalated = escalation(row);
  return (
    <>
      {escalated && <p class="commitment__escalated">{escalated}</p>}
      <details class="more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('schedules.particulars')}</summary>
        {problem !== null && <ProblemNotice problem={problem} what="schedules.load-failed" retry={retry} />}
        <dl class="facts" aria-busy={open && standing === null && problem === null}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <a class="button" href={`/map?show=all&place=${encodeURIComponent(regionCode)}:${encodeURIComponent(code)}`}>
          {t('details.on-map')}
        </a>
      </details>
    </>
  );
}
