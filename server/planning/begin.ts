import { Worker } from 'node:worker_threads';
import type { Computed, Task } from './compute.ts';
import type { Progress } from './optimiser/model.ts';
import type { Work } from './runner.ts';

/** Begins a computation on a thread of its own. */
export function beginOnThread(task: Task, onProgress: (progress: Progress) => void): Work {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: task });
  const done = new Promise<Computed>((resolve, reject) => {
    worker.on('message', (message: { progress: Progress } | { computed: Computed }) => {
      if ('progress' in message) onProgress(message.progress);
      else resolve(message.computed);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The computation ended early (${code}).`)));
  });
  return { done, stop: () => void worker.terminate() };
}
