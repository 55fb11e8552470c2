import { useState } from 'preact/hooks';
import { canDecide } from '../../server/challenges/rules.ts';
import type { ChallengeOutcome } from '../../server/challenges/schema.ts';
import { date, t } from '../i18n/index.ts';
import { ChallengeForm, type ChallengeWriting, TextField } from './challenge-form.tsx';
import { challengesService } from './service.ts';
import { settlementName } from './words.ts';

const outcomes: readonly ChallengeOutcome[] = ['upheld', 'dismissed'];

/** The ministry decides in each settlement, with its reasons. */
export function DecisionForm(properties: ChallengeWriting) {
  const { challenge } = properties;
  const { state, places, dueOn } = challenge;
  const [chosen, setChosen] = useState<Readonly<Record<string, ChallengeOutcome>>>({});
  const [text, setText] = useState('');
  if (state === 'open') return <p class="muted">{t('challenges.not-yet', { date: date(dueOn) })}</p>;
  // What was written is not lost when another decides meanwhile.
  if (!canDecide(state) && text === '') return null;
  const codes = places.map(({ settlementCode }) => settlementCode);
  return (
    <ChallengeForm
      {...properties}
      title={t('challenges.decide')}
      effect={t('challenges.send-decision')}
      closed={!canDecide(state)}
      send={async (version) => {
        const upheld = codes.filter((code) => chosen[code] === 'upheld');
        const now = await challengesService.decide(challenge, { version, upheld, text });
        setText('');
        return now;
      }}
    >
      <p class="muted">{t('challenges.decide-explained')}</p>
      <div class="report-form">
        {codes.map((code) => (
          <fieldset key={code}>
            <legend>{settlementName(challenge, code)}</legend>
            {outcomes.map((outcome) => (
              <label key={outcome} class="choice">
                <input
                  type="radio"
                  name={`outcome ${code}`}
                  required
                  checked={chosen[code] === outcome}
                  onChange={() => setChosen({ ...chosen, [code]: outcome })}
                />
                <span>{t(`challenge-decide.${outcome}`)}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <TextField label="challenges.reasons" hint="challenges.reasons-hint" text={text} change={setText} />
    </ChallengeForm>
  );
}

/** The ministry takes back that a challenge was upheld. */
export function ReversalForm(properties: ChallengeWriting) {
  const { challenge } = properties;
  const [text, setText] = useState('');
  return (
    <details class="more">
      <summary>{t('challenges.reverse')}</summary>
      <ChallengeForm
        {...properties}
        title={t('challenges.reverse')}
        effect={t('challenges.send-reversal')}
        closed={challenge.outcome !== 'upheld'}
        send={(version) => challengesService.reverse(challenge, { version, text })}
      >
        <p class="muted">{t('challenges.reverse-explained')}</p>
        <TextField label="challenges.reasons" hint="challenges.reasons-hint" text={text} change={setText} />
      </ChallengeForm>
    </details>
  );
}
