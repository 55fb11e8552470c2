import { keepShapes } from '../changes/shapes.ts';
import type { Database } from '../database/database.ts';
import type { Evidence, Service, Where } from './schema.ts';

/** Where evidence speaks, in the record of changes: an area by the hash of its shape. */
export type RecordedWhere = Exclude<Where, { type: 'area' }> | { type: 'area'; shape: string };

/** A piece of evidence in the record of changes: everything that its row holds but the version. */
export type RecordedEvidence = Service & {
  kind: Evidence['kind'];
  where: RecordedWhere;
  /** West, south, east, north in degrees; null where it names a settlement. */
  box: readonly [number, number, number, number] | null;
  dataset: string;
  line: number | null;
  importId: string | null;
};

/** Pieces of evidence as the record tells of them, in their order; keeps the shapes of areas. */
export async function recordEvidence(
  database: Database,
  pieces: readonly { evidence: Evidence; box: RecordedEvidence['box']; line: number | null }[],
  dataset: string,
  importId: string | null,
): Promise<RecordedEvidence[]> {
  const areas = pieces.flatMap(({ evidence: { where } }) => (where.type === 'area' ? [where.geometry] : []));
  const shapes = (await keepShapes(database, areas)).values();
  return pieces.map(({ evidence: { id: _id, where, ...rest }, box, line }) => ({
    ...rest,
    where: where.type === 'area' ? { type: 'area', shape: shapes.next().value! } : where,
    box,
    dataset,
    line,
    importId,
  }));
}
