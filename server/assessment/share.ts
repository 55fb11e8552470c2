import type { Heard, Hearing } from './hearing.ts';
import type { Parts } from './membership.ts';
import { decide, type Decision } from './rules.ts';
import type { Profile, Status } from './schema.ts';

/**
 * Decides on a settlement that is given as a polygon, from the sets of evidence at the points where its people live, or
 * else at those that sample its area, and at its own point. What names the settlement, and what was measured anywhere in it, speaks of all of it, from the
 * nearest of its points; claims and inspections of areas speak of the part that they cover.
 *
 * It is served where the profile's share of it is; contested where the share would be, had the claims stood;
 * underserved where the share has at least that, or where only a part has service. Else as most of it is.
 */
export function shared(
  { by, sets, weights }: Parts,
  own: number,
  { heardIn, ofWhole }: Hearing,
  without: ReadonlySet<number> | undefined,
  profile: Profile,
): Decision {
  const heard = new Map([...sets, own].map((set) => [set, heardIn(set, without)]));
  const everywhere = wholly([...heard.values()], ofWhole);
  const parts = Array.from(sets, (set, i): Part => {
    const here = new Map(everywhere);
    for (const [index, judgement] of heard.get(set)!) if (!everywhere.has(index)) here.set(index, judgement);
    const inOrder = [...here].toSorted(([a], [b]) => a - b).map(([, judgement]) => judgement);
    return { size: weights[i], decision: decide(inOrder, profile) };
  });
  return { ...together(parts, sum(weights), profile.shareOfResidents), coveredBy: by };
}

const sum = (weights: Float64Array) => weights.reduce((total, weight) => total + weight, 0);

/** What speaks of the whole settlement, measurements from the nearest of its points. */
function wholly(heard: readonly Heard[], ofWhole: (statement: number) => boolean): Heard {
  const everywhere: Heard = new Map();
  for (const [index, judgement] of heard.flatMap((one) => [...one])) {
    const known = everywhere.get(index);
    if (!ofWhole(index)) continue;
    if (known?.type === 'counting' && judgement.type === 'counting' && judgement.weight <= known.weight) continue;
    everywhere.set(index, judgement);
  }
  return everywhere;
}

interface Part {
  size: number;
  decision: Decision;
}

function together(parts: readonly Part[], size: number, needed: number): Decision {
  const largest = parts.toSorted((a, b) => b.size - a.size);
  const shareOf = (...statuses: Status[]) =>
    parts.reduce((sum, part) => sum + (statuses.includes(part.decision.status) ? part.size : 0), 0) / size;
  const mostOf = (...statuses: Status[]) =>
    largest.find(({ decision }) => statuses.includes(decision.status))?.decision;
  const covered = Math.round(1000 * shareOf('served')) / 1000;
  const contradictions = unique(largest.flatMap(({ decision }) => decision.contradictions));
  const whole = { covered, contradictions, unclaimed: parts.every(({ decision }) => decision.unclaimed) };

  if (shareOf('served') >= needed) return { ...mostOf('served')!, ...whole };
  if (shareOf('served', 'contested') >= needed) return { ...mostOf('contested')!, ...whole };
  if (shareOf('served', 'underserved') >= needed && shareOf('served') === 0)
    return { ...mostOf('underserved')!, ...whole };
  const some = mostOf('served') ?? mostOf('underserved');
  if (some) return { ...some, ...whole, status: 'underserved', reason: 'partly-covered' };
  return { ...largest[0].decision, ...whole };
}

/** Each operator's technology once, from the largest part that has it. */
function unique(contradictions: Decision['contradictions']): Decision['contradictions'] {
  const seen = new Map<string, Decision['contradictions'][number]>();
  for (const one of contradictions) {
    const key = [one.operatorCode, one.technology, one.by].join(' ');
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.keys()].toSorted().map((key) => seen.get(key)!);
}
