import { quarterAt, quarterNumber } from '../calendar/quarters.ts';
import { tooMuchWork } from './check-input.ts';
import type { Committed } from './input.ts';
import type { Plan } from './optimiser/model.ts';
import { type NamedProblem, parentIn, textOf } from './problem.ts';
import { PlanTechnology } from './parameters/schema.ts';
import type { PlanRow, UnservedReason } from './plans/schema.ts';

const slack = 1e-6;

/** What a plan uses of each limit, in the shape of the problem's limits. */
export interface Used {
  /** At operator × quarters + quarter. */
  crews: Float64Array;
  /** By year. */
  subsidy: Float64Array;
  /** Links and access fees, tenge. */
  money: number;
}

/** The fee that a settlement pays for hanging on another operator's, tenge. */
export function accessFeeOf({ links, problem }: NamedProblem, plan: Plan, link: number): number {
  const parent = links.parent[link];
  if (parent === -1) return links.fee[link];
  const above = plan.link[parent];
  if (above === -1 || links.operator[above] === links.operator[link]) return 0;
  return problem.settlements.accessFee[links.settlement[link]];
}

export function usedBy(named: NamedProblem, plan: Plan): Used {
  const { links, problem } = named;
  const used: Used = {
    crews: new Float64Array(problem.crews.length),
    subsidy: new Float64Array(problem.years),
    money: 0,
  };
  for (const [settlement, link] of plan.link.entries()) {
    if (link === -1) continue;
    const quarter = plan.quarter[settlement];
    used.crews[links.operator[link] * problem.quarters + quarter] += links.work[link];
    used.subsidy[problem.yearOf[quarter]] += links.subsidy[link];
    used.money += links.capital[link] + links.upkeep[link] + accessFeeOf(named, plan, link);
  }
  return used;
}

/** What becomes of every settlement of the scope, in the order of their keys. */
export function rowsOf(named: NamedProblem, plan: Plan): PlanRow[] {
  const { input } = named;
  const pinned = new Set(input.pins.map(textOf));
  const used = usedBy(named, plan);
  const unreachable = reasonsBeforehand(named);
  const rows = input.settlements.map((settlement, number): PlanRow => {
    const isPinned = pinned.has(textOf(settlement));
    if (plan.link[number] === -1) {
      const reason = unreachable.get(number) ?? reasonIn(named, plan, used, number);
      return {
        ...nothing,
        ...keyOf(settlement),
        state: 'unserved',
        pinned: isPinned,
        residents: settlement.residents,
        reason,
      };
    }
    return plannedRow(named, plan, number, isPinned);
  });
  return [...rows, ...input.committed.map((row) => committedRow(row, pinned.has(textOf(row))))].toSorted((a, b) =>
    textOf(a) < textOf(b) ? -1 : 1,
  );
}

const keyOf = ({ regionCode, code }: { regionCode: string; code: string }) => ({ regionCode, code });

const nothing = {
  operatorCode: null,
  technology: null,
  startQuarter: null,
  finishQuarter: null,
  parent: null,
  kilometres: null,
  costTenge: null,
  capitalTenge: null,
  subsidyTenge: null,
  accessFeeTenge: null,
  work: null,
  reason: null,
};

function plannedRow(named: NamedProblem, plan: Plan, number: number, pinned: boolean): PlanRow {
  const { input, links } = named;
  const link = plan.link[number];
  const finish = quarterNumber(input.firstQuarter) + plan.quarter[number];
  // Work may begin in the current quarter at the earliest.
  const start = Math.max(quarterNumber(input.currentQuarter), finish - input.parameters['build-quarters'] + 1);
  const fee = accessFeeOf(named, plan, link);
  return {
    ...keyOf(input.settlements[number]),
    state: 'planned',
    pinned,
    residents: input.settlements[number].residents,
    operatorCode: input.operators[links.operator[link]].code,
    technology: PlanTechnology.options[links.technology[link]],
    startQuarter: quarterAt(Math.min(start, finish)),
    finishQuarter: quarterAt(finish),
    parent: parentIn(input, links, link),
    kilometres: links.kilometres[link],
    costTenge: links.capital[link] + links.upkeep[link] + fee,
    capitalTenge: links.capital[link],
    subsidyTenge: links.subsidy[link],
    accessFeeTenge: fee,
    work: links.work[link],
    reason: null,
  };
}

