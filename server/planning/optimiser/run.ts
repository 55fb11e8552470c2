import { Worker } from 'node:worker_threads';
import type { Options, Problem, Progress, Solution } from './model.ts';

/** A run of the optimiser in a thread of its own. */
export interface Running {
  /** Rejects where the computation failed. */
  solution: Promise<Solution>;
  /** Ends the run within two seconds, with the best plan that there is, marked as `cut`. */
  cancel(): void;
}

type Message = { progress: Progress } | { solution: Solution } | { error: string };

/** Runs `solve` in a worker thread, so that requests are answered meanwhile. */
export function run(problem: Problem, options: Omit<Options, 'cancelled'>): Running {
  const { onProgress, ...rest } = options;
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('worker.mjs', import.meta.url), {
    workerData: { problem, options: rest, stop: stop.buffer },
    // Nearly all of its memory is typed arrays: its short-lived objects need no room of tens of megabytes.
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  const solution = new Promise<Solution>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if ('progress' in message) onProgress?.(message.progress);
      else if ('solution' in message) resolve(message.solution);
      else reject(new Error(message.error));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The optimiser's thread ended with ${code}.`)));
  });
  return { solution, cancel: () => void Atomics.store(stop, 0, 1) };
}
