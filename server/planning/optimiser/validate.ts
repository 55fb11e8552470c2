import { matches } from './candidates.ts';
import { type Choice, type Problem, MOST_QUARTERS } from './model.ts';

/**
 * What is wrong with a problem, by number; worded, with names and what to change, by whoever shows it. `fatal` must be
 * mended before solving; the others are told: a plan is found all the same.
 */
export type Fault =
  | { code: 'no-settlements' | 'no-operators' | 'no-links' | 'no-nodes'; fatal: true }
  | { code: 'quarters-out-of-range'; fatal: true; quarters: number; most: number }
  | { code: 'link-out-of-range'; fatal: true; link: number; field: string; value: number }
  /** Costs, work, subsidies, residents, prices, limits are numbers not less than 0. */
  | { code: 'negative-amount'; fatal: true; field: string; at: number; value: number }
  /** Of the same settlement, and nothing satisfies them all: the links, quarters or states asked for are different. */
  | { code: 'pins-contradict'; fatal: true; settlement: number; pins: number[] }
  /** No candidate link is as the pin asks. */
  | { code: 'pin-without-link'; fatal: true; settlement: number; pin: number }
  /** A refusal forbids all that the pin allows. */
  | { code: 'pin-refused'; fatal: true; settlement: number; pin: number }
  /** Pinned to hang from one another in a ring. */
  | { code: 'pins-close-a-loop'; fatal: true; settlements: number[] }
  /** A parent is pinned to a later quarter than its child, or to stay unserved, or to what does not carry. */
  | { code: 'pinned-parent-too-late'; fatal: true; settlement: number; parent: number }
  /** What is pinned to an operator in a quarter is more than its crews can do. */
  | {
      code: 'pins-exceed-crews';
      fatal: true;
      operator: number;
      quarter: number;
      work: number;
      crews: number;
      settlements: number[];
    }
  /** Every link of it is more work than the operator's crews do in any quarter. */
  | { code: 'job-larger-than-quarter'; fatal: false; settlement: number; work: number; crews: number; operator: number }
  /** No link at all, or every link refused. */
  | { code: 'settlement-without-link'; fatal: false; settlement: number; refused: boolean }
  /** These reach each other, but no node and no satellite. */
  | { code: 'island'; fatal: false; settlements: number[] };

/** Names what is wrong; empty where nothing is. */
export function validate(problem: Problem): Fault[] {
  const shape = [...faultsOfShape(problem), ...faultsOfAmounts(problem)];
  if (shape.length > 0) return shape;
  return [...faultsOfPins(problem), ...faultsOfReach(problem)];
}

function faultsOfShape(problem: Problem): Fault[] {
  const { settlements, links, operators, technologies, quarters, nodes } = problem;
  const count = settlements.residents.length;
  if (count === 0) return [{ code: 'no-settlements', fatal: true }];
  if (operators === 0) return [{ code: 'no-operators', fatal: true }];
  if (!(quarters >= 1 && quarters <= MOST_QUARTERS))
    return [{ code: 'quarters-out-of-range', fatal: true, quarters, most: MOST_QUARTERS }];
  const ranges: [keyof typeof links, number, number][] = [
    ['settlement', 0, count],
    ['parent', -1, count],
    ['node', -1, nodes],
    ['operator', 0, operators],
    ['technology', 0, technologies],
  ];
  for (const [field, from, end] of ranges) {
    const link = links[field].findIndex((value) => !(value >= from && value < end));
    if (link >= 0) return [{ code: 'link-out-of-range', fatal: true, link, field, value: links[field][link] }];
  }
  const itself = links.parent.findIndex((parent, link) => parent === links.settlement[link]);
  if (itself >= 0)
    return [{ code: 'link-out-of-range', fatal: true, link: itself, field: 'parent', value: links.parent[itself] }];
  if (links.settlement.length === 0) return [{ code: nodes === 0 ? 'no-nodes' : 'no-links', fatal: true }];
  // Satellite needs no node; where nothing else is a beginning either, nobody can be reached.
  if (!links.parent.includes(-1)) return [{ code: 'no-nodes', fatal: true }];
  return [];
}

