import type { Evidence, Where } from '../coverage/schema.ts';
import { type Area, areaOf } from './engine/area.ts';
import type { Shape } from './engine/cover.ts';
import { PointGrid } from './engine/grid.ts';
import { type CoverSets, coverSets, shapesOf } from './engine/sets.ts';
import { compareText } from './findings.ts';
import { judge, modelOf, type Judgement, type Statement } from './judge.ts';
import { complete, decide, heardAt, type Decision, type Settings } from './rules.ts';
import { samplesOf } from './samples.ts';
import type { Assessment, Profile } from './schema.ts';
import { shared } from './share.ts';

/** A settlement as the assessment needs it. Degrees, EPSG:4326; population null where unknown. */
export interface Settled {
  code: string;
  longitude: number;
  latitude: number;
  population: number | null;
  /** Of one that is given as a polygon. */
  area?: Area | null;
}

/** Where a piece of evidence speaks: as the engine takes it, or from a point, whose reach is the profile's. */
export type Place = Shape | { type: 'point'; longitude: number; latitude: number };

/** A piece of evidence with its place. A piece that is given twice, by its id, counts once. */
export interface Piece {
  statement: Statement;
  shape: Place;
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
  for (const piece of evidence) pieces.push({ statement: piece, shape: placeOf(piece.where, indexOf) });
  return assessPieces(settlements, pieces, settings);
}

/** As assessCountry, from pieces. */
export function assessPieces(
  settlements: readonly Settled[],
  evidence: readonly Piece[],
  settings: Settings,
): Assessment[] {
  return assessMembers(settlements, membershipOf(settlements, evidence, radiiOf(settings.profile)), settings);
}

/** Which evidence speaks of which settlement: all that takes geometry, so that other settings can be held against it. */
export interface Membership {
  statements: Statement[];
  /** Of each shape of the sets, the index of its statement, and the metres that a point reaches in it; else 0. */
  of: Uint32Array;
  within: Float64Array;
  /** The statements that name a settlement. */
  named: ReadonlySet<number>;
  sets: CoverSets;
  /** The points of settlement i beside its own, which is i, are samplesFrom[i] to samplesFrom[i + 1] - 1. */
  samplesFrom: Uint32Array;
  /** By the index of a settlement, the statements that do not count there, since a challenge was upheld. */
  excepted: ReadonlyMap<number, ReadonlySet<number>>;
}

/** The metres at which the profiles tell nearer from farther, ascending. */
export const radiiOf = (...profiles: Profile[]): number[] =>
  [
    ...new Set(
      profiles.flatMap((profile) => [
        profile.measurement.reach,
        ...modelOf(profile).nearness.map((step) => step.within),
      ]),
    ),
  ].toSorted((a, b) => a - b);

/**
 * A point speaks in circles one within the other, of these radii in metres, ascending: a set of evidence then tells how
 * near it is, and settlements that the same evidence covers as nearly still share one decision.
 */
export function membershipOf(
  settlements: readonly Settled[],
  evidence: readonly Piece[],
  radii: readonly number[],
): Membership {
  const pieces = distinct(evidence);
  const inwards = radii.toReversed();
  const shapes: Shape[] = [];
  const of: number[] = [];
  const within: number[] = [];
  const add = (index: number, shape: Shape, metres: number) => {
    shapes.push(shape);
    of.push(index);
    within.push(metres);
  };
  for (const [index, { shape }] of pieces.entries()) {
    if (shape.type !== 'point') add(index, shape, 0);
    else for (const radius of inwards) add(index, { ...shape, type: 'circle', radius }, radius);
  }
  const longitude = settlements.map((settlement) => settlement.longitude);
  const latitude = settlements.map((settlement) => settlement.latitude);
  const samplesFrom = new Uint32Array(settlements.length + 1);
  for (const [index, { area }] of settlements.entries()) {
    samplesFrom[index] = longitude.length;
    if (!area) continue;
    const samples = samplesOf(area);
    for (const x of samples.longitude) longitude.push(x);
    for (const y of samples.latitude) latitude.push(y);
  }
  samplesFrom[settlements.length] = longitude.length;
  const grid = new PointGrid(Float64Array.from(longitude), Float64Array.from(latitude));
  const excepted = new Map<number, Set<number>>();
  for (const [statement, { except = [] }] of pieces.entries()) {
    for (const index of except) excepted.set(index, (excepted.get(index) ?? new Set()).add(statement));
  }
  return {
    statements: pieces.map(({ statement }) => statement),
    of: Uint32Array.from(of),
    within: Float64Array.from(within),
    named: new Set(pieces.flatMap(({ shape }, index) => (shape.type === 'settlement' ? index : []))),
    sets: coverSets(grid, shapes),
    samplesFrom,
    excepted,
  };
}

