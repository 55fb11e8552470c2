import type { SettlementFilter } from '../schema.ts';
import { quarterNumber } from '../../calendar/quarters.ts';
import { none, stages } from './assigned.ts';
import { textDistrict, unknownPopulation } from './row-texts.ts';
import { notAssessed, type SettlementTable, statuses } from './table.ts';

type Test = (row: number) => boolean;

/**
 * Which rows from `from` and before `before` match a filter, in ascending order? The same as the statement
 * `settlementsMatching` finds: one company's assignments count, or all.
 */
export function matchingRows(
  table: SettlementTable,
  filter: SettlementFilter,
  company: string | null,
  [from, before]: readonly [from: number, before: number] = [0, table.size],
): Uint32Array {
  const rows = new Uint32Array(before - from);
  const tests = testsOf(table, filter, company);
  let size = 0;
  if (filter.query === undefined) {
    for (let row = from; row < before; row++) if (tests.every((test) => test(row))) rows[size++] = row;
  } else {
    for (const row of table.search.rows(filter.query, from, before)) {
      if (tests.every((test) => test(row))) rows[size++] = row;
    }
  }
  return rows.subarray(0, size);
}

/** Does it ask nothing? */
export const asksNothing = (filter: SettlementFilter): boolean =>
  Object.values(filter).every((value) => value === undefined);

function testsOf(table: SettlementTable, filter: SettlementFilter, company: string | null): Test[] {
  const { population, status, flagged, region } = table;
  const tests: Test[] = [];
  if (filter.region !== undefined) {
    const wanted = table.regions.find(filter.region);
    tests.push((row) => region[row] === wanted);
  }
  if (filter.district !== undefined) {
    const wanted = Buffer.from(filter.district);
    // A settlement without a district is in none, the one without a code either.
    tests.push((row) => wanted.length > 0 && table.texts.compare(table.text[row] + textDistrict, wanted) === 0);
  }
  if (filter.status !== undefined) {
    const wanted = statuses.indexOf(filter.status);
    tests.push((row) => status[row] === wanted && status[row] !== notAssessed);
  }
  if (filter.flagged !== undefined) {
    const wanted = filter.flagged ? 1 : 0;
    tests.push((row) => flagged[row] === wanted);
  }
  if (filter.populationMissing !== undefined) {
    const wanted = filter.populationMissing;
    tests.push((row) => (population[row] === unknownPopulation) === wanted);
  }
  const { populationFrom, populationTo } = filter;
  if (populationFrom !== undefined) tests.push((row) => population[row] >= populationFrom);
  if (populationTo !== undefined) {
    tests.push((row) => population[row] !== unknownPopulation && population[row] <= populationTo);
  }
  const ofAssignments = assignmentsTest(table, filter, company);
  if (ofAssignments !== null) tests.push(ofAssignments);
  return tests;
}

/** Operator, stage and quarter must hold of one and the same assignment. */
function assignmentsTest({ assigned }: SettlementTable, filter: SettlementFilter, company: string | null): Test | null {
  const { operator, stage, quarter } = filter;
  if (operator === undefined && stage === undefined && quarter === undefined) return null;
  const ofCompany = company === null ? none : assigned.operators.find(company);
  const isHidden = (i: number) => company !== null && assigned.operator[i] !== ofCompany;
  if (stage === 'none') {
    // None at all, and one to this operator: nothing is both.
    if (operator !== undefined || quarter !== undefined) return () => false;
    return (row) => {
      for (let i = assigned.first[row]; i !== none; i = assigned.next[i]) if (!isHidden(i)) return false;
      return true;
    };
  }
  const wantedOperator = operator === undefined ? none : assigned.operators.find(operator);
  const wantedStage = stage === undefined ? none : stages.indexOf(stage);
  const wantedQuarter = quarter === undefined ? none : quarterNumber(quarter);
  return (row) => {
    for (let i = assigned.first[row]; i !== none; i = assigned.next[i]) {
      if (
        !isHidden(i) &&
        (operator === undefined || assigned.operator[i] === wantedOperator) &&
        (wantedStage === none || assigned.stage[i] === wantedStage) &&
        (wantedQuarter === none || assigned.finish[i] === wantedQuarter)
      ) {
        return true;
      }
    }
    return false;
  };
}
