import type { CandidateLinks } from './candidates.ts';
import { PlanTechnology } from './parameters/schema.ts';

/** What a settlement is connected by so that others can hang on it. */
export const carrying: ReadonlySet<PlanTechnology> = new Set(['fibre', 'fixed-wireless']);

/** Links without those of islands, and who the islands are, by their numbers. */
export interface Reached {
  links: CandidateLinks;
  /** Settlements that nothing at all can be built to. */
  withoutLinks: number[];
  /** Settlements that no chain of links reaches from an anchor. */
  islands: number[];
}

/**
 * Leaves out the links of settlements that no chain of links reaches from an anchor: whatever a plan does they stay
 * unserved, and a bound that knows it is the better one.
 */
export function withoutIslands(links: CandidateLinks, count: number): Reached {
  const { settlement, parent, technology } = links;
  const isCarrying = PlanTechnology.options.map((option) => carrying.has(option));
  const hasLink = new Uint8Array(count);
  const isReached = new Uint8Array(count);
  /** One that only a 4G site reaches carries no further. */
  const carriesOn = new Uint8Array(count);
  const onwards: number[][] = Array.from({ length: count }, () => []);
  const queue: number[] = [];
  const reach = (link: number) => {
    const reached = settlement[link];
    isReached[reached] = 1;
    if (!isCarrying[technology[link]] || carriesOn[reached] === 1) return;
    carriesOn[reached] = 1;
    queue.push(reached);
  };
  for (let link = 0; link < settlement.length; link++) {
    hasLink[settlement[link]] = 1;
    if (parent[link] !== -1) onwards[parent[link]].push(link);
  }
  for (let link = 0; link < settlement.length; link++) if (parent[link] === -1) reach(link);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) onwards[next].forEach(reach);
  const numbers = Array.from(isReached.keys());
  const kept = Array.from(settlement.keys()).filter(
    (link) => isReached[settlement[link]] === 1 && (parent[link] === -1 || carriesOn[parent[link]] === 1),
  );
  return {
    links: Object.fromEntries(
      Object.entries(links).map(([name, values]: [string, number[]]) => [name, kept.map((link) => values[link])]),
    ) as unknown as CandidateLinks,
    withoutLinks: numbers.filter((number) => hasLink[number] === 0),
    islands: numbers.filter((number) => isReached[number] === 0 && hasLink[number] === 1),
  };
}
