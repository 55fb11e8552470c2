import { hearingOf, judgementsOf } from './hearing.ts';
import { isWord, type Judgement, levelOf, type Statement } from './judge.ts';
import type { Membership } from './membership.ts';
import { decide, type Settings } from './rules.ts';
import { type Profile, Status } from './schema.ts';
import { shared } from './share.ts';

/** Statuses of settlements by one profile, and what they come of. */
export interface Found {
  asOf: string;
  /** How each statement was judged, in a number: by the same profile, judgements of equal numbers are the same. */
  judged: Float64Array;
  /** By the index of a settlement, the index of its status among those that there are. */
  statuses: Uint8Array;
}

/**
 * The status of each settlement of a membership, the same as assessing has it, and no more: many times sooner. From what
 * was found before by the same profile only settlements are decided anew of which a statement is judged otherwise.
 */
export function statusesOf(
  membership: Membership,
  settings: Pick<Settings, 'profile' | 'asOf'>,
  counts?: (statement: Statement) => boolean,
  before?: Found,
): Found {
  const { profile } = settings;
  const { statements, sets, parts, excepted } = membership;
  const judgements = judgementsOf(statements, settings, counts);
  const judged = Float64Array.from(judgements, numberOf);
  const differs = (statement: number) => before !== undefined && judged[statement] !== before.judged[statement];
  const known = summariesOf(membership, judgements, differs, profile);
  const hearing = hearingOf(membership, judgements, profile);
  const statuses = before ? before.statuses.slice() : new Uint8Array(sets.setOf.length);
  const decided = new Int8Array(sets.count).fill(-1);
  const decideOn = (set: number, without?: ReadonlySet<number>) =>
    statusNumber(decide([...hearing.heardIn(set, without).values()], profile).status);
  for (let i = 0; i < statuses.length; i++) {
    const set = sets.setOf[i];
    const inParts = parts.get(i);
    if (before && !isTouched(known, set) && !inParts?.sets.some((part) => isTouched(known, part))) continue;
    const without = excepted.get(i);
    if (inParts) statuses[i] = statusNumber(shared(inParts, set, hearing, without, profile).status);
    else if (without) statuses[i] = decideOn(set, without);
    else {
      if (decided[set] < 0) decided[set] = known[set] & examined ? decideOn(set) : ofWords(known[set], profile);
      statuses[i] = decided[set];
    }
  }
  return { asOf: settings.asOf, judged, statuses };
}

const statusNumber = (status: Status): number => Status.options.indexOf(status);

// What is known of a set of evidence, in one number: the best that is said, from 0 where nothing counts to 3; and flags.
const best = 3;
const isExpired = 4;
const isUncounted = 8;
/** Somebody measured or inspected: words alone do not decide. */
const examined = 16;
/** A statement is judged otherwise than before. */
const touched = 32;

const isTouched = (known: Uint8Array, set: number) => (known[set] & touched) !== 0;

/** What is known of each set. */
function summariesOf(
  { of, within, sets }: Membership,
  judgements: readonly (Judgement | null)[],
  differs: (statement: number) => boolean,
  { measurement: { reach } }: Profile,
): Uint8Array {
  const said = Uint8Array.from(judgements, (judgement, statement) => {
    const summary = judgement ? summaryOf(judgement) : 0;
    return differs(statement) ? summary | touched : summary;
  });
  const known = new Uint8Array(sets.count);
  // A set comes after the one that it adds a shape to.
  for (let set = 1; set < sets.count; set++) {
    const shape = sets.shape[set];
    const without = known[sets.parent[set]];
    const adds = within[shape] > reach ? 0 : said[of[shape]];
    known[set] = Math.max(without & best, adds & best) | ((without | adds) & ~best);
  }
  return known;
}

const rank = { below: 1, underserved: 2, served: 3 };

function summaryOf(judgement: Judgement): number {
  const { type, statement } = judgement;
  if (!isWord(statement.kind)) return examined;
  if (type === 'counting') return rank[levelOf(statement, judgement.family)];
  return type === 'expired' ? isExpired : type === 'uncounted' ? isUncounted : 0;
}

const types: readonly Judgement['type'][] = ['future', 'expired', 'coarse', 'uncounted', 'too-few-tests'];

/** The weight of one that counts, 0 of one that is not heard, and below that why one does not count. */
function numberOf(judgement: Judgement | null): number {
  if (judgement === null) return 0;
  return judgement.type === 'counting' ? judgement.weight : -1 - types.indexOf(judgement.type);
}

/** The status where there are claims and registers alone: the best of them, as `decide` has it. */
function ofWords(known: number, { withoutEvidence }: Profile): number {
  const level = known & best;
  if (level === rank.served) return statusNumber('served');
  if (level === rank.underserved) return statusNumber('underserved');
  if (level === rank.below) return statusNumber('unserved');
  const isOnlyUncounted = (known & isUncounted) !== 0 && (known & isExpired) === 0;
  return statusNumber(isOnlyUncounted ? 'unserved' : withoutEvidence);
}
