import type { Evidence } from '../coverage/schema.ts';
import { hearingOf, judgementsOf } from './hearing.ts';
import { type Membership, membershipOf, type Piece, placeOf, radiiOf, type Settled } from './membership.ts';
import { complete, decide, type Decision, type Settings } from './rules.ts';
import type { Assessment } from './schema.ts';
import { shared } from './share.ts';

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

/**
 * Assesses the settlements of a membership, without geometry. Settlements that the same evidence covers share one
 * decision.
 */
function assessMembers(settlements: readonly Settled[], membership: Membership, settings: Settings): Assessment[] {
  const { sets, parts, excepted } = membership;
  const { profile } = settings;
  const hearing = hearingOf(membership, judgementsOf(membership.statements, settings), profile);
  const decisions: (Decision | undefined)[] = [];
  const decideFrom = (set: number, without?: ReadonlySet<number>) =>
    decide([...hearing.heardIn(set, without).values()], profile);
  return settlements.map(({ population }, index) => {
    const set = sets.setOf[index];
    const without = excepted.get(index);
    const inParts = parts.get(index);
    const decision =
      inParts !== undefined
        ? shared(inParts, set, hearing, without, profile)
        : without === undefined
          ? (decisions[set] ??= decideFrom(set))
          : decideFrom(set, without);
    return complete(decision, population, settings);
  });
}
