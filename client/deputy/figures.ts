// Figures of places as this page shows them: pure.
import type { Coverage, PartFigures } from '../../server/reports/schema.ts';
import { sortKey } from '../i18n/alphabet.ts';
import type { Measure } from './address.ts';
import type { Column, Order } from './columns.ts';

/** Figures of one place, whichever it is. */
export type PlaceFigures = Coverage['total'];

/** The figures of the place that was chosen: the country, a region, or the district among those of its region. */
export function figuresOfPlace({ total, rows }: Coverage, district: string): PlaceFigures | null {
  return district === '' ? total : (rows.find(({ districtCode }) => districtCode === district) ?? null);
}

/** The code by which a row is drilled into; null for settlements that are in no district. */
export const codeOf = (row: PartFigures, inRegion: boolean): string | null =>
  inRegion ? row.districtCode : row.regionCode;

/** A share in per cent, to one decimal and never rounded up: what is not whole does not look so. */
export const percentOf = (share: number): number => Math.floor(share * 1000 + 1e-9) / 10;

const valueOf: Record<Exclude<Column, 'name'>, (row: PartFigures, measure: Measure) => number> = {
  counted: ({ counted }, measure) => counted[measure],
  served: ({ served }, measure) => served[measure],
  share: ({ share }, measure) => share[measure] ?? -1,
  flagged: ({ flagged }, measure) => flagged[measure],
  overdue: ({ overdue }, measure) => overdue[measure],
};

/** The rows in this order; equal ones by name. */
export function inOrder(
  rows: readonly PartFigures[],
  { by, descending }: Order,
  measure: Measure,
  nameOf: (row: PartFigures) => string,
): PartFigures[] {
  const keys = new Map(rows.map((row) => [row, sortKey(nameOf(row))]));
  const byName = (a: PartFigures, b: PartFigures) => (keys.get(a)! < keys.get(b)! ? -1 : 1);
  const direction = descending ? -1 : 1;
  if (by === 'name') return rows.toSorted((a, b) => direction * byName(a, b));
  const value = valueOf[by];
  return rows.toSorted((a, b) => direction * (value(a, measure) - value(b, measure)) || byName(a, b));
}

/** Lower bounds of the classes of a share on the map. */
export const classBounds = [0, 0.5, 0.7, 0.85, 0.95] as const;

/** The class of a share; null where there is nobody to serve. */
export const classOf = (share: number | null): number | null =>
  share === null ? null : classBounds.findLastIndex((bound) => share >= bound);