function faultsOfAmounts({ settlements, links, crews, subsidy, objective, floors }: Problem): Fault[] {
  const amounts: Record<string, ArrayLike<number>> = {
    'links.cost': links.cost,
    'links.work': links.work,
    'links.subsidy': links.subsidy,
    'settlements.residents': settlements.residents,
    'settlements.unservedPrice': settlements.unservedPrice,
    'settlements.latePrice': settlements.latePrice,
    'settlements.accessFee': settlements.accessFee,
    crews,
    subsidy,
    objective: [objective.kind === 'cost' ? objective.waitingPrice : objective.budget],
    'floors.price': floors.map(({ price }) => price),
  };
  return Object.entries(amounts).flatMap(([field, values]) => {
    const at = Array.prototype.findIndex.call(values, (value: number) => !(value >= 0));
    return at < 0 ? [] : [{ code: 'negative-amount' as const, fatal: true as const, field, at, value: values[at] }];
  });
}

type LinksOf = (settlement: number) => number[];

function linksBySettlement({ links, settlements }: Problem): LinksOf {
  const of: number[][] = Array.from(settlements.residents, () => []);
  links.settlement.forEach((settlement, link) => of[settlement].push(link));
  return (settlement) => of[settlement];
}

const isWithin = (quarter: number, { quarters }: Choice) =>
  quarters === undefined || (quarter >= quarters[0] && quarter <= quarters[1]);

function faultsOfPins(problem: Problem): Fault[] {
  const { pins, links, quarters, refusals } = problem;
  if (pins.length === 0) return [];
  const linksOf = linksBySettlement(problem);
  const allQuarters = Array.from({ length: quarters }, (_, quarter) => quarter);
  const bySettlement = new Map<number, number[]>();
  pins.forEach(({ settlement }, pin) => bySettlement.set(settlement, [...(bySettlement.get(settlement) ?? []), pin]));
  const faults: Fault[] = [];
  /** By pinned settlement: its links, and its quarters, that the pins leave. */
  const left = new Map<number, { links: number[]; quarters: number[] }>();
  for (const [settlement, its] of bySettlement) {
    const choices = its.map((pin) => pins[pin]);
    const served = choices.filter((pin): pin is Choice => !('unserved' in pin));
    if (served.length < choices.length) {
      if (served.length > 0) faults.push({ code: 'pins-contradict', fatal: true, settlement, pins: its });
      left.set(settlement, { links: [], quarters: [] });
      continue;
    }
    const lacking = served.findIndex(
      (pin) =>
        !linksOf(settlement).some((link) => matches(links, link, pin)) || !allQuarters.some((q) => isWithin(q, pin)),
    );
    const those = linksOf(settlement).filter((link) => served.every((pin) => matches(links, link, pin)));
    const then = allQuarters.filter((quarter) => served.every((pin) => isWithin(quarter, pin)));
    const no = refusals.filter((refusal) => refusal.settlement === settlement);
    const isRefused = (link: number) =>
      then.every((quarter) => no.some((refusal) => matches(links, link, refusal) && isWithin(quarter, refusal)));
    left.set(settlement, { links: those, quarters: then });
    if (lacking >= 0) faults.push({ code: 'pin-without-link', fatal: true, settlement, pin: its[lacking] });
    else if (those.length === 0 || then.length === 0)
      faults.push({ code: 'pins-contradict', fatal: true, settlement, pins: its });
    else if (those.every(isRefused)) faults.push({ code: 'pin-refused', fatal: true, settlement, pin: its[0] });
  }
  if (faults.length > 0) return faults;
  return [...faultsOfPinnedTree(problem, left), ...faultsOfPinnedWork(problem, left)];
}

type Left = Map<number, { links: number[]; quarters: number[] }>;

/** The one parent that pins leave a settlement; -1 where there are several, or none. */
function pinnedParent({ links }: Problem, left: Left, settlement: number): number {
  const parents = new Set(left.get(settlement)?.links.map((link) => links.parent[link]));
  return parents.size === 1 ? [...parents][0] : -1;
}

function faultsOfPinnedTree(problem: Problem, left: Left): Fault[] {
  const { links, carries } = problem;
  const faults: Fault[] = [];
  const inLoop = new Set<number>();
  for (const settlement of left.keys()) {
    const parent = pinnedParent(problem, left, settlement);
    const above = left.get(parent);
    if (parent < 0) continue;
    const ring = [settlement];
    for (let at = parent; at >= 0 && !ring.includes(at); at = pinnedParent(problem, left, at)) ring.push(at);
    const closes = pinnedParent(problem, left, ring.at(-1)!) === settlement;
    if (closes && !inLoop.has(settlement)) {
      for (const member of ring) inLoop.add(member);
      faults.push({ code: 'pins-close-a-loop', fatal: true, settlements: ring.toSorted((a, b) => a - b) });
    } else if (above !== undefined && !closes) {
      const isLate = Math.min(...above.quarters) > Math.max(...left.get(settlement)!.quarters);
      const canCarry = above.links.some((link) => carries[links.technology[link]] === 1);
      if (isLate || !canCarry) faults.push({ code: 'pinned-parent-too-late', fatal: true, settlement, parent });
    }
  }
  return faults;
}

