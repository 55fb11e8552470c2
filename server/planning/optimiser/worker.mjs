// Runs the optimiser off the main thread: it computes without a pause. Plain JavaScript, since a worker's entry file is
// loaded before any TypeScript loader is.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { solveBest } = await import('./solve-best.ts');

/** The one cell is set to 1 by whoever does not want to wait longer. */
const stop = new Int32Array(workerData.stop);

try {
  const solution = await solveBest(workerData.problem, {
    ...workerData.options,
    onProgress: (progress) => parentPort.postMessage({ progress }),
    cancelled: () => Atomics.load(stop, 0) === 1,
  });
  parentPort.postMessage({ solution });
} catch (error) {
  parentPort.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
