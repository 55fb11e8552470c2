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
  const { state, places, dueOn, own } = challenge;
  const [chosen, setChosen] = useState<Readonly<Record<string, ChallengeOutcome>>>({});
  const [text, setText] = useState('');
  if (state === 'open') return <p class="muted">{t('challenges.not-yet', { date: date(dueOn) })}</p>;
  // What was written is not lost when another decides meanwhile.
  if (!canDecide(state) && text === '') return null;
  if (own === 'another-decides') return canDecide(state) ? <p class="muted">{t('challenges.own')}</p> : null;
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
      {own === 'decides-alone' && <p>{t('challenges.alone')}</p>}
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

const takenBack = {
  reverse: { effect: 'challenges.send-reversal', explained: 'challenges.reverse-explained' },
  retract: { effect: 'challenges.send-retraction', explained: 'challenges.retract-explained' },
} as const;

/** The ministry takes back that a challenge was upheld, or whoever raised it withdraws it before it is decided. */
export function TakeBackForm({ what, ...properties }: ChallengeWriting & { what: keyof typeof takenBack }) {
  const { challenge } = properties;
  const [text, setText] = useState('');
  const { effect, explained } = takenBack[what];
  return (
    <details class="more">
      <summary>{t(`challenges.${what}`)}</summary>
      <ChallengeForm
        {...properties}
        title={t(`challenges.${what}`)}
        effect={t(effect)}
        closed={false}
        send={(version) => challengesService[what](challenge, { version, text })}
      >
        <p class="muted">{t(explained)}</p>
        <TextField label="challenges.reasons" hint="challenges.reasons-hint" text={text} change={setText} />
      </ChallengeForm>
    </details>
  );
}