/** Only what is pinned to one operator and one quarter counts, each with its least work. */
function faultsOfPinnedWork({ links, quarters, crews }: Problem, left: Left): Fault[] {
  const slots = new Map<number, { work: number; settlements: number[] }>();
  for (const [settlement, { links: those, quarters: then }] of left) {
    const operators = new Set(those.map((link) => links.operator[link]));
    if (operators.size !== 1 || then.length !== 1) continue;
    const slot = [...operators][0] * quarters + then[0];
    const so = slots.get(slot) ?? { work: 0, settlements: [] };
    so.work += Math.min(...those.map((link) => links.work[link]));
    so.settlements.push(settlement);
    slots.set(slot, so);
  }
  return [...slots].flatMap(([slot, { work, settlements }]) =>
    work <= crews[slot] * (1 + 1e-9)
      ? []
      : [
          {
            code: 'pins-exceed-crews' as const,
            fatal: true as const,
            operator: Math.floor(slot / quarters),
            quarter: slot % quarters,
            work,
            crews: crews[slot],
            settlements,
          },
        ],
  );
}

function faultsOfReach(problem: Problem): Fault[] {
  const { links, crews, quarters, operators, refusals, pins, settlements } = problem;
  const linksOf = linksBySettlement(problem);
  const greatest = Array.from({ length: operators }, (_, operator) =>
    Math.max(...crews.subarray(operator * quarters, (operator + 1) * quarters)),
  );
  const isPinned = new Set(pins.map(({ settlement }) => settlement));
  const refusalsOf = new Map<number, Choice[]>();
  for (const refusal of refusals) {
    if (refusal.quarters === undefined)
      refusalsOf.set(refusal.settlement, [...(refusalsOf.get(refusal.settlement) ?? []), refusal]);
  }
  const faults: Fault[] = [];
  for (let settlement = 0; settlement < settlements.residents.length; settlement++) {
    if (isPinned.has(settlement)) continue;
    const all = linksOf(settlement);
    const those = all.filter((link) => !refusalsOf.get(settlement)?.some((no) => matches(links, link, no)));
    if (those.length === 0)
      faults.push({ code: 'settlement-without-link', fatal: false, settlement, refused: all.length > 0 });
    else if (those.every((link) => links.work[link] > greatest[links.operator[link]])) {
      const least = those.reduce((a, b) => (links.work[b] < links.work[a] ? b : a));
      const operator = links.operator[least];
      faults.push({
        code: 'job-larger-than-quarter',
        fatal: false,
        settlement,
        work: links.work[least],
        crews: greatest[operator],
        operator,
      });
    }
  }
  return [...faults, ...islandsOf(problem)];
}

/** Groups of settlements that no way leads to from a beginning. */
function islandsOf({ links, settlements }: Problem): Fault[] {
  const count = settlements.residents.length;
  const children: number[][] = Array.from({ length: count }, () => []);
  const reached = new Uint8Array(count);
  const hasLink = new Uint8Array(count);
  const spread = (from: number[], mark: Uint8Array) => {
    for (let at = from.pop(); at !== undefined; at = from.pop()) {
      for (const child of children[at]) {
        if (mark[child] === 1) continue;
        mark[child] = 1;
        from.push(child);
      }
    }
  };
  const begun: number[] = [];
  links.settlement.forEach((settlement, link) => {
    hasLink[settlement] = 1;
    if (links.parent[link] >= 0) children[links.parent[link]].push(settlement);
    else if (reached[settlement] === 0) {
      reached[settlement] = 1;
      begun.push(settlement);
    }
  });
  spread(begun, reached);
  const neighbours: number[][] = Array.from({ length: count }, () => []);
  links.settlement.forEach((settlement, link) => {
    const parent = links.parent[link];
    if (parent < 0 || reached[settlement] === 1) return;
    neighbours[settlement].push(parent);
    neighbours[parent].push(settlement);
  });
  const faults: Fault[] = [];
  for (let start = 0; start < count; start++) {
    if (reached[start] === 1 || hasLink[start] === 0) continue;
    const group = [start];
    reached[start] = 1;
    for (let at = 0; at < group.length; at++) {
      for (const next of neighbours[group[at]]) {
        if (reached[next] === 1) continue;
        reached[next] = 1;
        group.push(next);
      }
    }
    faults.push({ code: 'island', fatal: false, settlements: group.toSorted((a, b) => a - b) });
  }
  return faults;
}
