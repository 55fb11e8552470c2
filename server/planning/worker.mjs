// Computes a plan on a thread of its own. JavaScript, so that it starts wherever it is started from: it makes itself
// able to read the rest.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { compute } = await import('./compute.ts');
parentPort.postMessage({ computed: compute(workerData, (progress) => parentPort.postMessage({ progress })) });
