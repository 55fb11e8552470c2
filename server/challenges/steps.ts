import { assess } from '../assessment/assess.ts';
import { type Action, openAction } from '../changes/record.ts';
import type { Verb } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { changedSince, forbidden, notFound } from '../http/problem.ts';
import { canAnotherDecide, challengeByKey, claimsOf } from './queries.ts';
import { canDecide, canRetract, stateOf } from './rules.ts';
import type { Challenge, ChallengeClaim, ChallengeKey, Decide, Rebut, Retract, Reverse } from './schema.ts';
import { checkShown, codesOf, evidenceIn, refused } from './shown.ts';
import { keyOf, say, settle, write, type Writer } from './write.ts';

export const noChallenge = ({ regionCode, number }: ChallengeKey) => notFound(`challenge ${regionCode}/${number}`);

const nothingShown = { tests: [], evidence: [], attachments: [] };

interface Step {
  writer: Writer;
  key: ChallengeKey;
  /** The version that the person saw. */
  seen: number;
  verb: Verb;
  /** The company that acts; null is the ministry. */
  company: string | null;
}

/** Runs a step of a challenge as the person saw it, then assesses its settlements where what counts has changed. */
function step(
  database: Database,
  { writer: { viewer, today }, key, seen, verb, company }: Step,
  work: (before: Challenge, claims: ChallengeClaim[], action: Action) => Promise<{ assess: boolean }>,
): Promise<void> {
  return database.transaction(async () => {
    if ((await challengeByKey(database, key, company)) === undefined) throw noChallenge(key);
    const action = await openAction(database, { actor: viewer.login, verb, regionCodes: [key.regionCode] });
    const before = (await challengeByKey(database, key, company))!;
    if (before.version !== seen) throw changedSince({ ...keyOf(before), version: before.version });
    const claims = (await claimsOf(database, [key]))(key);
    const done = await work(before, claims, action);
    await action.close();
    if (!done.assess) return;
    const keys = [...codesOf(claims)].map((code) => ({ regionCode: key.regionCode, code }));
    await assess(database, { type: 'settlements', keys }, today);
  });
}

/** The operator says why its claims are so, or concedes that they are not. */
export function rebut(
  database: Database,
  writer: Writer,
  company: string,
  key: ChallengeKey,
  request: Rebut,
): Promise<void> {
  const { version: seen, concede, text } = request;
  const verb = concede ? 'concede' : 'rebut';
  return step(database, { writer, key, seen, verb, company }, async (before, claims, action) => {
    const state = stateOf(before, writer.today);
    if (state === 'undefended') throw refused('time-over', 'dueOn', `the last day was ${before.dueOn}.`, 409);
    if (state !== 'open') throw refused('answered-already', 'state', `it is ${state} already.`, 409);
    const codes = codesOf(claims);
    const known = await evidenceIn(database, key.regionCode, codes, company);
    // What is disputed proves nothing of itself.
    const disputed = new Set(claims.map(({ evidenceId }) => evidenceId));
    const shown = await checkShown(database, request, {
      regionCode: key.regionCode,
      codes,
      company,
      known: (at) => (disputed.has(at.evidenceId.toLowerCase()) ? undefined : known(at)),
      kinds: ['measurement', 'inspection', 'register'],
    });
    const answer = concede ? 'conceded' : 'rebutted';
    const version = action.sequence(key.regionCode);
    await write(database, action, before, { ...before, answer, answeredOn: writer.today, version });
    await say(database, action, key, writer, { step: verb, text, ...shown });
    return { assess: false };
  });
}

/** The ministry decides, once the operator was heard or its time is over. Where it upholds, the claims do not count. */
export function decide(
  database: Database,
  writer: Writer,
  key: ChallengeKey,
  { version: seen, upheld, text }: Decide,
): Promise<void> {
  const verb = upheld.length > 0 ? 'uphold' : 'dismiss';
  return step(database, { writer, key, seen, verb, company: null }, async (before, claims, action) => {
    const state = stateOf(before, writer.today);
    if (state === 'open') throw refused('too-early', 'dueOn', `the operator has until ${before.dueOn}.`, 409);
    if (!canDecide(state)) throw refused('decided-already', 'state', `it is ${state} already.`, 409);
    const { login } = writer.viewer;
    if (before.raisedBy === login && (await canAnotherDecide(database, login))) {
      throw refused('own-challenge', 'raisedBy', 'whoever raised it does not decide it while another can.', 409);
    }
    const codes = codesOf(claims);
    const other = upheld.find((code) => !codes.has(code));
    if (other !== undefined) throw refused('unknown-place', 'upheld', `${other} is none of its settlements.`);
    const isUpheld = new Set(upheld);
    const outcomeAt = (code: string) => (isUpheld.has(code) ? 'upheld' : 'dismissed');
    const decided = claims.map((claim): ChallengeClaim => ({ ...claim, outcome: outcomeAt(claim.settlementCode) }));
    await conclude(database, action, writer, before, verb === 'uphold' ? 'upheld' : 'dismissed');
    await settle(database, action, key, claims, decided);
    await say(database, action, key, writer, { step: 'decide', text, ...nothingShown });
    return { assess: verb === 'uphold' };
  });
}

/** Whoever raised it withdraws it, with the reason, before it is decided: its claims count and may be challenged anew. */
export function retract(
  database: Database,
  writer: Writer,
  key: ChallengeKey,
  { version: seen, text }: Retract,
): Promise<void> {
  return step(database, { writer, key, seen, verb: 'retract', company: null }, async (before, claims, action) => {
    if (before.raisedBy !== writer.viewer.login) throw forbidden('whoever raised it');
    const state = stateOf(before, writer.today);
    if (!canRetract(state)) throw refused('decided-already', 'state', `it is ${state} already.`, 409);
    await conclude(database, action, writer, before, 'retracted');
    const counting = claims.map((claim): ChallengeClaim => ({ ...claim, outcome: 'dismissed' }));
    await settle(database, action, key, claims, counting);
    await say(database, action, key, writer, { step: 'retract', text, ...nothingShown });
    return { assess: false };
  });
}

/** The ministry takes back that a challenge was upheld: its claims count again. */
export function reverse(
  database: Database,
  writer: Writer,
  key: ChallengeKey,
  { version: seen, text }: Reverse,
): Promise<void> {
  return step(
    database,
    { writer, key, seen, verb: 'reverse-decision', company: null },
    async (before, claims, action) => {
      if (before.outcome !== 'upheld') throw refused('not-upheld', 'outcome', 'only what was upheld is reversed.', 409);
      await conclude(database, action, writer, before, 'dismissed');
      const counting = claims.map((claim): ChallengeClaim => ({ ...claim, outcome: 'dismissed' }));
      await settle(database, action, key, claims, counting);
      await say(database, action, key, writer, { step: 'reverse', text, ...nothingShown });
      return { assess: true };
    },
  );
}

const conclude = (
  database: Database,
  action: Action,
  { today }: Writer,
  before: Challenge,
  outcome: Challenge['outcome'],
) =>
  write(database, action, before, {
    ...before,
    outcome,
    decidedOn: today,
    version: action.sequence(before.regionCode),
  });
