import { quarterAt, quarterNumber } from '../calendar/quarters.ts';
import type { Quarter } from '../calendar/schema.ts';
import type { SettlementKey } from '../places/schema.ts';
import { type CandidateLinks, candidateLinks } from './candidates.ts';
import type { PlanningInput } from './input.ts';
import { carrying, withoutIslands } from './islands.ts';
import { type Choice, type Floor, type Objective, type Pin, type Problem } from './optimiser/model.ts';
import { PlanTechnology } from './parameters/schema.ts';
import type { PlanParent } from './plans/schema.ts';

/** A problem of the optimiser with the names of what it numbers. */
export interface NamedProblem {
  input: PlanningInput;
  links: CandidateLinks;
  /** By their numbers: settlements that nothing can be built to, and those that no chain of links reaches. */
  withoutLinks: number[];
  islands: number[];
  problem: Problem;
  /** By quarter of the horizon. */
  quarters: Quarter[];
  years: number[];
  regions: string[];
  /** By settlement's key as text: its number. */
  numberOf: ReadonlyMap<string, number>;
  /** By settlement's number: its links. */
  linksOf: readonly (readonly number[])[];
}

export const textOf = ({ regionCode, code }: SettlementKey) => `${regionCode} ${code}`;

/** What the optimiser is asked, from all that a plan is made from. Pure: equal inputs give equal problems. */
export function problemOf(input: PlanningInput): NamedProblem {
  const { request, parameters, settlements, operators } = input;
  const { links, withoutLinks, islands } = withoutIslands(candidateLinks(input), input.settlements.length);
  const first = quarterNumber(input.firstQuarter);
  const quarters = Array.from({ length: request.quarters }, (_, at) => quarterAt(first + at));
  const yearOfQuarter = quarters.map((quarter) => Number(quarter.slice(0, 4)));
  const years = [...new Set(yearOfQuarter)];
  const regions = [...new Set([...settlements, ...input.committed].map(({ regionCode }) => regionCode))].toSorted();
  const numberOf = new Map(settlements.map((key, number) => [textOf(key), number]));
  const tenge = (usd: number) => Math.round(usd * parameters['usd-to-tenge']);
  const count = settlements.length;
  const same = (value: number) => new Float64Array(count).fill(value);
  const deadline =
    input.lastInTime === null
      ? request.quarters
      : Math.min(request.quarters, Math.max(0, quarterNumber(input.lastInTime) - first));
  const problem: Problem = {
    settlements: {
      residents: Float64Array.from(settlements, ({ residents }) => residents),
      region: Uint16Array.from(settlements, ({ regionCode }) => regions.indexOf(regionCode)),
      unservedPrice: Float64Array.from(settlements, ({ residents }) =>
        tenge(parameters['unserved-usd'] + parameters['unserved-usd-per-resident'] * residents),
      ),
      deadline: new Uint8Array(count).fill(deadline),
      latePrice: same(tenge(parameters['late-usd-per-quarter'])),
      accessFee: same(request.openAccess ? tenge(parameters['access-fee-usd']) : Infinity),
    },
    links: {
      settlement: Uint32Array.from(links.settlement),
      parent: Int32Array.from(links.parent),
      node: Int32Array.from(links.anchor),
      operator: Uint8Array.from(links.operator),
      technology: Uint8Array.from(links.technology),
      cost: Float64Array.from(links.capital, (capital, link) => capital + links.upkeep[link] + links.fee[link]),
      work: Float64Array.from(links.work),
      subsidy: Float64Array.from(links.subsidy),
    },
    operators: operators.length,
    technologies: PlanTechnology.options.length,
    quarters: request.quarters,
    years: years.length,
    regions: regions.length,
    nodes: input.anchors.length,
    carries: Uint8Array.from(PlanTechnology.options, (technology) => Number(carrying.has(technology))),
    crews: crewsOf(input, quarters, enoughWork(links)),
    yearOf: Uint8Array.from(yearOfQuarter, (year) => years.indexOf(year)),
    subsidy: Float64Array.from(years, (year) => subsidyLeft(input, year) ?? Infinity),
    objective: objectiveOf(input),
    pins: pinsOf(input, numberOf),
    refusals: refusalsOf(input, links),
    floors: floorsOf(input, regions),
  };
  const linksOf: number[][] = Array.from({ length: count }, () => []);
  for (const [link, settlement] of links.settlement.entries()) linksOf[settlement].push(link);
  return { input, links, withoutLinks, islands, problem, quarters, years, regions, numberOf, linksOf };
}

/** More work than any plan has: what crews without limit can do. */
const enoughWork = ({ work }: CandidateLinks) => work.reduce((sum, one) => sum + one, 1);

/** What is left to each operator in each quarter after what it has promised. */
function crewsOf({ operators }: PlanningInput, quarters: readonly Quarter[], unlimited: number): Float64Array {
  return Float64Array.from(
    operators.flatMap((company) => quarters.map((quarter) => crewsLeft(company, quarter) ?? unlimited)),
  );
}

