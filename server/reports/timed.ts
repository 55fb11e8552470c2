import { numbered } from '../assignments/bulk.ts';
import type { Assignment } from '../assignments/schema.ts';
import { dateOf } from '../calendar/moments.ts';
import { constructionRules } from '../construction/country-rules.ts';
import type { BlockerRow, MilestoneRow } from '../construction/queries.ts';
import { timingOf } from '../construction/timing.ts';
import { toldOf } from '../construction/told.ts';
import type { KnownAssignment } from './known.ts';

/** What was told of building, and when each assignment was reported operational, as the record has it. */
export interface Told {
  milestones: readonly MilestoneRow[];
  blockers: readonly BlockerRow[];
  reported: ReadonlyMap<string, Date>;
}

/** Assignments with the dates on which those in service came on air, and how each stands on a date. */
export function timed(assignments: readonly Assignment[], told: Told, asOf: string): KnownAssignment[] {
  const buildingOf = toldOf(told.milestones, told.blockers);
  return assignments.map((assignment) => {
    const building = buildingOf(assignment);
    const isDone = assignment.stage === 'operational' || assignment.stage === 'verified';
    const reported = told.reported.get(numbered(assignment));
    const onAir = building.dates.get('on-air')?.actual ?? (reported === undefined ? null : dateOf(reported));
    const operationalOn = isDone ? onAir : null;
    const timing = timingOf({ ...assignment, ...building, operationalOn }, constructionRules, asOf);
    return { ...assignment, operationalOn, timing };
  });
}
