import type { Assignment } from '../assignments/schema.ts';
import { constructionRules } from '../construction/country-rules.ts';
import { milestonesOf } from '../construction/milestones.ts';
import { allBlockers, allMilestones } from '../construction/queries.ts';
import type { Milestone, Timing } from '../construction/schema.ts';
import { timingOf } from '../construction/timing.ts';
import { toldOf } from '../construction/told.ts';
import type { Database } from '../database/database.ts';

/** How the building of one commitment stands. */
export interface Building {
  milestones: Milestone[];
  timing: Timing;
}

/** Reads all that a company told of its building; what it gives tells of each of its commitments. */
export async function readBuilding(
  database: Database,
  operatorCode: string,
  today: string,
): Promise<(assignment: Assignment) => Building> {
  const told = toldOf(await allMilestones(database, operatorCode), await allBlockers(database, operatorCode));
  return (assignment) => {
    const { dates, blockers } = told(assignment);
    return {
      milestones: milestonesOf(assignment, dates, constructionRules),
      timing: timingOf({ ...assignment, dates, blockers }, constructionRules, today),
    };
  };
}
