import type { Candidates } from './candidates.ts';
import { type Draft, priced } from './draft.ts';
import { type Prices, NO_SETTLEMENT } from './model.ts';
import { PriorityQueue } from './priority-queue.ts';

/**
 * A first plan: again and again the cheapest link, by prices, from what is served to a settlement that is not (Prim
 * 1957, with limits). Those pinned come first, each with whom it hangs from: room for them must not be lost.
 */
export function extend(candidates: Candidates, prices: Prices, draft: Draft): void {
  for (const s of pinnedFirst(candidates)) connectPinned(candidates, prices, draft, s);
  const { settlements, first, parent, feedingFirst, feeding, pairChild } = candidates;
  const queue = new PriorityQueue();
  const offer = (link: number, s: number) => {
    const { value } = bestQuarter(candidates, prices, draft, s, link);
    if (value < Infinity) queue.add(link, value);
  };
  const owner = ownersOf(candidates);
  const offerChildren = (p: number) => {
    for (let at = feedingFirst[p]; at < feedingFirst[p + 1]; at++) {
      const child = pairChild[feeding[at]];
      if (draft.link[child] >= 0) continue;
      for (let link = first[child]; link < first[child + 1]; link++) if (parent[link] === p) offer(link, child);
    }
  };
  for (let s = 0; s < settlements; s++) {
    if (draft.link[s] >= 0) offerChildren(s);
    else for (let link = first[s]; link < first[s + 1]; link++) if (parent[link] === NO_SETTLEMENT) offer(link, s);
  }
  while (queue.size > 0) {
    const offered = queue.leastKey();
    const link = queue.take();
    const s = owner[link];
    if (draft.link[s] >= 0) continue;
    const { value, quarter, change } = bestQuarter(candidates, prices, draft, s, link);
    // Room was lost since: it waits for its turn at what it costs now.
    if (value > offered) {
      if (value < Infinity) queue.add(link, value);
      continue;
    }
    if (change >= 0) continue;
    draft.make(s, link, quarter, change);
    offerChildren(s);
  }
}

/** The cheapest quarter in which there is room for a link, by prices; `Infinity` where there is none. */
export function bestQuarter(
  candidates: Candidates,
  prices: Prices,
  draft: Draft,
  s: number,
  link: number,
  last = candidates.problem.quarters - 1,
) {
  const best = { value: Infinity, quarter: 0, change: Infinity };
  for (let quarter = 0; quarter <= last; quarter++) {
    if (!draft.fits(s, link, quarter)) continue;
    const change = draft.change(s, link, quarter);
    const value = change + priced(candidates, prices, link, quarter);
    if (value < best.value) Object.assign(best, { value, quarter, change });
  }
  return best;
}

function ownersOf({ settlements, first, original }: Candidates): Uint32Array {
  const owner = new Uint32Array(original.length);
  for (let s = 0; s < settlements; s++) owner.fill(s, first[s], first[s + 1]);
  return owner;
}

/** Those pinned to be served; whoever must be ready first, first. */
function pinnedFirst({ settlements, pinned, first, quarters }: Candidates): number[] {
  const lastQuarter = (s: number) => {
    let bits = 0;
    for (let link = first[s]; link < first[s + 1]; link++) bits |= quarters[link];
    return 31 - Math.clz32(bits);
  };
  return Array.from({ length: settlements }, (_, s) => s)
    .filter((s) => pinned[s] === 1)
    .sort((a, b) => lastQuarter(a) - lastQuarter(b) || a - b);
}

/** Connects a settlement, and before it, by the cheapest way, whoever it needs. */
function connectPinned(candidates: Candidates, prices: Prices, draft: Draft, target: number): void {
  if (draft.link[target] >= 0) return;
  const { first, parent, carries, quarters, money, problem } = candidates;
  // Dijkstra backwards from the target: how cheaply a settlement that carries would lead to it, and by which next.
  const distance = new Map<number, number>([[target, 0]]);
  const next = new Map<number, { settlement: number; link: number }>();
  const queue = new PriorityQueue();
  queue.add(target, 0);
  const settled = new Set<number>();
  let rootCost = Infinity;
  let way: { settlement: number; link: number }[] = [];
  const wayFrom = (settlement: number, link: number) => {
    const steps = [{ settlement, link }];
    for (let at = settlement; at !== target;) {
      const step = next.get(at)!;
      steps.push(step);
      at = step.settlement;
    }
    return steps;
  };
  let bits = 0;
  for (let link = first[target]; link < first[target + 1]; link++) bits |= quarters[link];
  const last = 31 - Math.clz32(bits);
  while (queue.size > 0) {
    const so = queue.leastKey();
    const s = queue.take();
    if (so >= rootCost) break;
    if (settled.has(s)) continue;
    settled.add(s);
    for (let link = first[s]; link < first[s + 1]; link++) {
      if (s !== target && carries[link] === 0) continue;
      const cost = so + money[link] + cheapestPrice(candidates, prices, link);
      const p = parent[link];
      if (p === NO_SETTLEMENT || (draft.link[p] >= 0 && carries[draft.link[p]] === 1 && draft.quarter[p] <= last)) {
        if (cost < rootCost) {
          rootCost = cost;
          way = wayFrom(s, link);
        }
      } else if (draft.link[p] < 0 && cost < (distance.get(p) ?? Infinity)) {
        distance.set(p, cost);
        next.set(p, { settlement: s, link });
        queue.add(p, cost);
      }
    }
  }
  for (const { settlement, link } of way) {
    const best = bestQuarter(candidates, prices, draft, settlement, link, Math.min(last, problem.quarters - 1));
    if (best.value === Infinity) return;
    draft.make(settlement, link, best.quarter, best.change);
  }
}

function cheapestPrice(candidates: Candidates, prices: Prices, link: number): number {
  let least = Infinity;
  for (let quarter = 0; quarter < candidates.problem.quarters; quarter++) {
    if ((candidates.quarters[link] >>> quarter) & 1) least = Math.min(least, priced(candidates, prices, link, quarter));
  }
  return least;
}
