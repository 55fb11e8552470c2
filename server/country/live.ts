import type { Status } from '../assessment/schema.ts';
import { quarterNumber } from '../calendar/quarters.ts';
import type { Assignment } from '../assignments/schema.ts';
import { differences } from '../places/columns.ts';
import { type CountryLive, type SettlementKey, statusLetters } from '../places/schema.ts';

/** The values that occur, sorted, and the index of each. */
function enumerate(values: Iterable<string>): { list: string[]; at: Map<string, number> } {
  const list = [...new Set(values)].sort();
  return { list, at: new Map(list.map((value, i) => [value, i])) };
}

/** The states of the country's other parts, by which a page knows whether it has them. */
type States = Pick<CountryLive, 'columns' | 'names' | 'boundaries' | 'cursor'>;

/** The living part of the country as columns. Keys and statuses come in the order of the settlements. */
export function liveColumns(
  states: States,
  keys: readonly SettlementKey[],
  statuses: readonly { status: Status | null; flagged: boolean }[],
  assignments: readonly Assignment[],
  isInTime: (assignment: Assignment) => boolean,
): CountryLive {
  const settlementAt = new Map(keys.map(({ regionCode, code }, i) => [`${regionCode} ${code}`, i]));
  const operators = enumerate(assignments.map((a) => a.operatorCode));
  const technologies = enumerate(assignments.map((a) => a.technology));
  const stages = enumerate(assignments.map((a) => a.stage));
  const starts = assignments.map((a) => quarterNumber(a.startQuarter));
  return {
    ...states,
    status: statuses.map(({ status }) => statusLetters[status ?? 'unknown']).join(''),
    flagged: statuses.map(({ flagged }) => (flagged ? '1' : '0')).join(''),
    operators: operators.list,
    technologies: technologies.list,
    stages: stages.list,
    assignments: {
      settlement: differences(assignments.map((a) => settlementAt.get(`${a.regionCode} ${a.code}`)!)),
      number: assignments.map((a) => a.number),
      operator: assignments.map((a) => operators.at.get(a.operatorCode)!),
      technology: assignments.map((a) => technologies.at.get(a.technology)!),
      start: starts,
      finish: assignments.map((a, i) => quarterNumber(a.finishQuarter) - starts[i]),
      stage: assignments.map((a) => stages.at.get(a.stage)!),
      version: assignments.map((a) => a.version),
      inTime: assignments.flatMap((a, i) => (isInTime(a) ? [i] : [])),
    },
  };
}
