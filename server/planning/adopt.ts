import { conflict, type Actor } from '../assignments/bulk.ts';
import { assignEach, type Wanted } from '../assignments/plan.ts';
import type { Database } from '../database/database.ts';
import type { PlanningInput } from './input.ts';
import { textOf } from './problem.ts';
import type { PlanRow } from './plans/schema.ts';
import type { AdoptReply, AdoptRequest } from './scenarios/schema.ts';

/**
 * Makes assignments in draft of what a scenario plans, as one action, by the rules of assigning. Settlements whose
 * assignments changed since the scenario was made are refused.
 */
export async function adopt(
  database: Database,
  actor: Actor,
  input: PlanningInput,
  rows: readonly PlanRow[],
  { settlements, responsibleOfficer }: AdoptRequest,
): Promise<AdoptReply> {
  const chosen = settlements && new Set(settlements.map(textOf));
  const versionOf = new Map(input.settlements.map((wanted) => [textOf(wanted), wanted.version]));
  const planned = rows.filter((row) => row.state === 'planned' && (chosen === null || chosen.has(textOf(row))));
  // Those that others hang on come first, so that crews which others have taken since leave whole trees behind.
  const inOrder = planned.toSorted((a, b) =>
    a.finishQuarter! < b.finishQuarter! ? -1 : Number(a.finishQuarter! > b.finishQuarter!),
  );
  const wanted = inOrder.map((row): Wanted => ({
    key: { regionCode: row.regionCode, code: row.code },
    commitment: {
      operatorCode: row.operatorCode!,
      technology: row.technology!,
      startQuarter: row.startQuarter!,
      finishQuarter: row.finishQuarter!,
      costTenge: row.capitalTenge,
      subsidyTenge: row.subsidyTenge,
      responsibleOfficer,
    },
    against: ({ assignments }) =>
      Math.max(0, ...assignments.map(({ version }) => version)) === versionOf.get(textOf(row))
        ? null
        : conflict('changed-since'),
  }));
  const found = new Set(planned.map(textOf));
  const skipped = (settlements ?? []).filter((key) => !found.has(textOf(key)));
  if (wanted.length === 0) return { actionId: null, done: [], refused: [], skipped };
  return { ...(await assignEach(database, actor, wanted)), skipped };
}
