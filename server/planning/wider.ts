import { quarterAt, quarterNumber } from '../calendar/quarters.ts';
import type { PlanningInput } from './input.ts';
import { subsidyOf } from './problem.ts';
import type { MoreOf } from './answers/schema.ts';

/** The input with more of a limit; null where there is no such limit. */
export function widerInput(input: PlanningInput, more: MoreOf): PlanningInput | null {
  const { request, operators } = input;
  if (more.limit === 'crews') {
    const isIt = ({ code, perQuarter }: (typeof operators)[number]) =>
      code === more.operatorCode && perQuarter !== null;
    if (!operators.some(isIt)) return null;
    const raised = operators.map((one) =>
      isIt(one) ? { ...one, perQuarter: one.perQuarter! + more.perQuarter } : one,
    );
    return { ...input, operators: raised };
  }
  if (more.limit === 'subsidy') {
    const { year } = more;
    const lastQuarter = quarterAt(quarterNumber(input.firstQuarter) + request.quarters - 1);
    const present = subsidyOf(input, year);
    const isPlanned = `${year}` >= input.firstQuarter.slice(0, 4) && `${year}` <= lastQuarter.slice(0, 4);
    if (present === null || !isPlanned) return null;
    const others = request.subsidy.filter((one) => one.year !== year);
    return { ...input, request: { ...request, subsidy: [...others, { year, tenge: present + more.tenge }] } };
  }
  const { objective } = request;
  if (objective.kind !== 'service') return null;
  const budgetTenge = objective.budgetTenge + more.tenge;
  return { ...input, request: { ...request, objective: { ...objective, budgetTenge } } };
}
