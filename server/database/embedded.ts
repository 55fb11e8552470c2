import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';

type Reply = { id?: number; ready?: boolean; bytes?: Uint8Array; error?: string };

const terminate = 0x58; // 'X', the wire protocol's goodbye

/** PGlite with PostGIS in a worker thread, spoken to in PostgreSQL's wire protocol. */
export class EmbeddedDatabase {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }>();
  #next = 1;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (reply: Reply) => this.#settle(reply));
    worker.on('exit', () => this.#failAll(new Error('The embedded database has stopped.')));
    worker.on('error', (error) => this.#failAll(error as Error));
  }

  /**
   * Opens or creates the database in `directory`; in memory where there is none.
   * `snapshot` is a file of what `snapshot()` of another gave: the state to begin with.
   */
  static async open(options: { directory?: string; snapshot?: string }): Promise<EmbeddedDatabase> {
    const worker = new Worker(new URL('./embedded-worker.mjs', import.meta.url), { workerData: options });
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (reply: Reply) => {
        if (reply.ready) resolve();
        else reject(new Error(`The embedded database did not open: ${reply.error}`));
      });
    });
    worker.removeAllListeners('error');
    worker.unref();
    return new EmbeddedDatabase(worker);
  }

  /** A new logical connection, in the place of pg's socket. */
  connect(): Duplex {
    return new EmbeddedConnection((bytes) => this.#ask('wire', bytes));
  }

  /** The whole data directory as an uncompressed tar. */
  snapshot(): Promise<Uint8Array> {
    return this.#ask('snapshot');
  }

  async close(): Promise<void> {
    await this.#ask('close');
    await this.#worker.terminate();
  }

  #ask(type: 'wire' | 'snapshot' | 'close', bytes?: Uint8Array): Promise<Uint8Array> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      // Like a socket: what waits for an answer keeps the process alive, an idle database does not.
      this.#worker.ref();
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, type, bytes });
    });
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id!);
    this.#waiting.delete(reply.id!);
    if (this.#waiting.size === 0) this.#worker.unref();
    if (reply.error === undefined) waiting?.resolve(reply.bytes!);
    else waiting?.reject(new Error(reply.error));
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** What pg asks of a socket, carried to the worker instead of a network. */
class EmbeddedConnection extends Duplex {
  readonly #exchange: (bytes: Uint8Array) => Promise<Uint8Array>;

  constructor(exchange: (bytes: Uint8Array) => Promise<Uint8Array>) {
    super();
    this.#exchange = exchange;
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error | null) => void): void {
    // The one session outlives its connections, so a goodbye stays here.
    if (chunk[0] === terminate) {
      this.push(null);
      done();
      return;
    }
    // A copy: pg reuses the buffer that it writes from.
    this.#exchange(Uint8Array.from(chunk)).then((reply) => {
      this.push(Buffer.from(reply.buffer, reply.byteOffset, reply.byteLength));
      done();
    }, done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'buffer', done);
  }
}
