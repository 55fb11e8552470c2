import { companyOf } from '../accounts/access.ts';
import type { Viewer } from '../accounts/schema.ts';
import { daysBetween } from '../calendar/days.ts';
import type { Database } from '../database/database.ts';
import { readPlaces } from '../inquiries/places.ts';
import { canAnotherDecide, claimsOf, statementsOf } from './queries.ts';
import { stateOf } from './rules.ts';
import type { Challenge, ShownChallenge } from './schema.ts';
import { codesOf } from './shown.ts';

/** Challenges as a person may see them: one of a company is not told who of the deputies raised them. */
export async function viewOf(
  database: Database,
  challenges: readonly Challenge[],
  viewer: Viewer,
  today: string,
): Promise<ShownChallenge[]> {
  const company = companyOf(viewer);
  const canAnother =
    challenges.some(({ raisedBy }) => raisedBy === viewer.login) && (await canAnotherDecide(database, viewer.login));
  const claimsBy = await claimsOf(database, challenges);
  const statementsBy = await statementsOf(database, challenges);
  const located = challenges.flatMap((challenge) =>
    [...codesOf(claimsBy(challenge))].map((settlementCode) => ({ regionCode: challenge.regionCode, settlementCode })),
  );
  const placeOf = await readPlaces(database, located);
  return challenges.map((challenge) => {
    const { raisedBy, raisedByName: _name, ...shown } = challenge;
    const { regionCode, dueOn } = challenge;
    const state = stateOf(challenge, today);
    const claims = claimsBy(challenge);
    const statements = statementsBy(challenge);
    return {
      ...shown,
      state,
      daysLeft: state === 'open' ? daysBetween(today, dueOn) : null,
      claims,
      places: [...codesOf(claims)].map((settlementCode) => ({
        settlementCode,
        ...placeOf({ regionCode, settlementCode }),
      })),
      statements: statements.map(({ writtenBy: _writer, ...statement }) => ({
        ...statement,
        writtenByName:
          company !== null && (statement.step === 'raise' || statement.step === 'retract')
            ? null
            : statement.writtenByName,
      })),
      own: raisedBy === viewer.login ? (canAnother ? 'another-decides' : 'decides-alone') : null,
      decidedByRaiser: statements.some(({ step, writtenBy }) => step === 'decide' && writtenBy === raisedBy),
    };
  });
}
