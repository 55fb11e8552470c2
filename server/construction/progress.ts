import { assignmentsOf } from '../assignments/queries.ts';
import type { Assignment, AssignmentKey } from '../assignments/schema.ts';
import { attachmentsOf } from '../attachments/queries.ts';
import type { Technology } from '../coverage/schema.ts';
import type { Database } from '../database/database.ts';
import { notFound } from '../http/problem.ts';
import { settlementsByKeys } from '../places/queries.ts';
import { currentProgramme } from '../programmes/queries.ts';
import { constructionRules } from './country-rules.ts';
import { milestonesOf } from './milestones.ts';
import {
  blockersOfCompany,
  inspectionsOfCompany,
  type InspectionRow,
  milestonesOfCompany,
  type ReportRow,
  reportsOfCompany,
} from './queries.ts';
import { wantedOf } from './rules.ts';
import type { Blocker, Inspection, Progress, Wanted } from './schema.ts';
import { timingOf } from './timing.ts';

/** The assignment, if this company (null: anyone) may see it; else throws a 404. */
export async function findAssignment(
  database: Database,
  { regionCode, code, number }: AssignmentKey,
  company: string | null,
): Promise<Assignment> {
  const assignments = await assignmentsOf(database, [{ regionCode, code }], company);
  const found = assignments.find((assignment) => assignment.number === number);
  if (found === undefined) throw notFound(`assignment ${number} of the settlement ${regionCode} ${code}`);
  return found;
}

/** What the profile in force asks of a technology; null where it does not count. */
export async function wantedNow(database: Database, technology: Technology): Promise<Wanted | null> {
  const programme = await currentProgramme(database);
  return programme === undefined ? null : wantedOf(programme.profile, technology);
}

/** All that this company (null: anyone) may know of the building of a commitment. */
export function progressOf(
  database: Database,
  key: AssignmentKey,
  company: string | null,
  today: string,
): Promise<Progress> {
  return database.transaction(async () => {
    const assignment = await findAssignment(database, key, company);
    const [settlement] = await settlementsByKeys(database, [key]);
    const dates = new Map((await milestonesOfCompany(database, assignment)).map((row) => [row.kind, row]));
    const blockers = (await blockersOfCompany(database, assignment)).map(shownBlocker);
    const attachments = await attachmentsOf(database, key, company);
    const open = new Set(attachments.map(({ id }) => id));
    const { photographs, tests } = constructionRules.operational;
    return {
      assignment,
      names: settlement.names,
      population: settlement.population,
      milestones: milestonesOf(assignment, dates, constructionRules),
      blockers,
      timing: timingOf({ ...assignment, dates, blockers }, constructionRules, today),
      needs: { photographs, tests },
      wanted: await wantedNow(database, assignment.technology),
      reports: (await reportsOfCompany(database, assignment)).map(shownReport),
      inspections: (await inspectionsOfCompany(database, assignment)).map((row) => shownInspection(row, open)),
      attachments,
    };
  });
}

const shownBlocker = (row: Blocker): Blocker => ({
  id: row.id,
  cause: row.cause,
  owedBy: row.owedBy,
  text: row.text,
  since: row.since,
  until: row.until,
  decision: row.decision,
  decisionText: row.decisionText,
  raisedBy: row.raisedBy,
});

const shownReport = ({
  operatorCode: _operator,
  sentHash: _hash,
  assignment: _assignment,
  ...report
}: ReportRow): Progress['reports'][number] => report;

/** An inspection with those of its files that the reader may open. */
export function shownInspection(row: InspectionRow, open: ReadonlySet<string> | null): Inspection {
  const {
    recordedAt: _at,
    sentHash: _hash,
    assignment: _assignment,
    status: _status,
    flagged: _flagged,
    ...shown
  } = row;
  return { ...shown, attachments: shown.attachments.filter((id) => open === null || open.has(id)) };
}
