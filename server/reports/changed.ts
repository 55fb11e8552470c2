import type { Database } from '../database/database.ts';
import { figuresOf } from './figures.ts';
import type { Known } from './known.ts';
import { endOf } from '../calendar/moments.ts';
import { workDone } from './queries.ts';
import type { ChangesReport } from './schema.ts';

const statusesShown = 500;

const keyOf = ({ regionCode, code }: { regionCode: string; code: string }) => `${regionCode} ${code}`;

/** What became of the same part of the country between two dates. */
export async function changedBetween(database: Database, before: Known, after: Known): Promise<ChangesReport> {
  const statuses = statusChanges(before, after);
  return {
    since: before.asOf,
    asOf: after.asOf,
    before: figuresOf(before.settlements, before.programme.populationThreshold),
    after: figuresOf(after.settlements, after.programme.populationThreshold),
    statuses: statuses.slice(0, statusesShown),
    statusesInAll: statuses.length,
    stages: stageChanges(before, after),
    work: await workDone(database, endOf(before.asOf), endOf(after.asOf)),
  };
}

function statusChanges(before: Known, after: Known): ChangesReport['statuses'] {
  const was = new Map(before.settlements.map((settlement) => [keyOf(settlement), settlement.status]));
  return after.settlements
    .map(({ regionCode, code, names, population, status }) => {
      const old = was.get(keyOf({ regionCode, code })) ?? null;
      return { regionCode, code, names, population, before: old, after: status };
    })
    .filter((row) => row.before !== row.after)
    .toSorted((a, b) => (b.population ?? -1) - (a.population ?? -1) || (keyOf(a) < keyOf(b) ? -1 : 1));
}

function stageChanges(before: Known, after: Known): ChangesReport['stages'] {
  const numbered = (assignment: Known['assignments'][number]) => `${keyOf(assignment)} ${assignment.number}`;
  const stagesOf = ({ assignments }: Known) => new Map(assignments.map((a) => [numbered(a), a.stage]));
  const [was, is] = [stagesOf(before), stagesOf(after)];
  const counted = new Map<string, ChangesReport['stages'][number]>();
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const change = { before: was.get(key) ?? null, after: is.get(key) ?? null };
    if (change.before === change.after) continue;
    const kind = `${change.before} ${change.after}`;
    const row = counted.get(kind) ?? { ...change, assignments: 0 };
    counted.set(kind, row);
    row.assignments += 1;
  }
  return [...counted].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
