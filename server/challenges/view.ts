import { daysBetween } from '../calendar/days.ts';
import type { Database } from '../database/database.ts';
import { readPlaces } from '../inquiries/places.ts';
import { claimsOf, statementsOf } from './queries.ts';
import { stateOf } from './rules.ts';
import type { Challenge, ShownChallenge } from './schema.ts';
import { codesOf } from './shown.ts';

/** Challenges as a company (null: anyone who oversees) may see them: it is not told who of the deputies raised them. */
export async function viewOf(
  database: Database,
  challenges: readonly Challenge[],
  company: string | null,
  today: string,
): Promise<ShownChallenge[]> {
  const claimsBy = await claimsOf(database, challenges);
  const statementsBy = await statementsOf(database, challenges);
  const located = challenges.flatMap((challenge) =>
    [...codesOf(claimsBy(challenge))].map((settlementCode) => ({ regionCode: challenge.regionCode, settlementCode })),
  );
  const placeOf = await readPlaces(database, located);
  return challenges.map((challenge) => {
    const { raisedBy: _login, raisedByName: _name, ...shown } = challenge;
    const { regionCode, dueOn } = challenge;
    const state = stateOf(challenge, today);
    const claims = claimsBy(challenge);
    return {
      ...shown,
      state,
      daysLeft: state === 'open' ? daysBetween(today, dueOn) : null,
      claims,
      places: [...codesOf(claims)].map((settlementCode) => ({
        settlementCode,
        ...placeOf({ regionCode, settlementCode }),
      })),
      statements: statementsBy(challenge).map(({ writtenBy: _writer, ...statement }) => ({
        ...statement,
        writtenByName: company !== null && statement.step === 'raise' ? null : statement.writtenByName,
      })),
    };
  });
}
