import { type Choice, type Links, type Problem, NO_SETTLEMENT } from './model.ts';

/** Not a pair: the link begins at no settlement. */
export const NO_PAIR = -1;

/**
 * The links that pins, refusals and crews leave, ordered by settlement, with what bound and search both need of them.
 * Being filtered before either, they keep the bound valid for the plan.
 */
export interface Candidates {
  problem: Problem;
  settlements: number;
  /** By settlement: where its links begin; one entry more than settlements. */
  first: Uint32Array;
  /** By link: its index in the problem's links, and what stands there. */
  original: Uint32Array;
  parent: Int32Array;
  operator: Uint8Array;
  carries: Uint8Array;
  money: Float64Array;
  work: Float64Array;
  subsidy: Float64Array;
  /** By link: the quarters in which it may be finished, as bits. */
  quarters: Int32Array;
  /** By link: its pair of settlement and parent, or `NO_PAIR`. */
  pair: Int32Array;
  /** Pairs, ordered by settlement. */
  pairFirst: Uint32Array;
  pairChild: Uint32Array;
  pairParent: Uint32Array;
  /** By pair: the one with settlement and parent exchanged, or `NO_PAIR`. */
  reverse: Int32Array;
  /** By parent: the pairs in which it is that, as a range of `feeding`. */
  feedingFirst: Uint32Array;
  feeding: Uint32Array;
  /** What waiting and lateness cost at `settlement × (quarters + 1) + quarter`; the last: what being unserved costs. */
  time: Float64Array;
  /** What a tenge of a link counts in the objective: 1, or 0 in `service`. */
  moneyWeight: number;
  /** 1 where the settlement is pinned to be served. */
  pinned: Uint8Array;
}

/** Prepares a problem in which nothing is wrong: whoever numbers it sees to that (check-input.ts, check-pins.ts). */
export function prepare(problem: Problem): Candidates {
  const settlements = problem.settlements.residents.length;
  const allowed = allowedQuarters(problem);
  const kept = undominated(problem, allowed);
  const first = new Uint32Array(settlements + 1);
  for (const link of kept) first[problem.links.settlement[link] + 1]++;
  for (let s = 0; s < settlements; s++) first[s + 1] += first[s];
  const { parent, operator, technology, cost, work, subsidy } = problem.links;
  const pinned = new Uint8Array(settlements);
  for (const pin of problem.pins) if (!('unserved' in pin)) pinned[pin.settlement] = 1;
  return {
    problem,
    settlements,
    first,
    original: kept,
    parent: Int32Array.from(kept, (link) => parent[link]),
    operator: Uint8Array.from(kept, (link) => operator[link]),
    carries: Uint8Array.from(kept, (link) => problem.carries[technology[link]]),
    money: Float64Array.from(kept, (link) => cost[link]),
    work: Float64Array.from(kept, (link) => work[link]),
    subsidy: Float64Array.from(kept, (link) => subsidy[link]),
    quarters: Int32Array.from(kept, (link) => allowed[link]),
    ...pairsOf(problem.links, kept, settlements),
    time: timeCosts(problem, pinned),
    moneyWeight: problem.objective.kind === 'cost' ? 1 : 0,
    pinned,
  };
}

/** By link of the problem: the quarters, as bits, that pins, refusals and limits leave it. */
function allowedQuarters(problem: Problem): Int32Array {
  const { links, quarters, crews, subsidy, yearOf, pins, refusals } = problem;
  const whole = quartersAsBits(0, quarters - 1);
  const allowed = new Int32Array(links.settlement.length);
  const pinsOf = bySettlement(pins.filter((pin) => !('unserved' in pin)) as Choice[]);
  const refusalsOf = bySettlement(refusals);
  const unserved = new Set(pins.filter((pin) => 'unserved' in pin).map(({ settlement }) => settlement));
  for (let link = 0; link < allowed.length; link++) {
    const settlement = links.settlement[link];
    if (unserved.has(settlement)) continue;
    let bits = whole;
    for (const pin of pinsOf.get(settlement) ?? []) bits &= matches(links, link, pin) ? span(pin, whole) : 0;
    for (const no of refusalsOf.get(settlement) ?? []) if (matches(links, link, no)) bits &= ~span(no, whole);
    for (let quarter = 0; bits !== 0 && quarter < quarters; quarter++) {
      const fits =
        links.work[link] <= crews[links.operator[link] * quarters + quarter] &&
        links.subsidy[link] <= subsidy[yearOf[quarter]];
      if (!fits) bits &= ~(1 << quarter);
    }
    allowed[link] = bits;
  }
  return allowed;
}

/** Whether a link is of the pattern, but for the quarters. */
export function matches(links: Links, link: number, choice: Choice): boolean {
  return (
    (choice.operator === undefined || choice.operator === links.operator[link]) &&
    (choice.technology === undefined || choice.technology === links.technology[link]) &&
    (choice.parent === undefined || choice.parent === links.parent[link]) &&
    (choice.node === undefined || choice.node === links.node[link])
  );
}

