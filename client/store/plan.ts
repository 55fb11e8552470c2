import { type Candidate, isActive, type Plan } from '../../server/assignments/rules.ts';
import type { Operator } from '../../server/operators/schema.ts';
import type { ProgrammeInForce } from '../../server/programmes/schema.ts';
import type { Live } from './live.ts';
import type { Finishing } from './served.ts';

/** What finishes when, counted in a country that is in memory. */
export function finishingIn(live: Live): Finishing {
  const finishing = new Map<string, number>();
  for (const { operatorCode, finishQuarter } of live.assignments.flat().filter(isActive)) {
    const key = `${operatorCode} ${finishQuarter}`;
    finishing.set(key, (finishing.get(key) ?? 0) + 1);
  }
  return finishing;
}

/** The plan as a whole, as the rules of assigning want it, from what the page knows. */
export function planOf(
  finishing: Finishing,
  operators: readonly Operator[],
  programme: Pick<ProgrammeInForce, 'currentQuarter'> & { profile: Pick<ProgrammeInForce['profile'], 'technologies'> },
): Plan {
  return {
    currentQuarter: programme.currentQuarter,
    technologies: new Set(programme.profile.technologies),
    capacities: new Map(operators.map(({ code, quarterlyCapacity }) => [code, quarterlyCapacity])),
    finishing: (operatorCode, quarter) => finishing.get(`${operatorCode} ${quarter}`) ?? 0,
  };
}

/** What the rules must know of a settlement. */
export function candidateOf(live: Live, row: number): Candidate {
  return {
    status: live.status[row],
    flagged: live.flagged[row],
    population: live.population[row],
    assignments: live.assignments[row],
  };
}
