import { shapesOf } from './engine/sets.ts';
import { judge, modelOf, type Judgement, type Statement } from './judge.ts';
import type { Membership } from './membership.ts';
import { heardAt, type Settings } from './rules.ts';
import type { Profile } from './schema.ts';

/** Judgements by the index of their statement, ascending. */
export type Heard = Map<number, Judgement>;

/** How evidence is heard at a place. */
export interface Hearing {
  /** All that speaks in a set of evidence, but for statements that do not count there. */
  heardIn(set: number, without?: ReadonlySet<number>): Heard;
  /** Whether a statement speaks of all of a settlement, wherever in it it is heard. */
  ofWhole(statement: number): boolean;
}

/** What each statement amounts to; null of those that do not count, which are as if they were not there. */
export function judgementsOf(
  statements: readonly Statement[],
  { profile, asOf }: Pick<Settings, 'profile' | 'asOf'>,
  counts: (statement: Statement) => boolean = () => true,
): (Judgement | null)[] {
  return statements.map((statement) => (counts(statement) ? judge(statement, profile, asOf) : null));
}

/** How these judgements are heard, wherever their statements speak. */
export function hearingOf(
  { statements, of, within, named, sets }: Membership,
  judgements: readonly (Judgement | null)[],
  profile: Profile,
): Hearing {
  const { reach } = profile.measurement;
  const { nearness } = modelOf(profile);
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
