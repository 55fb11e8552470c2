import { SettlementKind } from '../../server/places/schema.ts';
import type { Cells } from '../checks/cells.ts';

/** More people than any place of the world has: a slip of the pen. */
export const mostPeople = 50_000_000;

/** Residents; null where unknown, or faulty and noted. */
export const populationOf = (cells: Cells) => cells.integer('population', { maximum: mostPeople });

/** The kind of a settlement by the words of OpenStreetMap's `place`; isolated dwellings and what else there is are `other`. */
export function settlementKindOf(text: string): SettlementKind {
  const known = SettlementKind.safeParse(text.toLowerCase());
  return known.success ? known.data : 'other';
}
