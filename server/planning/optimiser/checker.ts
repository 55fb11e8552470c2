import type { Plan, Problem } from './model.ts';

/**
 * Checks a plan against the problem as a person would, settlement by settlement. It shares nothing with the search but
 * the shapes of problem and plan, so that neither can hide an error of the other.
 */
export interface Checked {
  /** Empty: the plan keeps to everything. */
  faults: Fault[];
  /** In the unit of the objective, and what it is made of; `links` and `fees` in tenge in any case. */
  cost: number;
  parts: { links: number; fees: number; waiting: number; lateness: number; unserved: number; floors: number };
}

export interface Fault {
  code:
    | 'link-of-another-settlement'
    | 'no-quarter'
    | 'parent-unserved'
    | 'parent-does-not-carry'
    | 'parent-later'
    | 'loop'
    | 'access-forbidden'
    | 'crews-exceeded'
    | 'subsidy-exceeded'
    | 'budget-exceeded'
    | 'pin-not-kept'
    | 'refused';
  settlement?: number;
  operator?: number;
  quarter?: number;
  year?: number;
  /** What is used, and what there is. */
  used?: number;
  limit?: number;
}

/** Sums of many amounts may be off by so much of the limit. */
const ROUNDING = 1e-6;

export function check(problem: Problem, plan: Plan): Checked {
  const faults: Fault[] = [];
  const count = problem.settlements.residents.length;
  for (let settlement = 0; settlement < count; settlement++) faults.push(...faultsOf(problem, plan, settlement));
  faults.push(...faultsOfLimits(problem, plan), ...faultsOfPins(problem, plan), ...faultsOfRefusals(problem, plan));
  const parts = partsOf(problem, plan);
  if (problem.objective.kind === 'service') {
    const used = parts.links + parts.fees;
    const limit = problem.objective.budget;
    if (used > limit + ROUNDING * limit) faults.push({ code: 'budget-exceeded', used, limit });
    return { faults, cost: parts.waiting + parts.floors, parts };
  }
  return { faults, cost: Object.values(parts).reduce((sum, part) => sum + part, 0), parts };
}

const isServed = ({ link }: Plan, settlement: number) => link[settlement] !== -1;

function faultsOf(problem: Problem, plan: Plan, settlement: number): Fault[] {
  const { links, quarters, carries, settlements } = problem;
  const link = plan.link[settlement];
  const quarter = plan.quarter[settlement];
  if (!isServed(plan, settlement)) return quarter === -1 ? [] : [{ code: 'no-quarter', settlement, quarter }];
  if (!(links.settlement[link] === settlement)) return [{ code: 'link-of-another-settlement', settlement }];
  if (!(quarter >= 0 && quarter < quarters)) return [{ code: 'no-quarter', settlement, quarter }];
  const parent = links.parent[link];
  if (parent === -1) return [];
  if (!isServed(plan, parent)) return [{ code: 'parent-unserved', settlement }];
  const faults: Fault[] = [];
  const above = plan.link[parent];
  if (carries[links.technology[above]] !== 1) faults.push({ code: 'parent-does-not-carry', settlement });
  if (plan.quarter[parent] > quarter) faults.push({ code: 'parent-later', settlement, quarter });
  if (links.operator[above] !== links.operator[link] && settlements.accessFee[settlement] === Infinity)
    faults.push({ code: 'access-forbidden', settlement, operator: links.operator[link] });
  if (comesBack(problem, plan, settlement)) faults.push({ code: 'loop', settlement });
  return faults;
}

/** Whether the way from parent to parent leads back to the settlement. */
function comesBack({ links }: Problem, plan: Plan, settlement: number): boolean {
  const met = new Set<number>();
  for (let at = settlement; isServed(plan, at) && links.parent[plan.link[at]] !== -1;) {
    at = links.parent[plan.link[at]];
    if (at === settlement) return true;
    if (met.has(at)) return false;
    met.add(at);
  }
  return false;
}

