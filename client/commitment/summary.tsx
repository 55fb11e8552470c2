import type { Cause, Progress } from '../../server/construction/schema.ts';
import { date, t } from '../i18n/index.ts';
import { markOf } from '../map/stage.ts';
import { operatorName, people, quarters } from '../planner/words.ts';
import { reasonWords } from '../schedules/words.ts';
import { type Fact, Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icon.tsx';
import { MarkIcon } from '../ui/mark-icon.tsx';

/** Whose cause it is, in words: "power supply: no line of 10 kV (ministry)" */
export const causeWords = ({ code, text, owedBy }: Cause): string =>
  `${t(`reason-code.${code}`)}${text && `: ${text}`} (${t(`party.${owedBy}`)})`;

/** What was agreed, its dates kept apart, how it stands and why. */
export function Summary({ progress: { assignment, population, timing } }: { progress: Progress }) {
  const { stage, technology, operatorCode, startQuarter, finishQuarter, reason } = assignment;
  const { promised, daysStopped, deadline, forecast, stoppedBy, standing, cause } = timing;
  const isOnAir = stage === 'operational' || stage === 'verified';
  const mark = standing === 'overdue' ? 'overdue' : markOf(false, [assignment], finishQuarter);
  const facts: Fact[] = [
    [t('timing.promised'), date(promised)],
    [
      t('timing.deadline'),
      `${date(deadline)}${daysStopped > 0 ? ` (${t('timing.stopped', { count: daysStopped })})` : ''}`,
    ],
    [t(isOnAir ? 'timing.on-air' : 'timing.forecast'), date(forecast)],
  ];
  return (
    <section class="panel">
      <div class="panel__head">
        <h2>{operatorName(operatorCode)}</h2>
        <span class={`state standing--${standing}`}>{t(`standing.${standing}`)}</span>
      </div>
      <p>
        {t(`technology.${technology}`)} · {quarters(startQuarter, finishQuarter)} · {people(population)}
      </p>
      <p class="commitment__stage">
        <MarkIcon mark={mark} />
        {t(`stage.${stage}`)}
      </p>
      {reason && <p class="commitment__reason">{reasonWords(reason)}</p>}
      <Facts facts={facts} />
      {stoppedBy && (
        <p class="notice">
          <Icon name="warning" />
          <span>{t('timing.stands-still', { date: date(stoppedBy.since), cause: causeWords(stoppedBy) })}</span>
        </p>
      )}
      {cause && !stoppedBy && <p>{t('timing.because', { cause: causeWords(cause) })}</p>}
    </section>
  );
}
