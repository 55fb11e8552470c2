import type { Stage } from '../../server/assignments/schema.ts';
import type { Quarter } from '../../server/calendar/schema.ts';
import type { Status } from '../../server/assessment/schema.ts';
import { fold } from '../i18n/fold.ts';
import type { Country } from './country.ts';
import type { Live, LiveAssignment } from './live.ts';

/** Which settlements the page is about before any other filter. */
export const shows = ['flagged', 'population-missing', 'all'] as const;
export type Show = (typeof shows)[number];

export const noAssignment = 'none';

/** What a settlement must be to be shown. Empty asks nothing. */
export interface Filters {
  show: Show;
  query: string;
  region: string;
  district: string;
  status: Status | '';
  populationFrom: number | null;
  populationTo: number | null;
  operator: string;
  /** A stage, or `none`: nobody is assigned. */
  stage: Stage | typeof noAssignment | '';
  /** An assignment finishes in this quarter. */
  quarter: Quarter | '';
}

export const noFilters: Filters = {
  show: 'flagged',
  query: '',
  region: '',
  district: '',
  status: '',
  populationFrom: null,
  populationTo: null,
  operator: '',
  stage: '',
  quarter: '',
};

const shown: Readonly<Record<Show, (live: Live, row: number) => boolean>> = {
  flagged: (live, row) => live.flagged[row],
  'population-missing': (live, row) => live.population[row] === null,
  all: () => true,
};

/** Operator, stage and quarter must hold of one and the same assignment. */
function assignmentMatches(assignment: LiveAssignment, { operator, stage, quarter }: Filters): boolean {
  return (
    (operator === '' || assignment.operatorCode === operator) &&
    (stage === '' || assignment.stage === stage) &&
    (quarter === '' || assignment.finishQuarter === quarter)
  );
}

function assignmentsMatch(assignments: readonly LiveAssignment[], filters: Filters): boolean {
  if (filters.stage === noAssignment) return assignments.length === 0;
  if (filters.operator === '' && filters.stage === '' && filters.quarter === '') return true;
  return assignments.some((assignment) => assignmentMatches(assignment, filters));
}

/** A population that is unknown is within no range. */
function populationMatches(population: number | null, { populationFrom, populationTo }: Filters): boolean {
  if (populationFrom === null && populationTo === null) return true;
  return population !== null && population >= (populationFrom ?? 0) && population <= (populationTo ?? Infinity);
}

/** The rows of the settlements that match, in the country's order. */
export function matchingRows(country: Country, live: Live, filters: Filters): number[] {
  const region = country.regions.findIndex(({ code }) => code === filters.region);
  const district = country.districts.findIndex(({ code }) => code === filters.district);
  const words = fold(filters.query).split(' ').filter(Boolean);
  const searchable = words.length === 0 ? [] : country.searchable();
  const rows: number[] = [];
  for (let row = 0; row < country.size; row++) {
    if (
      shown[filters.show](live, row) &&
      (filters.region === '' || country.region[row] === region) &&
      (filters.district === '' || country.district[row] === district) &&
      (filters.status === '' || live.status[row] === filters.status) &&
      populationMatches(live.population[row], filters) &&
      assignmentsMatch(live.assignments[row], filters) &&
      words.every((word) => searchable[row].includes(word))
    ) {
      rows.push(row);
    }
  }
  return rows;
}
