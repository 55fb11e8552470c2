import type {
  ContradictionFilter,
  ContradictionRow,
  Count,
  Group,
  Size,
  UnclaimedFilter,
  UnclaimedRow,
} from './schema.ts';

/** The class of a settlement, by its residents. */
export function sizeOf(population: number | null): Size {
  if (population === null) return 'unknown';
  if (population <= 250) return 'to-250';
  if (population <= 500) return 'to-500';
  if (population <= 1000) return 'to-1000';
  return population <= 5000 ? 'to-5000' : 'above-5000';
}

type Placed = Pick<ContradictionRow, 'regionCode' | 'code' | 'districtCode' | 'population'>;

const isWithin = ({ regionCode, districtCode, population }: Placed, { region, district, size }: UnclaimedFilter) =>
  (region === undefined || regionCode === region) &&
  (district === undefined || districtCode === district) &&
  (size === undefined || sizeOf(population) === size);

/** The contradictions that a filter asks for, most residents first. An inspection has no probability, and is sure. */
export function contradictionsMatching(
  rows: readonly ContradictionRow[],
  filter: ContradictionFilter,
): ContradictionRow[] {
  const { operator, technology, by, confidence = 0 } = filter;
  return rows
    .filter(
      (row) =>
        isWithin(row, filter) &&
        (operator === undefined || (row.operatorCode ?? '') === operator) &&
        (technology === undefined || row.technology === technology) &&
        (by === undefined || row.by === by) &&
        (row.confidence ?? 1) >= confidence,
    )
    .toSorted((a, b) => mostResidents(a, b) || (b.confidence ?? 1) - (a.confidence ?? 1) || byPlace(a, b));
}

/** The unclaimed places that a filter asks for, most residents first; the confidence is that of some service. */
export function unclaimedMatching(rows: readonly UnclaimedRow[], filter: UnclaimedFilter): UnclaimedRow[] {
  return rows
    .filter((row) => isWithin(row, filter) && row.measured.reachesFloor >= (filter.confidence ?? 0))
    .toSorted((a, b) => mostResidents(a, b) || byPlace(a, b));
}

const mostResidents = (a: Placed, b: Placed) => (b.population ?? -1) - (a.population ?? -1);

const byPlace = (a: Placed, b: Placed) => {
  const [first, second] = [keyOf(a), keyOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
};

const keyOf = ({ regionCode, code }: Placed) => `${regionCode} ${code}`;

/** How many settlements rows are about, and who lives there, each counted once. */
export function countOf(rows: readonly Placed[]): Count {
  const populations = new Map(rows.map((row) => [keyOf(row), row.population ?? 0]));
  const residents = [...populations.values()].reduce((sum, people) => sum + people, 0);
  return { rows: rows.length, settlements: populations.size, residents };
}

/** Counts by a code of the rows, most residents first, then most settlements. */
export function groupsOf<Row extends Placed>(rows: readonly Row[], codeOf: (row: Row) => string): Group[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(codeOf(row));
    if (group) group.push(row);
    else groups.set(codeOf(row), [row]);
  }
  return [...groups]
    .map(([code, group]) => ({ code, ...countOf(group) }))
    .toSorted((a, b) => b.residents - a.residents || b.settlements - a.settlements || (a.code < b.code ? -1 : 1));
}
