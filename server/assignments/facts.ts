import type { Database } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import { allOperators } from '../operators/queries.ts';
import type { SettlementKey } from '../places/schema.ts';
import { currentProgramme } from '../programmes/queries.ts';
import { countingTechnologies } from '../programmes/rules.ts';
import { quarterOf } from '../calendar/quarters.ts';
import { assignmentsOf, candidates, finishingCounts, lockOperators } from './queries.ts';
import type { Candidate, Plan } from './rules.ts';
import type { Assignment } from './schema.ts';

/** The same values without those whose text has been seen before. */
export const unique = <Value>(values: readonly Value[], text: (value: Value) => string): Value[] => [
  ...new Map(values.map((value) => [text(value), value])).values(),
];

/** A settlement's key as text. */
export const textOf = (key: SettlementKey) => `${key.regionCode} ${key.code}`;
/** What the rules ask of a settlement, with its assignments whole. */
export type KnownCandidate = Omit<Candidate, 'assignments'> & { assignments: Assignment[] };

/** What is known of these settlements, by `textOf`; those that do not exist are not in it. */
export async function readCandidates(
  database: Database,
  keys: readonly SettlementKey[],
): Promise<Map<string, KnownCandidate>> {
  const settlements = unique(keys, textOf);
  const known = new Map<string, KnownCandidate>();
  for (const { regionCode, code, ...facts } of await candidates(database, settlements)) {
    known.set(textOf({ regionCode, code }), { ...facts, assignments: [] });
  }
  for (const assignment of await assignmentsOf(database, settlements, null)) {
    known.get(textOf(assignment))!.assignments.push(assignment);
  }
  return known;
}

/** The plan as a whole, as far as these operators are concerned; locked for them until the transaction ends. */
export async function readPlan(database: Database, today: string, operatorCodes: readonly string[]): Promise<Plan> {
  const codes = [...new Set(operatorCodes)];
  await lockOperators(database, codes);
  const programme = await currentProgramme(database);
  if (programme === undefined) {
    throw new Problem(409, 'No programme', 'There is no programme yet. Load a country first: baylanys import.', {
      refusal: 'no-programme',
    });
  }
  const counts = new Map(
    (await finishingCounts(database, codes)).map((row) => [`${row.operatorCode} ${row.quarter}`, row.count]),
  );
  return {
    currentQuarter: quarterOf(today),
    technologies: new Set(countingTechnologies(programme.profile)),
    capacities: new Map((await allOperators(database)).map(({ code, quarterlyCapacity }) => [code, quarterlyCapacity])),
    finishing: (operatorCode, quarter) => counts.get(`${operatorCode} ${quarter}`) ?? 0,
  };
}
