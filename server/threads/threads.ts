import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

type Reply = { id: number; rows?: unknown[]; done?: boolean; error?: Error };

interface Waiting {
  rows: unknown[];
  resolve(rows: unknown[]): void;
  reject(error: Error): void;
}

/** Rows of a list in one message: few, so that what else waits for the main thread waits a moment. */
const usual = 250;

/** Rows of a list as they go over: of a list a part at a time, or pages as they come. */
export type Rows = readonly unknown[] | AsyncIterable<readonly unknown[]>;

async function* pagesOf(list: Rows, atOnce: number): AsyncGenerator<readonly unknown[]> {
  if (Symbol.asyncIterator in list) return yield* list;
  for (let from = 0; from < list.length; from += atOnce) yield list.slice(from, from + atOnce);
}

async function post(worker: Worker, id: number, lists: Record<string, Rows>, atOnce: number): Promise<void> {
  for (const [list, rows] of Object.entries(lists)) {
    worker.postMessage({ id, list, rows: [] });
    for await (const page of pagesOf(rows, atOnce)) {
      worker.postMessage({ id, list, rows: page });
      await setImmediate();
    }
  }
}

/** A thread that computes, one piece of work after another; it is started when it is first needed. */
export class Thread {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;

  /** As `inThread`, in this thread; what the module keeps in its own variables stays there. */
  async run(module: URL, name: string, lists: Record<string, Rows>, rest: object, atOnce = usual): Promise<unknown[]> {
    const worker = (this.#worker ??= this.#start());
    const id = this.#next++;
    const result = new Promise<unknown[]>((resolve, reject) => {
      // Who waits for it keeps the process alive, an idle thread does not.
      worker.ref();
      this.#waiting.set(id, { rows: [], resolve, reject });
    });
    // Told of by whoever awaits the result, should the thread end while the lists are on their way.
    result.catch(() => {});
    try {
      await post(worker, id, lists, atOnce);
    } catch (error) {
      worker.postMessage({ id, isDropped: true });
      this.#end(id);
      throw error;
    }
    worker.postMessage({ id, module: module.href, name, rest });
    return result;
  }

  #start(): Worker {
    // What the process was started with is for its main thread: the worker registers its own loader.
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), { execArgv: [] });
    worker.unref();
    worker.on('message', (reply: Reply) => this.#take(reply));
    worker.on('error', (error) => this.#fail(error as Error));
    worker.on('exit', () => this.#fail(new Error('The thread has ended.')));
    return worker;
  }

  #take({ id, rows, error }: Reply): void {
    const waiting = this.#waiting.get(id)!;
    if (rows !== undefined) {
      for (const row of rows) waiting.rows.push(row);
      return;
    }
    this.#end(id);
    if (error === undefined) waiting.resolve(waiting.rows);
    else waiting.reject(error);
  }

  #end(id: number): void {
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker?.unref();
  }

  #fail(error: Error): void {
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

const thread = new Thread();

/** Up to so many rows, the main thread computes sooner than it could hand them over. */
export const fewRows = 2000;

/**
 * Calls a function that a module exports in a thread of its own, so that the main thread goes on answering. The function
 * takes one object, of lists, which go over `atOnce` rows at a time, and of the rest; and gives a list. Both are copied, but for
 * the memory of typed arrays in a result of one element. Throws what the function throws.
 */
export const inThread = async <Result>(
  module: URL,
  name: string,
  lists: Record<string, Rows>,
  rest: object,
  atOnce = usual,
): Promise<Result[]> => (await thread.run(module, name, lists, rest, atOnce)) as Result[];
