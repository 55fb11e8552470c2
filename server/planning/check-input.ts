import { quarterNumber } from '../calendar/quarters.ts';
import type { SettlementKey } from '../places/schema.ts';
import { usable } from './candidates.ts';
import type { PlanningInput } from './input.ts';
import { shippedParameters } from './parameters.ts';
import { checkPins } from './check-pins.ts';
import { crewsLeft, type NamedProblem, subsidyOf } from './problem.ts';
import type { PlanProblem, PlanProblemCode } from './requests/schema.ts';

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

/** Settlements that nothing or no chain of links reaches, and those whose every link is too much work for any quarter. */
function linkProblems(named: NamedProblem): PlanProblem[] {
  const { input, links, withoutLinks, islands } = named;
  if (links.settlement.length === 0) return [];
  const tooMuch = tooMuchWork(named);
  const keys = (numbers: readonly number[]) => numbers.map((number) => input.settlements[number]);
  return [
    ...(withoutLinks.length > 0 ? [problem('warning', 'out-of-reach', {}, keys(withoutLinks))] : []),
    ...(islands.length > 0 ? [problem('warning', 'islands', {}, keys(islands))] : []),
    ...(tooMuch.length > 0 ? [problem('warning', 'work-exceeds-quarter', mostWork(named), keys(tooMuch))] : []),
  ];
}

function mostWork({ input, quarters }: NamedProblem): PlanProblem['values'] {
  const left = input.operators.flatMap((company) => quarters.map((quarter) => crewsLeft(company, quarter) ?? Infinity));
  return { available: Math.max(0, ...left) };
}

/** By their numbers: settlements each of whose links is more work than any quarter of its operator has. */
export function tooMuchWork({ links, linksOf, problem: { crews, quarters, operators } }: NamedProblem): number[] {
  const most = Array.from({ length: operators }, (_, operator) =>
    Math.max(...crews.subarray(operator * quarters, (operator + 1) * quarters)),
  );
  return Array.from(linksOf.keys()).filter(
    (settlement) =>
      linksOf[settlement].length > 0 &&
      linksOf[settlement].every((link) => links.work[link] > most[links.operator[link]]),
  );
}
