import { textOf } from '../assignments/facts.ts';
import { assignmentsInStages } from '../assignments/queries.ts';
import type { Stage } from '../assignments/schema.ts';
import type { Database } from '../database/database.ts';
import { allDistricts, allRegions, settlementsByKeys } from '../places/queries.ts';
import type { ScheduleRow, Totals } from './schema.ts';

/** The assignments in these stages with their places: all operators', or one company's. */
export async function scheduleRows(
  database: Database,
  stages: readonly Stage[],
  company: string | null,
): Promise<ScheduleRow[]> {
  const assignments = await assignmentsInStages(database, stages, company);
  const settlements = new Map(
    (await settlementsByKeys(database, assignments)).map((settlement) => [textOf(settlement), settlement]),
  );
  const regions = new Map((await allRegions(database)).map(({ code, names }) => [code, names]));
  const districts = new Map((await allDistricts(database)).map((district) => [textOf(district), district.names]));
  return assignments.map((assignment) => {
    const { names, population, districtCode } = settlements.get(textOf(assignment))!;
    const { regionCode } = assignment;
    const district = districtCode === null ? null : (districts.get(textOf({ regionCode, code: districtCode })) ?? null);
    return { ...assignment, names, region: regions.get(regionCode)!, district, population };
  });
}

/** Sums over rows; what is not known counts as nothing. Each settlement's residents count once. */
export function totalsOf(
  rows: readonly Pick<ScheduleRow, 'regionCode' | 'code' | 'population' | 'costTenge' | 'subsidyTenge'>[],
): Totals {
  const settlements = new Map(rows.map((row) => [textOf(row), row.population ?? 0]));
  return {
    settlements: settlements.size,
    residents: [...settlements.values()].reduce((sum, population) => sum + population, 0),
    costTenge: rows.reduce((sum, { costTenge }) => sum + (costTenge ?? 0), 0),
    subsidyTenge: rows.reduce((sum, { subsidyTenge }) => sum + (subsidyTenge ?? 0), 0),
  };
}
