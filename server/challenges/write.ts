import type { Viewer } from '../accounts/schema.ts';
import type { Action } from '../changes/record.ts';
import type { Database } from '../database/database.ts';
import { insertStatement, statementsOf, writeChallenge, writeClaims } from './queries.ts';
import type { Challenge, ChallengeClaim, ChallengeKey, ChallengeStatement } from './schema.ts';

export const keyOf = ({ regionCode, number }: ChallengeKey): ChallengeKey => ({ regionCode, number });

/** Who writes, and when. */
export interface Writer {
  viewer: Viewer;
  today: string;
}

/** Writes a challenge, and tells the record. */
export async function write(
  database: Database,
  action: Action,
  before: Challenge | null,
  after: Challenge,
): Promise<void> {
  await writeChallenge(database, after);
  action.add(after.regionCode, { entity: 'challenge', key: keyOf(after), before, after });
}

/** Writes what is disputed, and what was decided of it. */
export async function settle(
  database: Database,
  action: Action,
  { regionCode, number }: ChallengeKey,
  before: readonly ChallengeClaim[] | null,
  after: readonly ChallengeClaim[],
): Promise<void> {
  await writeClaims(database, { regionCode, number }, after);
  for (const [i, { settlementCode, evidenceId, ...claim }] of after.entries()) {
    const was = before && { claim: before[i].claim, outcome: before[i].outcome };
    const key = { regionCode, challengeNumber: number, settlementCode, evidenceId };
    action.add(regionCode, { entity: 'challenge-claim', key, before: was, after: claim });
  }
}

/** Adds what a side says. */
export async function say(
  database: Database,
  action: Action,
  key: ChallengeKey,
  { viewer, today }: Writer,
  said: Omit<ChallengeStatement, 'number' | 'writtenBy' | 'writtenByName' | 'writtenOn'>,
): Promise<void> {
  const statement: ChallengeStatement = {
    number: (await statementsOf(database, [key]))(key).length + 1,
    ...said,
    writtenBy: viewer.login,
    writtenByName: viewer.displayName,
    writtenOn: today,
  };
  await insertStatement(database, key, statement);
  action.add(key.regionCode, {
    entity: 'challenge-statement',
    key: { regionCode: key.regionCode, challengeNumber: key.number, number: statement.number },
    before: null,
    after: statement,
  });
}
