import type { Challenge, ChallengeState, ChallengeStatement, Shown } from './schema.ts';

/** Decided, answered, or else waiting for the rebuttal, whose time may have run out. */
export function stateOf({ outcome, answer, dueOn }: Challenge, today: string): ChallengeState {
  return outcome ?? answer ?? (dueOn < today ? 'undefended' : 'open');
}

/** Can it be decided upon: was the operator heard, or had it the time to speak? */
export const canDecide = (state: ChallengeState): boolean =>
  state === 'rebutted' || state === 'conceded' || state === 'undefended';

/** Can it be withdrawn by whoever raised it: was nothing decided yet? */
export const canRetract = (state: ChallengeState): boolean => state === 'open' || canDecide(state);

type Evident = Pick<Shown, 'tests' | 'attachments'> & { evidence: readonly { evidenceId: string }[] };

/** What is shown, each thing by a text of its own. */
const things = ({ tests, attachments, evidence }: Evident): string[] => [
  ...tests.map(({ settlementCode, download, upload, latency }) =>
    [settlementCode, download, upload, latency].join(' '),
  ),
  ...attachments,
  ...evidence.map(({ evidenceId }) => evidenceId),
];

export const showsNothing = (shown: Evident): boolean => things(shown).length === 0;

/** Is something shown that none of these statements had shown? */
export function bringsNew(shown: Evident, before: readonly ChallengeStatement[]): boolean {
  const known = new Set(before.flatMap((one) => things({ ...one, attachments: one.attachments.map(({ id }) => id) })));
  return things(shown).some((thing) => !known.has(thing));
}
