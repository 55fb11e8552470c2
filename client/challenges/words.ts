// How challenges are worded, in the language of the page.
import type { ChallengeKey, Cited, ShownChallenge } from '../../server/challenges/schema.ts';
import { date, nameOf, t } from '../i18n/index.ts';
import { speedText } from '../planner/details/assessment.tsx';
import { operatorName } from '../planner/words.ts';

export const reference = ({ regionCode, number }: ChallengeKey): string => `${regionCode}/${number}`;

/** The settlement with its district and region, or how many settlements. */
export function placeWords({ places }: ShownChallenge): string {
  if (places.length > 1) {
    return [t('challenges.settlements', { count: places.length }), regionWords(places[0])].filter(Boolean).join(', ');
  }
  const [{ settlement, district, region }] = places;
  return [settlement, district, region]
    .flatMap((one) => one ?? [])
    .map(nameOf)
    .join(', ');
}

const regionWords = ({ region }: ShownChallenge['places'][number]) => region && nameOf(region);

/** The name of one of the settlements. */
export function settlementName({ places }: ShownChallenge, code: string): string {
  const names = places.find(({ settlementCode }) => settlementCode === code)?.settlement;
  return names ? nameOf(names) : code;
}

/** "operator's claim · fibre · 100/100 Mbit/s · 15 January 2026 · register" */
export const citedWords = ({ kind, technology, tests, observedOn, dataset, ...speeds }: Cited): string =>
  [
    t(`kind.${kind}`),
    technology && t(`technology.${technology}`),
    speedText(speeds),
    tests !== null && t('evidence.tests', { count: tests }),
    observedOn === null ? t('evidence.undated') : date(observedOn),
    dataset,
  ]
    .filter(Boolean)
    .join(' · ');

export const operatorOf = ({ operatorCode }: ShownChallenge): string => operatorName(operatorCode);

type Statement = ShownChallenge['statements'][number];

/** "Rebuttal of the operator: Name, 22 November 2026" */
export const statementHead = ({ step, writtenByName, writtenOn }: Statement): string =>
  `${t(`challenge-step.${step}`)}: ${[writtenByName, date(writtenOn)].filter(Boolean).join(', ')}`;

/** What others wrote to a challenge after a person saw it, a line each. */
export const newsSince = (seen: ShownChallenge, now: ShownChallenge): string[] =>
  now.statements.slice(seen.statements.length).map(statementHead);
