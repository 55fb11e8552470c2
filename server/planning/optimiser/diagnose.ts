import type { Limit } from './explain.ts';
import { type Problem, type Solution, NO_SETTLEMENT, UNSERVED } from './model.ts';

/** A limit that binds: what it has, what is used, and what a unit more is worth by the prices. */
export interface Binding {
  limit: Limit;
  available: number;
  used: number;
  price: number;
}

export interface LeftOut {
  settlement: number;
  /**
   * Why: it has no candidate link; or it is pinned so; or each of its links begins at settlements that are unserved
   * themselves or do not carry; or what it would take has no room left; or there is room, and it costs more than
   * leaving it.
   */
  because: 'no-link' | 'pinned' | 'parents-unserved' | 'crews' | 'subsidy' | 'budget' | 'cost';
}

/** Limits of which nearly all is used and whose price is not 0, the most valuable in all first. */
export function bindingLimits(problem: Problem, { plan, prices }: Solution): Binding[] {
  const { work, subsidy, money } = usage(problem, plan);
  const all: Binding[] = [...work].map((used, at) => ({
    limit: { kind: 'crews', operator: Math.floor(at / problem.quarters), quarter: at % problem.quarters },
    available: problem.crews[at],
    used,
    price: prices.crews[at],
  }));
  subsidy.forEach((used, year) =>
    all.push({ limit: { kind: 'subsidy', year }, available: problem.subsidy[year], used, price: prices.subsidy[year] }),
  );
  if (problem.objective.kind === 'service')
    all.push({ limit: { kind: 'budget' }, available: problem.objective.budget, used: money, price: prices.budget });
  return all
    .filter(({ available, used, price }) => price > 0 && used >= NEARLY * available)
    .toSorted((a, b) => b.price * b.available - a.price * a.available);
}

const NEARLY = 0.95;

/** Who is left unserved, and why. */
export function leftOut(problem: Problem, { plan }: Solution): LeftOut[] {
  const { links, carries, quarters, yearOf, objective, crews } = problem;
  const left = [...plan.link.keys()].filter((s) => plan.link[s] === UNSERVED);
  const pinned = new Set(problem.pins.filter((pin) => 'unserved' in pin).map(({ settlement }) => settlement));
  const linksOf = new Map<number, number[]>(left.map((s) => [s, []]));
  links.settlement.forEach((s, link) => linksOf.get(s)?.push(link));
  const { work, subsidy, money } = usage(problem, plan);
  const isOpen = (link: number) => {
    const parent = links.parent[link];
    if (parent === NO_SETTLEMENT) return true;
    return plan.link[parent] !== UNSERVED && carries[links.technology[plan.link[parent]]] === 1;
  };
  const someQuarter = (link: number, fits: (quarter: number) => boolean) => {
    const parent = links.parent[link];
    for (let q = parent === NO_SETTLEMENT ? 0 : plan.quarter[parent]; q < quarters; q++) if (fits(q)) return true;
    return false;
  };
  const because = (s: number): LeftOut['because'] => {
    const all = linksOf.get(s)!;
    if (pinned.has(s)) return 'pinned';
    if (all.length === 0) return 'no-link';
    const open = all.filter(isOpen);
    if (open.length === 0) return 'parents-unserved';
    const hasCrews = (link: number) => (q: number) => {
      const slot = links.operator[link] * quarters + q;
      return work[slot] + links.work[link] <= crews[slot];
    };
    const manned = open.filter((link) => someQuarter(link, hasCrews(link)));
    if (manned.length === 0) return 'crews';
    const isPaid = (link: number) => (q: number) =>
      hasCrews(link)(q) && subsidy[yearOf[q]] + links.subsidy[link] <= problem.subsidy[yearOf[q]];
    const paid = manned.filter((link) => someQuarter(link, isPaid(link)));
    if (paid.length === 0) return 'subsidy';
    const isAffordable = (link: number) => objective.kind === 'cost' || money + links.cost[link] <= objective.budget;
    return paid.some(isAffordable) ? 'cost' : 'budget';
  };
  return left.map((settlement) => ({ settlement, because: because(settlement) }));
}

function usage({ links, crews, subsidy, quarters, yearOf, settlements }: Problem, plan: Solution['plan']) {
  const used = { work: new Float64Array(crews.length), subsidy: new Float64Array(subsidy.length), money: 0 };
  plan.link.forEach((link, s) => {
    if (link === UNSERVED) return;
    used.work[links.operator[link] * quarters + plan.quarter[s]] += links.work[link];
    used.subsidy[yearOf[plan.quarter[s]]] += links.subsidy[link];
    const parent = links.parent[link];
    const isForeign = parent !== NO_SETTLEMENT && links.operator[plan.link[parent]] !== links.operator[link];
    used.money += links.cost[link] + (isForeign ? settlements.accessFee[s] : 0);
  });
  return used;
}
