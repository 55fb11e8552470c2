// Runs the embedded database off the main thread: it computes synchronously and
// would otherwise hold up every request. Plain JavaScript, since a worker's
// entry file is loaded before any TypeScript loader is.
import { openAsBlob } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from './embedded-postgis.mjs';

/** Errors of the embedded file system are plain objects with an errno. */
function describe(error) {
  return error instanceof Error ? error.message : JSON.stringify(error);
}

try {
  const { directory, snapshot } = workerData;
  const database = await PGlite.create({
    ...(directory === undefined ? {} : { dataDir: directory }),
    ...(snapshot === undefined ? {} : { loadDataDir: await openAsBlob(snapshot) }),
    extensions: { postgis },
  });
  parentPort.on('message', async (request) => {
    try {
      if (request.type === 'wire') {
        const reply = await database.execProtocolRaw(request.bytes);
        const bytes = reply.slice();
        parentPort.postMessage({ id: request.id, bytes }, [bytes.buffer]);
      } else if (request.type === 'snapshot') {
        const file = await database.dumpDataDir('none');
        parentPort.postMessage({ id: request.id, bytes: new Uint8Array(await file.arrayBuffer()) });
      } else {
        await database.close();
        parentPort.postMessage({ id: request.id });
        parentPort.close();
      }
    } catch (error) {
      parentPort.postMessage({ id: request.id, error: describe(error) });
    }
  });
  parentPort.postMessage({ ready: true });
} catch (error) {
  parentPort.postMessage({ ready: false, error: describe(error) });
}
