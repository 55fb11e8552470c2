import { Problem } from '../../http/problem.ts';
import type { SettlementKey } from '../../places/schema.ts';
import type { SettlementSort } from '../schema.ts';
import type { Matches } from './matches.ts';
import type { Order } from './order.ts';
import { unknownPopulation } from './row-texts.ts';

export interface Page {
  keys: SettlementKey[];
  /** Where the next page begins; null is nowhere. */
  next: string | null;
}

const begunBefore = () =>
  new Problem(422, 'Invalid input', 'cursor: the list has changed since. Begin it anew, without a cursor.', {
    refusal: 'list-changed',
  });

/** The matching settlements after a cursor, in an order. A cursor names the last settlement, with its people as they were. */
export function orderedPage(
  { table, has, rows }: Matches,
  { rows: ordered, placeOf }: Order,
  sort: SettlementSort,
  cursor: string | undefined,
  limit: number,
): Page {
  const keys: SettlementKey[] = [];
  let place = cursor === undefined ? 0 : placeAfter(cursor);
  let last = -1;
  for (; place < ordered.length && keys.length < limit && rows.length > 0; place++) {
    const row = ordered[place];
    if (has[row] === 0) continue;
    keys.push(table.keyOf(row));
    last = row;
  }
  const isWhole = keys.length < limit;
  return { keys, next: isWhole ? null : cursorOf(last) };

  function cursorOf(row: number): string {
    const { regionCode, code } = table.keyOf(row);
    return [table.population[row], regionCode, code].map((part) => encodeURIComponent(part)).join('~');
  }

  function placeAfter(text: string): number {
    const [people, regionCode, code] = text.split('~').map(decoded);
    const row = code === undefined ? -1 : table.find({ regionCode, code });
    if (row < 0) throw begunBefore();
    const was = Number(people);
    if (sort !== 'population' || was === table.population[row]) return placeOf[row] + 1;
    // It stands elsewhere now: where it stood, the page goes on.
    return placeWhere((other) => isBefore(other, was, row));
  }

  /** The first place in the order of which this does not hold. */
  function placeWhere(holds: (row: number) => boolean): number {
    let from = 0;
    let to = ordered.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (holds(ordered[middle])) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** Does a row stand before the place that another had when so many lived there? */
  function isBefore(row: number, people: number, other: number): boolean {
    const difference = weight(table.population[row]) - weight(people);
    return difference !== 0 ? difference > 0 : table.orders.byKey.placeOf[row] <= table.orders.byKey.placeOf[other];
  }
}

const weight = (people: number) => (people === unknownPopulation ? -1 : people);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw begunBefore();
  }
}
