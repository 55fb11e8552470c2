import type { Evidence, Where } from '../coverage/schema.ts';
import { areaOf } from './engine/area.ts';
import type { Shape } from './engine/cover.ts';
import { PointGrid } from './engine/grid.ts';
import { type CoverSets, coverSets, shapesOf } from './engine/sets.ts';
import { compareText } from './findings.ts';
import { judge, type Statement } from './judge.ts';
import { complete, decide, type Decision, type Settings } from './rules.ts';
import type { Assessment } from './schema.ts';

/** A settlement as the assessment needs it. Degrees, EPSG:4326; population null where unknown. */
export interface Settled {
  code: string;
  longitude: number;
  latitude: number;
  population: number | null;
}

/** A piece of evidence with its place as the engine takes it. A piece that is given twice, by its id, counts once. */
export interface Piece {
  statement: Statement;
  shape: Shape;
}

/** Assesses all settlements from all evidence: pure, in the order of the settlements, whatever the order of evidence. */
export function assessCountry({
  settlements,
  evidence,
  ...settings
}: { settlements: readonly Settled[]; evidence: Iterable<Evidence> } & Settings): Assessment[] {
  const indexOf = new Map(settlements.map(({ code }, index) => [code, index]));
  const pieces: Piece[] = [];
  for (const piece of evidence) {
    pieces.push({ statement: piece, shape: shapeOf(piece.where, settings.profile.measurement.reach, indexOf) });
  }
  return assessPieces(settlements, pieces, settings);
}

/** As assessCountry, from shapes. */
export function assessPieces(
  settlements: readonly Settled[],
  evidence: readonly Piece[],
  settings: Settings,
): Assessment[] {
  return assessMembers(settlements, membershipOf(settlements, evidence), settings);
}

/** Which evidence speaks of which settlement: all that takes geometry, so that other settings can be held against it. */
export interface Membership {
  statements: Statement[];
  /** Of indexes into the statements. */
  sets: CoverSets;
}

export function membershipOf(settlements: readonly Settled[], evidence: readonly Piece[]): Membership {
  const pieces = distinct(evidence);
  const grid = new PointGrid(
    Float64Array.from(settlements, ({ longitude }) => longitude),
    Float64Array.from(settlements, ({ latitude }) => latitude),
  );
  const sets = coverSets(
    grid,
    pieces.map(({ shape }) => shape),
  );
  return { statements: pieces.map(({ statement }) => statement), sets };
}

/**
 * Assesses the settlements of a membership, without geometry; statements that do not count are as if they were not
 * there. Settlements that the same evidence covers share one decision.
 */
export function assessMembers(
  settlements: readonly Settled[],
  { statements, sets }: Membership,
  settings: Settings,
  counts: (statement: Statement) => boolean = () => true,
): Assessment[] {
  const judgements = statements.map((statement) =>
    counts(statement) ? judge(statement, settings.profile, settings.asOf) : null,
  );
  const decisions: (Decision | undefined)[] = [];
  return settlements.map(({ population }, index) => {
    const set = sets.setOf[index];
    decisions[set] ??= decide(
      shapesOf(sets, set).flatMap((shape) => judgements[shape] ?? []),
      settings.profile,
    );
    return complete(decisions[set], population, settings);
  });
}

/** Where evidence speaks, for the engine. `reach` in metres is that of a measured point. */
export function shapeOf(where: Where, reach: number, indexOf: ReadonlyMap<string, number>): Shape {
  switch (where.type) {
    case 'area':
      return { type: 'area', area: areaOf(where.geometry) };
    case 'circle':
      return where;
    case 'point':
      return { ...where, type: 'circle', radius: reach };
    case 'settlement':
      return { type: 'settlement', settlement: indexOf.get(where.code) ?? -1 };
  }
}

/** In ascending order of id, each once. */
function distinct(evidence: readonly Piece[]): Piece[] {
  const inOrder = evidence.toSorted((a, b) => compareText(a.statement.id, b.statement.id));
  return inOrder.filter(({ statement }, i) => i === 0 || statement.id !== inOrder[i - 1].statement.id);
}
