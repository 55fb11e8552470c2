import { quarterNumber } from '../calendar/quarters.ts';
import type { SettlementKey } from '../places/schema.ts';
import { usable } from './candidates.ts';
import type { PlanningInput } from './input.ts';
import { shippedParameters } from './parameters.ts';
import { checkPins } from './check-pins.ts';
import { crewsLeft, type NamedProblem, subsidyOf } from './problem.ts';
import { type PlanProblem, type PlanProblemCode, PlanTechnology } from './schema.ts';

const settlementsTold = 50;

/** A problem with the settlements that it is about. */
export function problem(
  severity: PlanProblem['severity'],
  code: PlanProblemCode,
  values: PlanProblem['values'] = {},
  settlements: readonly SettlementKey[] = [],
): PlanProblem {
  const told = settlements.slice(0, settlementsTold).map(({ regionCode, code: own }) => ({ regionCode, code: own }));
  const counted: PlanProblem['values'] = settlements.length > 0 ? { count: settlements.length } : {};
  return { code, severity, values: { ...counted, ...values }, settlements: told };
}

/** What is wrong with an input, each named with what to change. Errors keep a plan from being made. */
export function problemsOf(named: NamedProblem): PlanProblem[] {
  const { input, links } = named;
  const found = [...requestProblems(input), ...checkPins(named), ...limitProblems(input), ...linkProblems(named)];
  const isError = ({ severity }: PlanProblem) => severity === 'error';
  if (links.settlement.length === 0 && !found.some(isError))
    found.push(problem('error', 'no-links', { technologies: input.request.technologies.join(', ') }));
  return [...found.filter(isError), ...found.filter((one) => !isError(one))];
}

function requestProblems(input: PlanningInput): PlanProblem[] {
  const { request, operators, anchors, settlements } = input;
  const found: PlanProblem[] = [];
  if (settlements.length === 0) found.push(problem('error', 'no-settlements', { committed: input.committed.length }));
  if (operators.length === 0) found.push(problem('error', 'no-operators'));
  const named = [...(request.operators ?? []), ...request.crews.map(({ operatorCode }) => operatorCode)];
  for (const code of new Set(named)) {
    if (!operators.some((one) => one.code === code))
      found.push(problem('error', 'unknown-operator', { operator: code }));
  }
  if (!anchors.some(({ at }) => 'node' in at) && anchors.length === 0) found.push(problem('error', 'no-nodes'));
  else {
    for (const { code } of operators) {
      if (!anchors.some(({ operatorCode }) => operatorCode === code))
        found.push(problem('warning', 'operator-no-nodes', { operator: code }));
    }
  }
  if (usable(input).length === 0)
    found.push(problem('error', 'no-technologies', { technologies: request.technologies.join(', ') }));
  for (const technology of request.technologies) {
    if (!input.counting.includes(technology)) found.push(problem('warning', 'technology-not-counting', { technology }));
  }
  if (input.firstQuarter < input.currentQuarter)
    found.push(problem('error', 'quarter-past', { quarter: input.firstQuarter, current: input.currentQuarter }));
  for (const { code, least, most } of shippedParameters) {
    const value = input.parameters[code];
    if (value < least || value > most)
      found.push(problem('error', 'parameter-range', { parameter: code, value, least, most }));
  }
  if (input.uncounted > 0) found.push(problem('warning', 'population-missing', { count: input.uncounted }));
  return found;
}

/** Where commitments have used up more than there is. */
function limitProblems(input: PlanningInput): PlanProblem[] {
  const first = quarterNumber(input.firstQuarter);
  const isWithin = (quarter: string) => {
    const at = quarterNumber(quarter) - first;
    return at >= 0 && at < input.request.quarters;
  };
  const crews = input.operators.flatMap(({ code, perQuarter, promised }) =>
    Object.entries(promised)
      .filter(([quarter, count]) => perQuarter !== null && count > perQuarter && isWithin(quarter))
      .map(([quarter, count]) =>
        problem('warning', 'commitments-exceed-crews', {
          operator: code,
          quarter,
          promised: count,
          available: perQuarter!,
        }),
      ),
  );
  const subsidy = Object.entries(input.promisedSubsidy).flatMap(([year, promised]) => {
    const available = subsidyOf(input, Number(year));
    return available !== null && promised > available && Number(year) >= Number(input.firstQuarter.slice(0, 4))
      ? [problem('warning', 'commitments-exceed-subsidy', { year: Number(year), promised, available })]
      : [];
  });
  return [...crews, ...subsidy];
}

/** Settlements that no chain of links reaches, and those whose every link is too much work for any quarter. */
function linkProblems(named: NamedProblem): PlanProblem[] {
  const { input, links } = named;
  if (links.settlement.length === 0) return [];
  const { islands, tooMuchWork } = outOfReach(named);
  const keys = (numbers: readonly number[]) => numbers.map((number) => input.settlements[number]);
  return [
    ...(islands.length > 0 ? [problem('warning', 'islands', {}, keys(islands))] : []),
    ...(tooMuchWork.length > 0 ? [problem('warning', 'work-exceeds-quarter', mostWork(named), keys(tooMuchWork))] : []),
  ];
}

function mostWork({ input, quarters }: NamedProblem): PlanProblem['values'] {
  const left = input.operators.flatMap((company) => quarters.map((quarter) => crewsLeft(company, quarter) ?? Infinity));
  return { available: Math.max(0, ...left) };
}

export interface OutOfReach {
  /** By settlement's number: those that nothing at all can be built to. */
  withoutLinks: number[];
  /** Those that no chain of links reaches from an anchor, the first among them. */
  islands: number[];
  /** Those with links, each of which is more work than any quarter of its operator has. */
  tooMuchWork: number[];
}

/** Which settlements cannot be connected whatever a plan does. */
export function outOfReach({ input, links, problem: { crews, quarters, carries } }: NamedProblem): OutOfReach {
  const count = input.settlements.length;
  const hasLink = new Uint8Array(count);
  const hasRoom = new Uint8Array(count);
  const most = input.operators.map((_, operator) =>
    Math.max(...crews.subarray(operator * quarters, (operator + 1) * quarters)),
  );
  const reached = new Uint8Array(count);
  /** Whether something may hang on it: one that only a 4G site reaches carries no further. */
  const carrying = new Uint8Array(count);
  const children: number[][] = Array.from({ length: count }, () => []);
  const queue: number[] = [];
  const reach = (link: number) => {
    const settlement = links.settlement[link];
    reached[settlement] = 1;
    if (carries[links.technology[link]] === 0 || carrying[settlement] === 1) return;
    carrying[settlement] = 1;
    queue.push(settlement);
  };
  for (const [link, settlement] of links.settlement.entries()) {
    hasLink[settlement] = 1;
    if (links.work[link] <= most[links.operator[link]]) hasRoom[settlement] = 1;
    if (links.parent[link] === -1) reach(link);
    else children[links.parent[link]].push(link);
  }
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) children[next].forEach(reach);
  const those = (is: (settlement: number) => boolean) => Array.from(reached.keys()).filter(is);
  return {
    withoutLinks: those((settlement) => hasLink[settlement] === 0),
    islands: those((settlement) => reached[settlement] === 0),
    tooMuchWork: those((settlement) => hasLink[settlement] === 1 && hasRoom[settlement] === 0),
  };
}

export const technologyAt = (number: number): PlanTechnology => PlanTechnology.options[number];
