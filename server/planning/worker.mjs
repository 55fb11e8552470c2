// Computes for plans on a thread of its own. JavaScript, so that it starts wherever it is started from: it makes itself
// able to read the rest.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { work } = await import('./work.ts');
const result = await work(workerData, (progress) => parentPort.postMessage({ progress }));
parentPort.postMessage({ result });
