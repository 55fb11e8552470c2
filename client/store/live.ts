import { quarterAt } from '../../server/calendar/quarters.ts';
import type { Assignment, Stage } from '../../server/assignments/schema.ts';
import type { LiveRow } from '../../server/country/schema.ts';
import type { Status } from '../../server/assessment/schema.ts';
import type { Technology } from '../../server/coverage/schema.ts';
import { sums } from '../../server/places/rules.ts';
import type { CountryLive } from '../../server/places/schema.ts';
import type { Mark } from '../map/stage.ts';
import type { Country } from './country.ts';

/** What the country's live part tells of an assignment. */
export type LiveAssignment = Pick<
  Assignment,
  'number' | 'operatorCode' | 'technology' | 'startQuarter' | 'finishQuarter' | 'stage' | 'version'
> & {
  /** It is not overdue though its quarter is past: its clock stood still. */
  inTime: boolean;
};

/** The living part of the country, in the order of its settlements. */
export interface Live {
  /** The columns that it belongs to. */
  columns: string;
  /** The state of the boundaries. */
  boundaries: string;
  cursor: string;
  status: Status[];
  flagged: boolean[];
  /** Residents; null is unknown. */
  population: (number | null)[];
  assignments: (readonly LiveAssignment[])[];
  /** Rows of a large country of which a tile alone has told, by their marks: their assignments are not here yet. */
  outlines: ReadonlyMap<number, Mark>;
}

const statusOfLetter: Readonly<Record<string, Status>> = {
  s: 'served',
  u: 'underserved',
  n: 'unserved',
  c: 'contested',
  k: 'unknown',
};

const none: readonly LiveAssignment[] = [];

/** Unpacks the live part that belongs to `country`. */
export function decodeLive(reply: CountryLive, country: Country): Live {
  const assignments: (readonly LiveAssignment[])[] = Array.from({ length: country.size }, () => none);
  const columns = reply.assignments;
  const inTime = new Set(columns.inTime);
  const settlements = sums(columns.settlement);
  for (let i = 0; i < settlements.length; i++) {
    const assignment: LiveAssignment = {
      number: columns.number[i],
      operatorCode: reply.operators[columns.operator[i]],
      technology: reply.technologies[columns.technology[i]] as Technology,
      startQuarter: quarterAt(columns.start[i]),
      finishQuarter: quarterAt(columns.start[i] + columns.finish[i]),
      stage: reply.stages[columns.stage[i]] as Stage,
      version: columns.version[i],
      inTime: inTime.has(i),
    };
    const at = settlements[i];
    assignments[at] = [...assignments[at], assignment];
  }
  return {
    columns: reply.columns,
    boundaries: reply.boundaries,
    cursor: reply.cursor,
    status: Array.from(reply.status, (letter) => statusOfLetter[letter]),
    flagged: Array.from(reply.flagged, (digit) => digit === '1'),
    population: country.population.map((residents) => (residents < 0 ? null : residents)),
    assignments,
    outlines: new Map(),
  };
}

/** The live part with these rows as they are now. Rows of settlements that the country lacks are passed over. */
export function withRows(live: Live, country: Country, rows: readonly LiveRow[]): Live {
  const next: Live = {
    ...live,
    status: [...live.status],
    flagged: [...live.flagged],
    population: [...live.population],
    assignments: [...live.assignments],
  };
  for (const row of rows) {
    const index = country.indexOf(row);
    if (index === undefined) continue;
    next.status[index] = row.status ?? 'unknown';
    next.flagged[index] = row.flagged;
    next.population[index] = row.population;
    next.assignments[index] = row.assignments.map((one) => ({ ...one, inTime: row.inTime.includes(one.number) }));
  }
  return next;
}
