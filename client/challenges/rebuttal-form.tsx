import { useEffect, useState } from 'preact/hooks';
import type { ShownEvidence } from '../../server/country/schema.ts';
import { t } from '../i18n/index.ts';
import { service } from '../store/service.ts';
import { ChallengeForm, type ChallengeWriting, TextField } from './challenge-form.tsx';
import { challengesService } from './service.ts';
import { ShownFields } from './shown-fields.tsx';
import { useShown } from './use-shown.ts';
import { settlementName } from './words.ts';

/** The operator says why its claims are so, or concedes that they are not. */
export function RebuttalForm(properties: ChallengeWriting) {
  const { challenge } = properties;
  const { regionCode, state, places, claims } = challenge;
  const codes = places.map(({ settlementCode }) => settlementCode);
  const [concede, setConcede] = useState(false);
  const [text, setText] = useState('');
  const shown = useShown(regionCode);
  const known = useKnown(regionCode, codes);
  // What is disputed proves nothing of itself.
  const disputed = new Set(claims.map(({ evidenceId }) => evidenceId));
  const isOpen = state === 'open';
  // What was written is not lost when the time runs out meanwhile.
  if (!isOpen && text === '') return null;
  const half = shown.isHalf(codes);
  return (
    <ChallengeForm
      {...properties}
      title={t('challenges.rebut')}
      effect={t(concede ? 'challenges.send-concession' : 'challenges.send-rebuttal')}
      closed={!isOpen || half || shown.preparing > 0}
      send={async (version) => {
        const body = { version, concede, text, ...shown.shown(concede ? [] : codes) };
        const now = await challengesService.rebut(challenge, body);
        setText('');
        shown.clear();
        return now;
      }}
    >
      <p class="muted">{t('challenges.rebut-explained')}</p>
      {[false, true].map((value) => (
        <label key={String(value)} class="choice">
          <input type="radio" name="concede" checked={concede === value} onChange={() => setConcede(value)} />
          <span>{t(value ? 'challenges.we-concede' : 'challenges.we-rebut')}</span>
        </label>
      ))}
      <TextField
        label={concede ? 'challenges.concession-text' : 'challenges.rebuttal-text'}
        hint="challenges.readers"
        text={text}
        change={setText}
      />
      {!concede && (
        <div class="report-form">
          {codes.map((code) => (
            <fieldset key={code}>
              <legend>{settlementName(challenge, code)}</legend>
              <ShownFields
                {...{ code, state: shown }}
                known={(known.get(code) ?? []).filter(({ id }) => !disputed.has(id))}
              />
            </fieldset>
          ))}
        </div>
      )}
      {half && <p role="status">{t('challenges.half-test')}</p>}
    </ChallengeForm>
  );
}

/** What is known of these settlements that is no claim: the form is of use without it. */
function useKnown(regionCode: string, codes: readonly string[]): ReadonlyMap<string, readonly ShownEvidence[]> {
  const [known, setKnown] = useState<ReadonlyMap<string, readonly ShownEvidence[]>>(new Map());
  useEffect(() => {
    for (const code of codes) {
      service.settlement({ regionCode, code }).then(
        ({ evidence }) =>
          setKnown((before) =>
            new Map(before).set(
              code,
              evidence.filter(({ kind }) => kind !== 'claim'),
            ),
          ),
        () => {},
      );
    }
  }, []);
  return known;
}
