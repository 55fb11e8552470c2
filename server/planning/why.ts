import { quarterAt, quarterNumber } from '../calendar/quarters.ts';
import type { SettlementKey } from '../places/schema.ts';
import { type CandidateLinks, candidateLinks } from './candidates.ts';
import { demandOf } from './costs.ts';
import type { PlanningInput } from './input.ts';
import type { Prices } from './optimiser/model.ts';
import { crewsLeft, parentIn, textOf } from './problem.ts';
import type { Obstacle, PlanWhy, WeighedChoice } from './answers/schema.ts';
import { PlanTechnology } from './parameters/schema.ts';
import type { PlanRow } from './plans/schema.ts';

const othersTold = 20;
const branchTold = 50;
const monthsInQuarter = 3;

/** Prices as they are kept with a scenario. */
export type KeptPrices = { crews: number[]; subsidy: number[]; budget: number };

export const keptPrices = ({ crews, subsidy, budget }: Prices): KeptPrices => ({
  crews: Array.from(crews),
  subsidy: Array.from(subsidy),
  budget,
});

/** Why a settlement has what it has in a finished plan; undefined where it is not in it. */
export function whyOf(
  input: PlanningInput,
  rows: readonly PlanRow[],
  prices: KeptPrices,
  key: SettlementKey,
): PlanWhy | undefined {
  const rowOf = new Map(rows.map((row) => [textOf(row), row]));
  const row = rowOf.get(textOf(key));
  if (row === undefined) return undefined;
  const branch = branchOf(rows, row);
  const number = input.settlements.findIndex((settlement) => textOf(settlement) === textOf(key));
  const scale = new Scale(input, prices);
  const choices = number === -1 ? [] : weighAll(input, scale, rowOf, branch, number, row);
  const chosen = choices.find((choice) => isOf(choice, row)) ?? null;
  const others = choices.filter((choice) => choice !== chosen).toSorted((a, b) => a.total - b.total);
  const open = others.filter(({ obstacle }) => obstacle === null || obstacle === 'pinned');
  return {
    row,
    unit: scale.isService ? 'person-months' : 'tenge',
    demandMbps: demandOf(input.parameters, row.residents),
    chosen,
    others: others.slice(0, othersTold),
    unservedCost: scale.unserved(row.residents),
    path: pathOf(rowOf, row),
    branch: {
      ...branch.reduce(
        (sum, one) => ({
          settlements: sum.settlements + 1,
          residents: sum.residents + one.residents,
          costTenge: sum.costTenge + (one.costTenge ?? 0),
          subsidyTenge: sum.subsidyTenge + (one.subsidyTenge ?? 0),
        }),
        { settlements: 0, residents: 0, costTenge: 0, subsidyTenge: 0 },
      ),
      rows: branch.slice(0, branchTold),
    },
    pinCostByPrices:
      row.pinned && chosen !== null && open.length > 0 ? Math.max(0, chosen.total - open[0].total) : null,
  };
}

/** What money, waiting, crews and subsidy weigh in the objective of a plan. */
class Scale {
  readonly isService: boolean;
  readonly #input: PlanningInput;
  readonly #prices: KeptPrices;
  readonly #first: number;

  constructor(input: PlanningInput, prices: KeptPrices) {
    this.#input = input;
    this.#prices = prices;
    this.#first = quarterNumber(input.firstQuarter);
    this.isService = input.request.objective.kind === 'service';
  }

