import { textOf } from '../assignments/facts.ts';
import { allAssignments } from '../assignments/queries.ts';
import { baselinedStages } from '../assignments/stages.ts';
import { daysBetween } from '../calendar/days.ts';
import { workingDays } from '../calendar/holidays.ts';
import type { Database } from '../database/database.ts';
import { allDistricts, allRegions, settlementsByKeys } from '../places/queries.ts';
import { readBuilding } from './building.ts';
import { type CommitmentColumns, Commitments } from './schema.ts';

/** What the columns have of one commitment. */
type Row = { [Name in keyof CommitmentColumns]: CommitmentColumns[Name][number] };

/** All commitments of a company, as its own people see them: those that were sent to it; or with `drafts`. */
export async function listCommitments(
  database: Database,
  operatorCode: string,
  today: string,
  drafts: boolean,
): Promise<Commitments> {
  const all = await allAssignments(database, operatorCode);
  const assignments = all.filter(({ stage }) => drafts || stage !== 'draft');
  const settlements = new Map((await settlementsByKeys(database, assignments)).map((one) => [textOf(one), one]));
  const districts = new Map((await allDistricts(database)).map((one) => [textOf(one), one.names]));
  const named = new Set(assignments.map(({ regionCode }) => regionCode));
  const regions = (await allRegions(database)).filter(({ code }) => named.has(code));
  const regionAt = new Map(regions.map(({ code }, at) => [code, at]));
  const buildingOf = await readBuilding(database, operatorCode, today);
  const places: Commitments['places'] = [];
  const placeAt = new Map<string, number>();

  const rows = assignments.map((assignment): Row => {
    const { regionCode, answerDueOn } = assignment;
    const { names, population, districtCode } = settlements.get(textOf(assignment))!;
    const timing = baselinedStages.includes(assignment.stage) ? buildingOf(assignment).timing : null;
    const district = textOf({ regionCode, code: districtCode ?? '' });
    if (!placeAt.has(district)) {
      placeAt.set(district, places.length);
      places.push({ region: regionAt.get(regionCode)!, code: districtCode, names: districts.get(district) ?? null });
    }
    return {
      place: placeAt.get(district)!,
      nameKk: names.kk || names.ru || names.en,
      nameRu: names.ru === names.kk ? '' : names.ru,
      nameEn: names.en === names.ru ? '' : names.en,
      population,
      ...assignment,
      daysLeft: answerDueOn === null ? null : daysBetween(today, answerDueOn),
      workingDaysLeft: answerDueOn === null ? null : workingDays.workingDaysLeft(today, answerDueOn),
      deadline: timing?.deadline ?? null,
      standing: timing?.standing ?? null,
    };
  });
  return { operatorCode, asOf: today, regions, places, columns: columnsOf(rows) };
}

function columnsOf(rows: readonly Row[]): CommitmentColumns {
  const names = Object.keys(Commitments.shape.columns.shape) as (keyof Row)[];
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])) as CommitmentColumns;
}
