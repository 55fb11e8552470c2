import type { Reason, Stage, Terms } from '../../assignments/schema.ts';
import type { Database } from '../../database/database.ts';
import { notFound } from '../../http/problem.ts';
import { allOperators } from '../../operators/queries.ts';
import type { Names } from '../../places/schema.ts';
import { currentProgramme } from '../../programmes/queries.ts';
import { baselineOf, scheduleVersions } from '../queries.ts';
import { scheduleRows, totalsOf } from '../rows.ts';
import { BaselineFile, type BaselineRow, type Totals } from '../schema.ts';

/** A line of the document: what is agreed or asked, and the operator's answer to it. */
export type DocumentRow = BaselineRow & {
  stage: Stage;
  reason: Reason | null;
  counter: Terms | null;
  answerDueOn: string | null;
};

/** An operator's schedule as one document: as it stands on a day, or as it was frozen. */
export interface ScheduleDocument {
  operator: Names;
  programme: Names;
  responsibleOfficer: string;
  scheduleVersion: number | null;
  asOf: string;
  baseline: { version: number; hash: string } | null;
  rows: DocumentRow[];
  totals: Totals;
}

const sentStages: readonly Stage[] = [
  'proposed',
  'accepted',
  'declined',
  'countered',
  'approved',
  'under_construction',
  'operational',
  'verified',
  'returned',
];

/** What is promised or asked for; what was declined stands in the document, but not in its sums. */
const counts = ({ stage }: DocumentRow) => stage !== 'declined';

/** The schedule as it stands today; drafts are in it for those who make them alone. */
export async function presentDocument(
  database: Database,
  operatorCode: string,
  asOf: string,
  drafts: boolean,
): Promise<ScheduleDocument> {
  const operator = (await allOperators(database)).find(({ code }) => code === operatorCode);
  const programme = await currentProgramme(database);
  if (operator === undefined || programme === undefined) throw notFound(`schedule of ${operatorCode}`);
  const rows = await scheduleRows(database, drafts ? ['draft', ...sentStages] : sentStages, operatorCode);
  const [newest] = await scheduleVersions(database, operatorCode);
  return {
    operator: operator.names,
    programme: programme.names,
    responsibleOfficer: newest?.responsibleOfficer ?? '',
    scheduleVersion: newest?.version ?? null,
    asOf,
    baseline: null,
    rows,
    totals: totalsOf(rows.filter(counts)),
  };
}

/** The schedule as it was agreed in a baseline. */
export async function frozenDocument(
  database: Database,
  operatorCode: string,
  version: number,
): Promise<ScheduleDocument> {
  const programme = await currentProgramme(database);
  const baseline = programme && (await baselineOf(database, programme.code, operatorCode, version));
  if (baseline === undefined) throw notFound(`baseline ${version} of ${operatorCode}`);
  const { head, assignments, hash } = BaselineFile.parse(JSON.parse(baseline.file));
  const agreed = { stage: 'approved' as const, reason: null, counter: null, answerDueOn: null };
  return {
    operator: head.operator.names,
    programme: head.programme.names,
    responsibleOfficer: head.responsibleOfficer,
    scheduleVersion: head.scheduleVersion,
    asOf: head.madeOn,
    baseline: { version: head.version, hash },
    rows: assignments.map((row) => ({ ...row, ...agreed })),
    totals: head.totals,
  };
}
