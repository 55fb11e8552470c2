import { numbered } from '../assignments/bulk.ts';
import type { Assignment, AssignmentKey } from '../assignments/schema.ts';
import { constructionRules } from '../construction/country-rules.ts';
import { milestonesOf } from '../construction/milestones.ts';
import { allBlockers, allMilestones } from '../construction/queries.ts';
import type { Milestone, Timing } from '../construction/schema.ts';
import { timingOf } from '../construction/timing.ts';
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
  const milestones = byAssignment(await allMilestones(database, operatorCode));
  const blockers = byAssignment(await allBlockers(database, operatorCode));
  return (assignment) => {
    const text = numbered(assignment);
    const dates = new Map((milestones.get(text) ?? []).map((row) => [row.kind, row]));
    return {
      milestones: milestonesOf(assignment, dates, constructionRules),
      timing: timingOf({ ...assignment, dates, blockers: blockers.get(text) ?? [] }, constructionRules, today),
    };
  };
}

function byAssignment<Row extends AssignmentKey>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(numbered(row));
    if (group === undefined) groups.set(numbered(row), [row]);
    else group.push(row);
  }
  return groups;
}
