import { canRetract } from '../../server/challenges/rules.ts';
import type { ChallengeKey, ShownChallenge } from '../../server/challenges/schema.ts';
import { date, t } from '../i18n/index.ts';
import { languageNames } from '../i18n/language.ts';
import { clockClass, clockWords } from '../inquiries/words.ts';
import { mayPlan, viewer } from '../session/session.ts';
import { type Fact, Facts } from '../ui/facts.tsx';
import { ListSkeleton } from '../ui/list-skeleton.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useDocument } from '../ui/use-document.ts';
import { DecisionForm, TakeBackForm } from './decision-form.tsx';
import { RebuttalForm } from './rebuttal-form.tsx';
import { challengesService } from './service.ts';
import { Statement } from './statement.tsx';
import { citedWords, operatorOf, placeWords, reference, settlementName } from './words.ts';

/** One challenge: what it disputes, what each side says and shows, its clock, and what this person can add. */
export function ChallengePanel({ of }: { of: ChallengeKey }) {
  const {
    document: challenge,
    problem,
    begin,
    form,
  } = useDocument(() => challengesService.find(of), 'challenges.saved');

  return (
    <>
      <p>
        <a class="button" href="/challenges">
          {t('challenges.all')}
        </a>
      </p>
      {problem !== null && <ProblemNotice problem={problem} what="challenges.load-failed" retry={begin} />}
      {challenge === null && problem === null && <ListSkeleton what="challenges.loading" />}
      {challenge && (
        <>
          <Head challenge={challenge} />
          <ol class="plain inquiry__answers" aria-label={t('challenges.statements')}>
            {challenge.statements.map((statement) => (
              <Statement key={statement.number} {...{ challenge, statement }} />
            ))}
          </ol>
          {viewer.value!.role === 'operator' && <RebuttalForm challenge={challenge} {...form} />}
          {mayPlan() && <DecisionForm challenge={challenge} {...form} />}
          {mayPlan() && challenge.outcome === 'upheld' && (
            <TakeBackForm what="reverse" challenge={challenge} {...form} />
          )}
          {challenge.own !== null && canRetract(challenge.state) && (
            <TakeBackForm what="retract" challenge={challenge} {...form} />
          )}
        </>
      )}
    </>
  );
}

function Head({ challenge }: { challenge: ShownChallenge }) {
  const { regionCode, claims, party, state, raisedOn, dueOn } = challenge;
  const clock = clockWords(challenge);
  const facts: Fact[] = [
    [t('field.operatorCode'), operatorOf(challenge)],
    [t('challenges.raised'), t(`challenge-raised.${party}`, { date: date(raisedOn) })],
    [t('challenges.due-on'), date(dueOn)],
  ];
  return (
    <section class="panel">
      <div class="panel__head">
        <h2>
          {t('challenges.one', { reference: reference(challenge) })} · {placeWords(challenge)}
        </h2>
        <span>
          <span class={`state state--challenge-${state}`}>{t(`challenge-state.${state}`)}</span>{' '}
          {clock !== null && <span class={clockClass(challenge)}>{clock}</span>}
        </span>
      </div>
      <Facts facts={facts} />
      <h3>{t('challenges.claims')}</h3>
      <ul class="cards">
        {claims.map(({ settlementCode, evidenceId, claim, outcome }) => (
          <li key={`${settlementCode} ${evidenceId}`} class="card">
            <p>
              <a href={`/map?show=all&place=${encodeURIComponent(regionCode)}:${encodeURIComponent(settlementCode)}`}>
                {settlementName(challenge, settlementCode)}
              </a>
              {outcome !== null && (
                <>
                  {' '}
                  <span class={`state state--challenge-${outcome}`}>{t(`challenge-outcome.${outcome}`)}</span>
                </>
              )}
            </p>
            <p class="muted">{citedWords(claim)}</p>
          </li>
        ))}
      </ul>
      <div class="panel__actions" role="group" aria-label={t('challenges.print')}>
        {(['kk', 'ru'] as const).map((language) => (
          <a key={language} class="button" href={challengesService.documentAddress(challenge, language)} download>
            PDF, {languageNames[language]}
          </a>
        ))}
      </div>
    </section>
  );
}