  #tenge(usd: number): number {
    return usd * this.#input.parameters['usd-to-tenge'];
  }

  money(tenge: number): number {
    return this.isService ? tenge * this.#prices.budget : tenge;
  }

  waiting(residents: number, quarter: number): number {
    const months = residents * monthsInQuarter * (quarter + 0.5);
    return months * this.#monthPrice();
  }

  #monthPrice(): number {
    if (this.isService) return 1;
    const { objective } = this.#input.request;
    return objective.kind === 'cost' ? 0 : this.#tenge(this.#input.parameters['waiting-usd-per-person-month']);
  }

  lateness(quarter: number): number {
    const { lastInTime, parameters } = this.#input;
    if (lastInTime === null || this.isService) return 0;
    const deadline = Math.max(0, quarterNumber(lastInTime) - this.#first);
    return Math.max(0, quarter - deadline) * this.#tenge(parameters['late-usd-per-quarter']);
  }

  crews(operator: number, quarter: number, work: number): number {
    return this.#prices.crews[operator * this.#input.request.quarters + quarter] * work;
  }

  subsidy(quarter: number, tenge: number): number {
    const yearOf = (at: number) => Number(quarterAt(this.#first + at).slice(0, 4));
    return (this.#prices.subsidy[yearOf(quarter) - yearOf(0)] ?? 0) * tenge;
  }

  unserved(residents: number): number {
    const { parameters, request } = this.#input;
    const waiting = residents * monthsInQuarter * request.quarters * this.#monthPrice();
    if (this.isService) return waiting;
    return waiting + this.#tenge(parameters['unserved-usd'] + parameters['unserved-usd-per-resident'] * residents);
  }
}

/** Every candidate of a settlement, each in its best quarter; the chosen one in its own. */
function weighAll(
  input: PlanningInput,
  scale: Scale,
  rowOf: ReadonlyMap<string, PlanRow>,
  branch: readonly PlanRow[],
  number: number,
  row: PlanRow,
): WeighedChoice[] {
  const links = candidateLinks(input, number);
  const below = new Set(branch.map(textOf));
  return links.settlement.map((_, link) => {
    const parent = parentIn(input, links, link);
    const above = links.parent[link] === -1 ? undefined : rowOf.get(textOf(input.settlements[links.parent[link]]));
    const quarters = allowedQuarters(input, links, link, above);
    const operatorCode = input.operators[links.operator[link]].code;
    const isOthers = above !== undefined && above.operatorCode !== null && above.operatorCode !== operatorCode;
    const accessFeeTenge = isOthers
      ? Math.round(input.parameters['access-fee-usd'] * input.parameters['usd-to-tenge'])
      : links.fee[link];
    const weigh = (quarter: number): WeighedChoice => {
      const money = links.capital[link] + links.upkeep[link] + accessFeeTenge;
      const weights = {
        waiting: scale.waiting(row.residents, quarter),
        lateness: scale.lateness(quarter),
        crewPrice: scale.crews(links.operator[link], quarter, links.work[link]),
        subsidyPrice: scale.subsidy(quarter, links.subsidy[link]),
      };
      return {
        operatorCode,
        technology: PlanTechnology.options[links.technology[link]],
        parent,
        kilometres: links.kilometres[link],
        quarter: quarterAt(quarterNumber(input.firstQuarter) + quarter),
        costTenge: money,
        capitalTenge: links.capital[link],
        upkeepTenge: links.upkeep[link],
        accessFeeTenge,
        subsidyTenge: links.subsidy[link],
        work: links.work[link],
        ...weights,
        total: scale.money(money) + weights.waiting + weights.lateness + weights.crewPrice + weights.subsidyPrice,
        obstacle: obstacleOf(input, links, link, row, above, below, isOthers),
      };
    };
    const weighed = quarters.map(weigh);
    const own = weighed.find((choice) => isOf(choice, row));
    return own ?? weighed.reduce((best, choice) => (choice.total < best.total ? choice : best));
  });
}

/** The quarters from the one in which what a link hangs on is connected; at least the last one. */
function allowedQuarters(
  input: PlanningInput,
  links: CandidateLinks,
  link: number,
  above: PlanRow | undefined,
): number[] {
  const anchor = links.anchor[link];
  const ready = anchor === -1 ? (above?.finishQuarter ?? null) : input.anchors[anchor].readyQuarter;
  const last = input.request.quarters - 1;
  const from = ready === null ? 0 : Math.max(0, quarterNumber(ready) - quarterNumber(input.firstQuarter));
  return Array.from({ length: last + 1 }, (_, quarter) => quarter).filter((quarter) => quarter >= Math.min(from, last));
}

function obstacleOf(
  input: PlanningInput,
  links: CandidateLinks,
  link: number,
  row: PlanRow,
  above: PlanRow | undefined,
  below: ReadonlySet<string>,
  isOthers: boolean,
): Obstacle | null {
  const company = input.operators[links.operator[link]];
  const settlement = input.settlements[links.settlement[link]];
  const pin = input.pins.find((one) => textOf(one) === textOf(row));
  const technology = PlanTechnology.options[links.technology[link]];
  if (settlement.refusedBy.includes(company.code)) return 'refused';
  if (above !== undefined && below.has(textOf(above))) return 'loop';
  if (above?.state === 'unserved') return 'parent-unserved';
  if (above !== undefined && (above.technology === '4g' || above.technology === 'satellite'))
    return 'parent-carries-nothing';
  if (isOthers && !input.request.openAccess) return 'access-forbidden';
  const first = quarterNumber(input.firstQuarter);
  const isTooMuch = Array.from({ length: input.request.quarters }, (_, at) =>
    crewsLeft(company, quarterAt(first + at)),
  ).every((left) => left !== null && left < links.work[link]);
  if (isTooMuch) return 'work-exceeds';
  const contradictsPin =
    pin !== undefined &&
    (pin.unserved ||
      (pin.operatorCode !== null && pin.operatorCode !== company.code) ||
      (pin.technology !== null && pin.technology !== technology));
  return contradictsPin ? 'pinned' : null;
}

/** Whether a choice is the one that a row has. */
function isOf(choice: WeighedChoice, row: PlanRow): boolean {
  return (
    row.state === 'planned' &&
    choice.operatorCode === row.operatorCode &&
    choice.technology === row.technology &&
    choice.quarter === row.finishQuarter &&
    parentText(choice.parent) === parentText(row.parent)
  );
}

export function parentText(parent: PlanRow['parent']): string {
  if (parent === null) return '';
  return parent.type === 'node' ? `node ${parent.nodeId}` : textOf(parent);
}

/** What a settlement hangs on, up to what hangs on no settlement of the plan. */
function pathOf(rowOf: ReadonlyMap<string, PlanRow>, row: PlanRow): PlanRow[] {
  const path: PlanRow[] = [];
  for (let at = row; at.parent?.type === 'settlement';) {
    const above = rowOf.get(textOf(at.parent));
    if (above === undefined || path.includes(above)) break;
    path.push(above);
    at = above;
  }
  return path;
}

/** What hangs on a settlement, directly or not, nearest first. */
function branchOf(rows: readonly PlanRow[], row: PlanRow): PlanRow[] {
  const children = new Map<string, PlanRow[]>();
  for (const one of rows) {
    if (one.parent?.type !== 'settlement') continue;
    const above = textOf(one.parent);
    children.set(above, [...(children.get(above) ?? []), one]);
  }
  const branch: PlanRow[] = [];
  const queue = [row];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const hanging = children.get(textOf(at)) ?? [];
    branch.push(...hanging);
    queue.push(...hanging);
  }
  return branch;
}
