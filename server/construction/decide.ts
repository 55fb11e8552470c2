import type { Viewer } from '../accounts/schema.ts';
import { openAction } from '../changes/record.ts';
import type { Database } from '../database/database.ts';
import { changedSince } from '../http/problem.ts';
import { findAssignment } from './progress.ts';
import { blockersOfCompany } from './queries.ts';
import { conflicting, refused } from './refuse.ts';
import type { BlockerDecision } from './schema.ts';
import { writeBlocker } from './write.ts';

/**
 * The ministry confirms or refuses, once, a blocker that the state is said to owe. One confirmed in error is removed
 * as of the day on which it began; one refused in error is raised anew.
 */
export function decideBlocker(database: Database, viewer: Viewer, request: BlockerDecision): Promise<void> {
  return database.transaction(async () => {
    await findAssignment(database, request, null);
    const about = { actor: viewer.login, verb: 'decide-blocker' as const, regionCodes: [request.regionCode] };
    const action = await openAction(database, about);
    const assignment = await findAssignment(database, request, null);
    if (assignment.version !== request.version) throw changedSince(assignment);
    const blocker = (await blockersOfCompany(database, assignment)).find(
      ({ id }) => id === request.blocker.toLowerCase(),
    );
    if (blocker === undefined) {
      throw refused('unknown-blocker', 'blocker', `there is no blocker ${request.blocker} of this commitment.`);
    }
    if (blocker.owedBy === 'operator') {
      throw refused('not-owed-by-state', 'blocker', 'the operator owes its removal itself: it never stops the clock.');
    }
    if (blocker.decision !== null) {
      throw conflicting('blocker-decided', `It is ${blocker.decision} already.`, { present: blocker });
    }
    const decided = { decision: request.decision, decisionText: request.text };
    await writeBlocker(database, action, blocker, { ...blocker, ...decided });
    await action.close();
  });
}
