// Computes off the main thread what would hold up every request. Plain JavaScript, since a worker's entry file is loaded
// before any TypeScript loader is; the loader is registered here, and then the module that has the work.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();

/** Rows of a result in one message: few, so that the main thread takes each in a moment. */
const atOnce = 1000;
/** The lists of each piece of work, as far as they have come. */
const lists = new Map();

/** The memory of arrays that fill theirs alone: it goes over without being copied. */
const ownMemory = (row) =>
  Object.values(row).flatMap((value) =>
    ArrayBuffer.isView(value) && value.byteLength === value.buffer.byteLength ? [value.buffer] : [],
  );

async function work({ id, module, name, rest }) {
  const given = lists.get(id) ?? {};
  lists.delete(id);
  try {
    const result = (await import(module))[name]({ ...given, ...rest });
    for (let from = 0; from < result.length; from += atOnce) {
      const rows = result.slice(from, from + atOnce);
      parentPort.postMessage({ id, rows }, rows.length === 1 ? [...new Set(ownMemory(rows[0]))] : []);
    }
    parentPort.postMessage({ id, done: true });
  } catch (error) {
    parentPort.postMessage({ id, error });
  }
}

parentPort.on('message', ({ list, rows, isDropped, ...request }) => {
  if (isDropped) {
    lists.delete(request.id);
    return;
  }
  if (list === undefined) {
    void work(request);
    return;
  }
  const given = lists.get(request.id) ?? {};
  given[list] ??= [];
  for (const row of rows) given[list].push(row);
  lists.set(request.id, given);
});
