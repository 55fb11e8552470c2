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
  /** The settlements, by index, at which it does not count: there a challenge of it was upheld. */
  except?: ReadonlySet<number>;
}

/** A piece of evidence, and a settlement at which a challenge of it was upheld. */
export interface UpheldClaim {
  settlementCode: string;
  evidenceId: string;
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
  /** By the index of a settlement, the statements of its set that do not count there, since a challenge was upheld. */
  excepted: ReadonlyMap<number, ReadonlySet<number>>;
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
  const excepted = new Map<number, Set<number>>();
  for (const [shape, { except = [] }] of pieces.entries()) {
    for (const index of except) excepted.set(index, (excepted.get(index) ?? new Set()).add(shape));
  }
  return { statements: pieces.map(({ statement }) => statement), sets, excepted };
}

/**
 * Assesses the settlements of a membership, without geometry; statements that do not count are as if they were not
 * there. Settlements that the same evidence covers share one decision.
 */
export function assessMembers(
  settlements: readonly Settled[],
  { statements, sets, excepted }: Membership,
  settings: Settings,
  counts: (statement: Statement) => boolean = () => true,
): Assessment[] {
  const judgements = statements.map((statement) =>
    counts(statement) ? judge(statement, settings.profile, settings.asOf) : null,
  );
  const decideFrom = (shapes: readonly number[]) =>
    decide(
      shapes.flatMap((shape) => judgements[shape] ?? []),
      settings.profile,
    );
  const decisions: (Decision | undefined)[] = [];
  return settlements.map(({ population }, index) => {
    const set = sets.setOf[index];
    const without = excepted.get(index);
    const decision =
      without === undefined
        ? (decisions[set] ??= decideFrom(shapesOf(sets, set)))
        : decideFrom(shapesOf(sets, set).filter((shape) => !without.has(shape)));
    return complete(decision, population, settings);
  });
}

/** The settlements, by index, at which each piece of evidence, by its id, does not count. */
export function exceptionsOf(
  upheld: readonly UpheldClaim[],
  indexOf: ReadonlyMap<string, number>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const exceptions = new Map<string, Set<number>>();
  for (const { settlementCode, evidenceId } of upheld) {
    const index = indexOf.get(settlementCode);
    if (index === undefined) continue;
    const known = exceptions.get(evidenceId);
    if (known) known.add(index);
    else exceptions.set(evidenceId, new Set([index]));
  }
  return exceptions;
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
