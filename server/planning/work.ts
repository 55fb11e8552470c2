import { problemsOf } from './check-input.ts';
import { compute, type Computed, type Task } from './compute.ts';
import type { PlanningInput } from './input.ts';
import type { Progress } from './optimiser/model.ts';
import { problemOf } from './problem.ts';
import type { PlanProblem } from './requests/schema.ts';

/** What is wrong with an input, and how many candidate links there are. */
export interface Examined {
  links: number;
  problems: PlanProblem[];
}

export function examine(input: PlanningInput): Examined {
  const named = problemOf(input);
  return { links: named.links.settlement.length, problems: problemsOf(named) };
}

/** What a thread is given to do: to compute a plan, or to examine an input. */
export type Job = { task: Task } | { input: PlanningInput };

/** Does a job: what a thread of its own runs. */
export const work = async (job: Job, onProgress: (progress: Progress) => void): Promise<Computed | Examined> =>
  'task' in job ? compute(job.task, onProgress) : examine(job.input);
