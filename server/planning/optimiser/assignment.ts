import { type Problem, NO_SETTLEMENT } from './model.ts';

/** Thrown where a file is no assignment problem; the message names the place. */
export class AssignmentFileError extends Error {}

/**
 * Reads a generalised assignment problem in the OR-Library's form: m, n; costs, m rows of n; resources, m rows of n;
 * m capacities. It is a plan of one quarter: agents are operators, jobs are settlements, each link from no settlement.
 */
export function readAssignment(text: string): Problem {
  const numbers = text.split(/\s+/).filter(Boolean).map(Number);
  const wrong = numbers.findIndex((number) => !(number >= 0));
  if (wrong >= 0) throw new AssignmentFileError(`Number ${wrong + 1} is not a number of at least 0.`);
  const [agents, jobs] = numbers;
  const expected = 2 + 2 * agents * jobs + agents;
  if (!(agents >= 1 && agents <= 255 && jobs >= 1) || numbers.length !== expected)
    throw new AssignmentFileError(
      `After agents and jobs (${agents} and ${jobs}) there should be ${expected - 2} numbers, there are ${numbers.length - 2}.`,
    );
  const size = agents * jobs;
  const zeros = () => new Float64Array(jobs);
  return {
    settlements: {
      residents: zeros(),
      region: new Uint16Array(jobs),
      unservedPrice: zeros(),
      deadline: new Uint8Array(jobs).fill(1),
      latePrice: zeros(),
      accessFee: zeros(),
    },
    links: {
      settlement: Uint32Array.from({ length: size }, (_, at) => at % jobs),
      parent: new Int32Array(size).fill(NO_SETTLEMENT),
      node: new Int32Array(size).fill(-1),
      operator: Uint8Array.from({ length: size }, (_, at) => Math.floor(at / jobs)),
      technology: new Uint8Array(size),
      cost: Float64Array.from(numbers.slice(2, 2 + size)),
      work: Float64Array.from(numbers.slice(2 + size, 2 + 2 * size)),
      subsidy: new Float64Array(size),
    },
    operators: agents,
    technologies: 1,
    quarters: 1,
    years: 1,
    regions: 1,
    nodes: 0,
    carries: new Uint8Array(1),
    crews: Float64Array.from(numbers.slice(2 + 2 * size)),
    yearOf: new Uint8Array(1),
    subsidy: new Float64Array(1),
    objective: { kind: 'cost', waitingPrice: 0 },
    pins: Array.from({ length: jobs }, (_, settlement) => ({ settlement })),
    refusals: [],
    floors: [],
  };
}
