import { workingDays } from '../calendar/holidays.ts';
import { doneBefore } from '../changes/done-before.ts';
import { openAction } from '../changes/record.ts';
import type { Database } from '../database/database.ts';
import { clockOf } from '../programmes/queries.ts';
import { challengesOfClaims, statementsOf } from './queries.ts';
import { bringsNew, showsNothing } from './rules.ts';
import type { Challenge, ChallengeClaim, ChallengeKey, Raise } from './schema.ts';
import { checkShown, citedOf, codesOf, evidenceIn, refused } from './shown.ts';
import { keyOf, say, settle, write, type Writer } from './write.ts';

/** Disputes claims of an operator; the clock of its rebuttal begins. */
export function raise(database: Database, writer: Writer, request: Raise): Promise<ChallengeKey> {
  const { viewer, today } = writer;
  const { regionCode, operatorCode } = request;
  return database.transaction(async () => {
    const about = { actor: viewer.login, verb: 'challenge' } as const;
    const action = await openAction(database, { id: request.id, ...about, regionCodes: [regionCode] });
    const already = await doneBefore(database, { id: action.id, ...about });
    if (already !== null) return already as ChallengeKey;

    const codes = codesOf(request.claims);
    const known = await evidenceIn(database, regionCode, codes, operatorCode);
    const claims = request.claims.map((at, i): ChallengeClaim => {
      const piece = known(at);
      if (piece?.operatorCode !== operatorCode || (piece.kind !== 'claim' && piece.kind !== 'register')) {
        const detail = `${at.evidenceId} is no claim of ${operatorCode} at ${at.settlementCode}.`;
        throw refused('no-such-claim', `claims.${i}`, detail);
      }
      return { settlementCode: at.settlementCode, evidenceId: piece.id, claim: citedOf(piece), outcome: null };
    });
    await checkRaised(database, request, claims);
    const shown = await checkShown(database, request, {
      regionCode,
      codes,
      known,
      company: null,
      kinds: ['measurement', 'inspection'],
    });

    const number = action.sequence(regionCode);
    const challenge: Challenge = {
      regionCode,
      number,
      operatorCode,
      party: viewer.role === 'deputy' ? 'deputy' : 'ministry',
      raisedBy: viewer.login,
      raisedByName: viewer.displayName,
      raisedOn: today,
      dueOn: workingDays.deadline(today, await clockOf(database, 'challenge')),
      answer: null,
      answeredOn: null,
      outcome: null,
      decidedOn: null,
      version: number,
    };
    await write(database, action, null, challenge);
    await settle(database, action, challenge, null, claims);
    await say(database, action, challenge, writer, { step: 'raise', text: request.text, ...shown });
    await action.close();
    return keyOf(challenge);
  });
}

/** What is challenged or withdrawn already cannot be; what was dismissed only by evidence that was not there then. */
async function checkRaised(database: Database, request: Raise, claims: readonly ChallengeClaim[]): Promise<void> {
  if (showsNothing(request)) {
    const detail = 'a claim is challenged with evidence. Name speed tests, files, measurements or inspections.';
    throw refused('needs-evidence', 'evidence', detail);
  }
  const before = await challengesOfClaims(database, request.regionCode, claims);
  const standing = before.find(({ outcome }) => outcome !== 'dismissed');
  if (standing !== undefined) {
    const { outcome, settlementCode, regionCode, number } = standing;
    const how = outcome === null ? 'challenged' : 'withdrawn';
    const detail = `the claim at ${settlementCode} is ${how} already by ${regionCode}/${number}.`;
    throw refused(`${how}-already`, 'claims', detail, 409);
  }
  const said = await statementsOf(database, before);
  if (before.length > 0 && !bringsNew(request, before.flatMap(said))) {
    const detail = 'it was dismissed before. It is challenged again only with evidence that was not shown then.';
    throw refused('needs-new-evidence', 'evidence', detail);
  }
}