function committedRow(row: Committed, pinned: boolean): PlanRow {
  const { operatorCode, startQuarter, finishQuarter, costTenge, subsidyTenge } = row;
  return {
    ...nothing,
    ...keyOf(row),
    state: 'committed',
    pinned,
    residents: row.residents,
    operatorCode,
    technology: PlanTechnology.safeParse(row.technology).data ?? null,
    startQuarter,
    finishQuarter,
    costTenge,
    capitalTenge: costTenge,
    subsidyTenge,
    work: 1,
  };
}

/** By settlement's number: why it cannot be connected whatever the plan does. */
function reasonsBeforehand(named: NamedProblem): ReadonlyMap<number, UnservedReason> {
  const { input, links, linksOf, numberOf, withoutLinks, islands } = named;
  const refused = [...input.settlements.entries()].filter(
    ([number, { refusedBy }]) =>
      linksOf[number].length > 0 &&
      linksOf[number].every((link) => refusedBy.includes(input.operators[links.operator[link]].code)),
  );
  const left = input.pins.filter(({ unserved }) => unserved).flatMap((pin) => numberOf.get(textOf(pin)) ?? []);
  const all: [UnservedReason, number[]][] = [
    ['island', islands],
    ['work-exceeds', tooMuchWork(named)],
    ['refused', refused.map(([number]) => number)],
    ['no-link', withoutLinks],
    ['pinned', left],
  ];
  return new Map(
    all.flatMap(([reason, numbers]) => numbers.map((number): [number, UnservedReason] => [number, reason])),
  );
}

/** Which limit keeps a settlement out of a plan: what of it alone is missing. */
function reasonIn(named: NamedProblem, plan: Plan, used: Used, number: number): UnservedReason {
  const { input, links, problem, linksOf } = named;
  const { crews, subsidy, quarters, yearOf, carries, objective } = problem;
  let hasParent = false;
  const lacking = new Set<'crews' | 'subsidy' | 'budget'>();
  for (const link of linksOf[number]) {
    if (input.settlements[number].refusedBy.includes(input.operators[links.operator[link]].code)) continue;
    const from = earliest(named, plan, link, carries);
    for (let quarter = from; quarter < quarters; quarter++) {
      hasParent = true;
      const slot = links.operator[link] * quarters + quarter;
      const year = yearOf[quarter];
      const missing = [
        ...(used.crews[slot] + links.work[link] > crews[slot] + slack ? (['crews'] as const) : []),
        ...(used.subsidy[year] + links.subsidy[link] > subsidy[year] + slack ? (['subsidy'] as const) : []),
        ...(objective.kind === 'service' && used.money + links.capital[link] + links.upkeep[link] > objective.budget
          ? (['budget'] as const)
          : []),
      ];
      if (missing.length === 0) return 'price';
      if (missing.length === 1) lacking.add(missing[0]);
    }
  }
  if (!hasParent) return 'parent-unserved';
  return (['budget', 'subsidy', 'crews'] as const).find((limit) => lacking.has(limit)) ?? 'crews';
}

/** The first quarter in which a link can be finished in a plan: that of its parent; past the horizon where it has none. */
export function earliest(
  { input, links, problem }: NamedProblem,
  plan: Plan,
  link: number,
  carries = problem.carries,
): number {
  const parent = links.parent[link];
  if (parent === -1) {
    const { readyQuarter } = input.anchors[links.anchor[link]];
    return readyQuarter === null ? 0 : Math.max(0, quarterNumber(readyQuarter) - quarterNumber(input.firstQuarter));
  }
  const above = plan.link[parent];
  if (above === -1 || carries[links.technology[above]] === 0) return problem.quarters;
  return plan.quarter[parent];
}
