import type { Where } from '../coverage/schema.ts';
import { type Area, areaOf } from './engine/area.ts';
import type { Shape } from './engine/cover.ts';
import { PointGrid } from './engine/grid.ts';
import { type CoverSets, coverSets } from './engine/sets.ts';
import { compareText } from './findings.ts';
import { modelOf, type Statement } from './judge.ts';
import { samplesOf } from './samples.ts';
import type { Profile } from './schema.ts';

/** A settlement as the assessment needs it. Degrees, EPSG:4326; population null where unknown. */
export interface Settled {
  code: string;
  longitude: number;
  latitude: number;
  population: number | null;
  /** Of one that is given as a polygon. */
  area?: Area | null;
  /** And where its people live, where that is known: longitude, latitude and residents of each point. */
  residents?: readonly (readonly number[])[] | null;
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

/** Which evidence speaks of which settlement: all that takes geometry, so that other settings can be held against it. */
export interface Membership {
  statements: Statement[];
  /** Of each shape of the sets, the index of its statement, and the metres that a point reaches in it; else 0. */
  of: Uint32Array;
  within: Float64Array;
  /** The statements that name a settlement. */
  named: ReadonlySet<number>;
  /** Those of the settlements' own points, in their order, and of the samples of areas. */
  sets: CoverSets;
  /** By the index of a settlement that is given as a polygon, its parts. */
  parts: ReadonlyMap<number, Parts>;
  /** By the index of a settlement, the statements that do not count there, since a challenge was upheld. */
  excepted: ReadonlyMap<number, ReadonlySet<number>>;
}

/** The parts of a settlement that differ in evidence: the set of each, once, and how much of the settlement it is. */
export interface Parts {
  by: 'area' | 'residents';
  sets: Uint32Array;
  /** Residents, or points of a sample of the area. */
  weights: Float64Array;
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
  const samplesFrom: [index: number, from: number][] = [];
  for (const [index, { area, residents }] of settlements.entries()) {
    if (!area) continue;
    samplesFrom.push([index, longitude.length]);
    const samples = residents ? placesOf(residents) : samplesOf(area);
    for (const x of samples.longitude) longitude.push(x);
    for (const y of samples.latitude) latitude.push(y);
  }
  const grid = new PointGrid(Float64Array.from(longitude), Float64Array.from(latitude));
  const sets = coverSets(grid, shapes);
  const parts = new Map<number, Parts>();
  for (const [at, [index, from]] of samplesFrom.entries()) {
    const sampled = sets.setOf.subarray(from, samplesFrom[at + 1]?.[1]);
    if (sampled.length > 0) parts.set(index, partsOf(sampled, settlements[index]));
  }
  const excepted = new Map<number, Set<number>>();
  for (const [statement, { except = [] }] of pieces.entries()) {
    for (const index of except) excepted.set(index, (excepted.get(index) ?? new Set()).add(statement));
  }
  return {
    statements: pieces.map(({ statement }) => statement),
    of: Uint32Array.from(of),
    within: Float64Array.from(within),
    named: new Set(pieces.flatMap(({ shape }, index) => (shape.type === 'settlement' ? index : []))),
    sets: { ...sets, setOf: sets.setOf.slice(0, settlements.length) },
    parts,
    excepted,
  };
}

const placesOf = (residents: NonNullable<Settled['residents']>) => ({
  longitude: residents.map(([longitude]) => longitude),
  latitude: residents.map(([, latitude]) => latitude),
});

function partsOf(sampled: Uint32Array, { residents }: Settled): Parts {
  const sizes = new Map<number, number>();
  for (const [i, set] of sampled.entries()) sizes.set(set, (sizes.get(set) ?? 0) + (residents?.[i][2] ?? 1));
  const by = residents ? 'residents' : 'area';
  return { by, sets: Uint32Array.from(sizes.keys()), weights: Float64Array.from(sizes.values()) };
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
