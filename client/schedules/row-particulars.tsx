import { useState } from 'preact/hooks';
import { date, t } from '../i18n/index.ts';
import { money } from '../planner/words.ts';
import { type Fact, Facts } from '../ui/facts.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useParticulars } from './particulars.ts';
import type { Row } from './rows.ts';
import { escalation } from './words.ts';

/** What is not needed at a glance, and comes when it is looked at. */
export function Particulars({ row }: { row: Row }) {
  const [open, setOpen] = useState(false);
  const { standing, problem, retry } = useParticulars(row, open);
  const { regionCode, code, answerDueOn } = row;
  const facts: Fact[] = [
    standing && [t('field.costTenge'), money(standing.costTenge)],
    standing && [t('field.subsidyTenge'), money(standing.subsidyTenge)],
    standing && [t('field.responsibleOfficer'), standing.responsibleOfficer || t('common.none')],
    standing?.proposedOn ? [t('schedules.sent-on'), date(standing.proposedOn)] : null,
    answerDueOn === null ? null : [t('clock.last-day'), date(answerDueOn)],
    [t('details.code'), code],
  ];
  const escalated = escalation(row);
  return (
    <>
      {escalated && <p class="commitment__escalated">{escalated}</p>}
      <details
        class="more"
        aria-busy={open && standing === null && problem === null}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>{t('schedules.particulars')}</summary>
        {problem !== null && <ProblemNotice problem={problem} what="schedules.load-failed" retry={retry} />}
        <Facts facts={facts} />
        <a class="button" href={`/map?show=all&place=${encodeURIComponent(regionCode)}:${encodeURIComponent(code)}`}>
          {t('details.on-map')}
        </a>
      </details>
    </>
  );
}
