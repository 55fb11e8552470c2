import { Worker } from 'node:worker_threads';
import type { Computed, Task } from './compute.ts';
import type { PlanningInput } from './input.ts';
import type { Progress } from './optimiser/model.ts';
import type { Work } from './runner.ts';
import { examine, type Examined, type Job } from './work.ts';

/** Begins a computation of a plan on a thread of its own. */
export const beginOnThread = (task: Task, onProgress: (progress: Progress) => void): Work =>
  begin<Computed>({ task }, onProgress);

/** So many settlements are examined before a thread would have begun. */
const fewSettlements = 200;

/** Examines an input, without holding up other requests. */
export async function examineAside(input: PlanningInput): Promise<Examined> {
  return input.settlements.length <= fewSettlements ? examine(input) : begin<Examined>({ input }).done;
}

function begin<Result>(job: Job, onProgress: (progress: Progress) => void = () => {}) {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: job });
  const done = new Promise<Result>((resolve, reject) => {
    worker.on('message', (message: { progress: Progress } | { result: Result }) => {
      if ('progress' in message) onProgress(message.progress);
      else resolve(message.result);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The computation ended early (${code}).`)));
  });
  return { done, stop: () => void worker.terminate() };
}