const quartersAsBits = (first: number, last: number) => ((1 << (last - first + 1)) - 1) << first;
const span = ({ quarters }: Choice, whole: number) =>
  quarters === undefined ? whole : whole & quartersAsBits(...quarters);

function bySettlement(choices: readonly Choice[]): Map<number, Choice[]> {
  const groups = new Map<number, Choice[]>();
  for (const choice of choices) groups.set(choice.settlement, [...(groups.get(choice.settlement) ?? []), choice]);
  return groups;
}

/**
 * The links that have a quarter, sorted by settlement, then parent, operator, index. Of those that differ only in
 * technology, the ones that another beats in everything are left out: no best plan needs them.
 */
function undominated({ links, carries }: Problem, allowed: Int32Array): Uint32Array {
  const { settlement, parent, operator, technology, cost, work, subsidy } = links;
  const areAlike = (a: number, b: number) =>
    settlement[a] === settlement[b] && parent[a] === parent[b] && operator[a] === operator[b];
  const beats = (a: number, b: number) =>
    cost[a] <= cost[b] &&
    work[a] <= work[b] &&
    subsidy[a] <= subsidy[b] &&
    carries[technology[a]] >= carries[technology[b]] &&
    (allowed[b] & ~allowed[a]) === 0;
  const sorted = Uint32Array.from(allowed.keys())
    .filter((link) => allowed[link] !== 0)
    .sort((a, b) => settlement[a] - settlement[b] || parent[a] - parent[b] || operator[a] - operator[b] || a - b);
  // What is kept moves to the front; from `group` on it is alike.
  let group = 0;
  let end = 0;
  for (const link of sorted) {
    if (end > group && !areAlike(sorted[group], link)) group = end;
    const others = sorted.subarray(group, end);
    if (others.some((other) => beats(other, link))) continue;
    end = group;
    for (const other of others) if (!beats(link, other)) sorted[end++] = other;
    sorted[end++] = link;
  }
  return sorted.slice(0, end);
}

function pairsOf(links: Links, kept: Uint32Array, settlements: number) {
  const pair = new Int32Array(kept.length).fill(NO_PAIR);
  const pairFirst = new Uint32Array(settlements + 1);
  const children: number[] = [];
  const parents: number[] = [];
  kept.forEach((link, place) => {
    const child = links.settlement[link];
    const parent = links.parent[link];
    if (parent === NO_SETTLEMENT) return;
    if (children.at(-1) !== child || parents.at(-1) !== parent) {
      children.push(child);
      parents.push(parent);
      pairFirst[child + 1]++;
    }
    pair[place] = children.length - 1;
  });
  const feedingFirst = new Uint32Array(settlements + 1);
  for (const parent of parents) feedingFirst[parent + 1]++;
  for (let s = 0; s < settlements; s++) {
    pairFirst[s + 1] += pairFirst[s];
    feedingFirst[s + 1] += feedingFirst[s];
  }
  const end = feedingFirst.slice();
  const feeding = new Uint32Array(parents.length);
  parents.forEach((parent, one) => (feeding[end[parent]++] = one));
  const places = new Map(children.map((child, one) => [child * settlements + parents[one], one]));
  return {
    pair,
    reverse: Int32Array.from(children, (child, one) => places.get(parents[one] * settlements + child) ?? NO_PAIR),
    pairFirst,
    pairChild: Uint32Array.from(children),
    pairParent: Uint32Array.from(parents),
    feedingFirst,
    feeding,
  };
}

/** So many times the dearest that could be chosen: a pinned settlement is left unserved only where there is no room. */
const PIN_WEIGHT = 100;

function timeCosts({ settlements, quarters, objective, links }: Problem, pinned: Uint8Array): Float64Array {
  const { residents, unservedPrice, deadline, latePrice } = settlements;
  const inMoney = objective.kind === 'cost';
  const monthPrice = inMoney ? objective.waitingPrice : 1;
  const time = new Float64Array(residents.length * (quarters + 1));
  for (let s = 0; s < residents.length; s++) {
    const at = s * (quarters + 1);
    for (let quarter = 0; quarter < quarters; quarter++) {
      const late = inMoney ? Math.max(0, quarter - deadline[s]) * latePrice[s] : 0;
      time[at + quarter] = monthPrice * residents[s] * (3 * quarter + 1.5) + late;
    }
    time[at + quarters] = monthPrice * residents[s] * 3 * quarters + (inMoney ? unservedPrice[s] : 0);
  }
  const dearest =
    time.reduce((most, cost) => Math.max(most, cost), 0) +
    (inMoney ? links.cost.reduce((most, cost) => Math.max(most, cost), 0) : 0);
  pinned.forEach((is, s) => {
    if (is) time[s * (quarters + 1) + quarters] += PIN_WEIGHT * (dearest + 1);
  });
  return time;
}