function faultsOfLimits(problem: Problem, plan: Plan): Fault[] {
  const { links, quarters } = problem;
  const work = new Map<number, number>();
  const subsidy = new Map<number, number>();
  plan.link.forEach((link, settlement) => {
    if (link === -1 || !(links.settlement[link] === settlement)) return;
    const quarter = plan.quarter[settlement];
    const crew = links.operator[link] * quarters + quarter;
    work.set(crew, (work.get(crew) ?? 0) + links.work[link]);
    const year = problem.yearOf[quarter];
    subsidy.set(year, (subsidy.get(year) ?? 0) + links.subsidy[link]);
  });
  const faults: Fault[] = [];
  for (const [crew, used] of work) {
    const limit = problem.crews[crew];
    const operator = Math.floor(crew / quarters);
    if (used > limit + ROUNDING * limit)
      faults.push({ code: 'crews-exceeded', operator, quarter: crew % quarters, used, limit });
  }
  for (const [year, used] of subsidy) {
    const limit = problem.subsidy[year];
    if (used > limit + ROUNDING * limit) faults.push({ code: 'subsidy-exceeded', year, used, limit });
  }
  return faults;
}

function faultsOfPins({ pins, links }: Problem, plan: Plan): Fault[] {
  const faults: Fault[] = [];
  for (const pin of pins) {
    const { settlement } = pin;
    const link = plan.link[settlement];
    const isKept =
      'unserved' in pin
        ? link === -1
        : link !== -1 &&
          (pin.operator ?? links.operator[link]) === links.operator[link] &&
          (pin.technology ?? links.technology[link]) === links.technology[link] &&
          (pin.parent ?? links.parent[link]) === links.parent[link] &&
          (pin.node ?? links.node[link]) === links.node[link] &&
          (pin.quarters === undefined ||
            (pin.quarters[0] <= plan.quarter[settlement] && plan.quarter[settlement] <= pin.quarters[1]));
    if (!isKept) faults.push({ code: 'pin-not-kept', settlement });
  }
  return faults;
}

function faultsOfRefusals({ refusals, links }: Problem, plan: Plan): Fault[] {
  const faults: Fault[] = [];
  for (const { settlement, operator, technology, parent, node, quarters } of refusals) {
    const link = plan.link[settlement];
    if (link === -1) continue;
    const quarter = plan.quarter[settlement];
    const differs =
      (operator !== undefined && operator !== links.operator[link]) ||
      (technology !== undefined && technology !== links.technology[link]) ||
      (parent !== undefined && parent !== links.parent[link]) ||
      (node !== undefined && node !== links.node[link]) ||
      (quarters !== undefined && (quarter < quarters[0] || quarter > quarters[1]));
    if (!differs) faults.push({ code: 'refused', settlement, quarter });
  }
  return faults;
}

function partsOf(problem: Problem, plan: Plan): Checked['parts'] {
  const { settlements, links, quarters, objective, floors } = problem;
  const parts = { links: 0, fees: 0, waiting: 0, lateness: 0, unserved: 0, floors: 0 };
  const monthPrice = objective.kind === 'cost' ? objective.waitingPrice : 1;
  const inMoney = objective.kind === 'cost';
  plan.link.forEach((link, s) => {
    const people = settlements.residents[s];
    if (link === -1) {
      parts.waiting += monthPrice * people * 3 * quarters;
      if (inMoney) parts.unserved += settlements.unservedPrice[s];
      return;
    }
    const quarter = plan.quarter[s];
    parts.links += links.cost[link];
    parts.waiting += monthPrice * people * (3 * quarter + 1.5);
    if (inMoney && quarter > settlements.deadline[s])
      parts.lateness += settlements.latePrice[s] * (quarter - settlements.deadline[s]);
    const parent = links.parent[link];
    const isForeign =
      parent !== -1 && isServed(plan, parent) && links.operator[plan.link[parent]] !== links.operator[link];
    if (isForeign) parts.fees += settlements.accessFee[s];
  });
  for (const { region, quarter, residents, price } of floors) {
    let served = 0;
    plan.link.forEach((link, s) => {
      if (link !== -1 && settlements.region[s] === region && plan.quarter[s] <= quarter)
        served += settlements.residents[s];
    });
    if (served < residents) parts.floors += price * (residents - served);
  }
  return parts;
}