/** Settlements' worth of work that an operator has left in a quarter; null is no limit. */
export function crewsLeft({ perQuarter, promised }: PlanningInput['operators'][number], quarter: Quarter) {
  return perQuarter === null ? null : Math.max(0, perQuarter - (promised[quarter] ?? 0));
}

/** The subsidy of a year, tenge, promises included; null is no limit. */
export function subsidyOf({ request }: PlanningInput, year: number): number | null {
  return request.subsidy.find((one) => one.year === year)?.tenge ?? request.subsidyPerYear;
}

function subsidyLeft(input: PlanningInput, year: number): number | null {
  const whole = subsidyOf(input, year);
  return whole === null ? null : Math.max(0, whole - (input.promisedSubsidy[year] ?? 0));
}

function objectiveOf({ request: { objective }, parameters }: PlanningInput): Objective {
  if (objective.kind === 'service') return { kind: 'service', budget: objective.budgetTenge };
  const price = parameters['waiting-usd-per-person-month'] * parameters['usd-to-tenge'];
  return { kind: 'cost', waitingPrice: objective.kind === 'cost' ? 0 : price };
}

/** The pins of the settlements that are planned. */
function pinsOf(input: PlanningInput, numberOf: ReadonlyMap<string, number>): Pin[] {
  return input.pins.flatMap((pin): Pin[] => {
    const settlement = numberOf.get(textOf(pin));
    if (settlement === undefined) return [];
    return pin.unserved ? [{ settlement, unserved: true }] : [choiceOf(input, settlement, pin)];
  });
}

/** What is named of a choice, in numbers. */
export function choiceOf(
  { operators, firstQuarter }: PlanningInput,
  settlement: number,
  {
    operatorCode,
    technology,
    quarter,
  }: { operatorCode: string | null; technology: PlanTechnology | null; quarter: Quarter | null },
): Choice {
  const choice: Choice = { settlement };
  if (operatorCode !== null) choice.operator = operators.findIndex(({ code }) => code === operatorCode);
  if (technology !== null) choice.technology = PlanTechnology.options.indexOf(technology);
  if (quarter !== null) {
    const at = quarterNumber(quarter) - quarterNumber(firstQuarter);
    choice.quarters = [at, at];
  }
  return choice;
}

/** Operators that declined a settlement, and quarters in which an anchor is not ready yet. */
function refusalsOf(input: PlanningInput, links: CandidateLinks): Choice[] {
  const refusals = input.settlements.flatMap(({ refusedBy }, settlement) =>
    input.operators.flatMap(({ code }, operator) => (refusedBy.includes(code) ? [{ settlement, operator }] : [])),
  );
  const first = quarterNumber(input.firstQuarter);
  const waits = new Map<string, Choice>();
  for (const [link, anchor] of links.anchor.entries()) {
    if (anchor === -1) continue;
    const { readyQuarter } = input.anchors[anchor];
    const ready = readyQuarter === null ? 0 : quarterNumber(readyQuarter) - first;
    if (ready <= 0) continue;
    const settlement = links.settlement[link];
    const last = Math.min(ready, input.request.quarters) - 1;
    waits.set(`${settlement} ${anchor}`, { settlement, node: anchor, quarters: [0, last] });
  }
  return [...refusals, ...waits.values()];
}

/** What each region is to have served by the floor's quarter, beyond what is promised until then. */
function floorsOf(input: PlanningInput, regions: readonly string[]): Floor[] {
  const { floor, quarters } = input.request;
  if (floor === null) return [];
  const quarter = quarterNumber(floor.quarter) - quarterNumber(input.firstQuarter);
  if (quarter < 0 || quarter >= quarters) return [];
  const isMoney = input.request.objective.kind !== 'service';
  const { parameters } = input;
  const price = isMoney ? parameters['floor-usd-per-resident'] * parameters['usd-to-tenge'] : 3 * quarters;
  const sum = (rows: readonly { residents: number }[]) => rows.reduce((total, { residents }) => total + residents, 0);
  return regions.flatMap((regionCode, region) => {
    const isHere = (row: { regionCode: string }) => row.regionCode === regionCode;
    const promised = input.committed.filter(isHere);
    const all = sum(input.settlements.filter(isHere)) + sum(promised);
    const inTime = sum(promised.filter(({ finishQuarter }) => finishQuarter <= floor.quarter));
    const residents = Math.ceil(floor.share * all) - inTime;
    return residents > 0 ? [{ region, quarter, residents, price }] : [];
  });
}

/** What a link hangs on, by its name. */
export function parentIn(input: PlanningInput, links: CandidateLinks, link: number): PlanParent {
  if (links.parent[link] !== -1) {
    const { regionCode, code } = input.settlements[links.parent[link]];
    return { type: 'settlement', regionCode, code };
  }
  const { at, operatorCode, longitude, latitude } = input.anchors[links.anchor[link]];
  return 'node' in at
    ? { type: 'node', operatorCode, nodeId: at.node, name: at.name, longitude, latitude }
    : { type: 'settlement', ...at.settlement };
}