/**
 * Assesses the settlements of a membership, without geometry; statements that do not count are as if they were not
 * there. Settlements that the same evidence covers share one decision.
 */
export function assessMembers(
  settlements: readonly Settled[],
  membership: Membership,
  settings: Settings,
  counts: (statement: Statement) => boolean = () => true,
): Assessment[] {
  const { profile } = settings;
  const { sets, samplesFrom, excepted } = membership;
  const hearing = hearingOf(membership, settings, counts);
  const decisions: (Decision | undefined)[] = [];
  const decideFrom = (set: number, without?: ReadonlySet<number>) =>
    decide([...hearing.heardIn(set, without).values()], profile);
  return settlements.map(({ population }, index) => {
    const set = sets.setOf[index];
    const without = excepted.get(index);
    const samples = sets.setOf.subarray(samplesFrom[index], samplesFrom[index + 1]);
    const decision =
      samples.length > 0
        ? shared(samples, set, hearing, without, profile)
        : without === undefined
          ? (decisions[set] ??= decideFrom(set))
          : decideFrom(set, without);
    return complete(decision, population, settings);
  });
}

/** Judgements by the index of their statement, ascending. */
export type Heard = Map<number, Judgement>;

/** How evidence is heard at a place. */
export interface Hearing {
  /** All that speaks in a set of evidence, but for statements that do not count there. */
  heardIn(set: number, without?: ReadonlySet<number>): Heard;
  /** Whether a statement speaks of all of a settlement, wherever in it it is heard. */
  ofWhole(statement: number): boolean;
}

function hearingOf(
  { statements, of, within, named, sets }: Membership,
  { profile, asOf }: Settings,
  counts: (statement: Statement) => boolean,
): Hearing {
  const { reach } = profile.measurement;
  const { nearness } = modelOf(profile);
  const judgements = statements.map((statement) => (counts(statement) ? judge(statement, profile, asOf) : null));
  /** What is left of a measurement at so many metres; 0 beyond its reach. */
  const weightAt = (metres: number) => nearness.find((step) => metres <= step.within)?.weight ?? 0;
  return {
    heardIn(set, without) {
      const heard: Heard = new Map();
      for (const shape of shapesOf(sets, set)) {
        const judgement = judgements[of[shape]];
        if (!judgement || without?.has(of[shape]) || within[shape] > reach) continue;
        // Of a point the innermost circle comes last, and stands.
        const weight = weightAt(within[shape]);
        if (weight > 0 || judgement.statement.kind !== 'measurement') heard.set(of[shape], heardAt(judgement, weight));
      }
      return heard;
    },
    ofWhole: (index) => named.has(index) || statements[index].kind === 'measurement',
  };
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

/** Where evidence speaks, for the engine. */
export function placeOf(where: Where, indexOf: ReadonlyMap<string, number>): Place {
  switch (where.type) {
    case 'area':
      return { type: 'area', area: areaOf(where.geometry) };
    case 'circle':
    case 'point':
      return where;
    case 'settlement':
      return { type: 'settlement', settlement: indexOf.get(where.code) ?? -1 };
  }
}

/** In ascending order of id, each once. */
function distinct(evidence: readonly Piece[]): Piece[] {
  const inOrder = evidence.toSorted((a, b) => compareText(a.statement.id, b.statement.id));
  return inOrder.filter(({ statement }, i) => i === 0 || statement.id !== inOrder[i - 1].statement.id);
}
