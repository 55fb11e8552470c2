import { Agent, get, type IncomingMessage } from 'node:http';
import { median } from '../measure.ts';
import { processorOf, type TileServer } from './processes.ts';

/** Requests that are under way at a time. */
const atOnce = 4;
/** Requests before the first round that counts: after fewer, what compiles itself as it runs is still at it. */
const warmUp = 4000;

const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

/** The bytes of one reply. */
export function ask({ address, cookie }: TileServer, path: string, headers: Record<string, string> = {}) {
  return new Promise<Buffer>((done, fail) => {
    const all = cookie === undefined ? headers : { ...headers, Cookie: cookie };
    const request = get(address + path, { agent, headers: all, timeout: 300_000 }, (reply: IncomingMessage) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('error', fail);
      reply.on('end', () => {
        if (reply.statusCode !== 200)
          fail(new Error(`GET ${path}: ${reply.statusCode} ${String(Buffer.concat(chunks))}`));
        else done(Buffer.concat(chunks));
      });
    });
    request.on('timeout', () => request.destroy(new Error(`GET ${path}: no answer in five minutes`)));
    request.on('error', fail);
  });
}

export interface Answered {
  /** Milliseconds of processor that the server needed for one: the median of the rounds. */
  processor: number;
  /** Requests a second, likewise: the bench, which asks, has a share of the machine too. */
  perSecond: number;
}

/**
 * Asks for all the paths, to warm up and then for some rounds, before each of which the server forgets, if it can,
 * what it has made. `helpers` are processes of the database's.
 */
export async function answer(
  server: TileServer,
  paths: readonly string[],
  {
    rounds,
    headers,
    helpers = async () => [],
    renews = false,
  }: {
    rounds: number;
    renews?: boolean;
    headers?: Record<string, string>;
    helpers?: () => Promise<number[]>;
  },
): Promise<Answered> {
  const processor: number[] = [];
  const perSecond: number[] = [];
  for (let round = -Math.ceil(warmUp / paths.length); round < rounds; round++) {
    if (renews) await ask(server, '/renew');
    const processes = [...server.processes(), ...(await helpers())];
    const before = processorOf(processes);
    const begun = performance.now();
    let next = 0;
    const asker = async () => {
      while (next < paths.length) await ask(server, paths[next++], headers);
    };
    await Promise.all(Array.from({ length: atOnce }, asker));
    if (round < 0) continue;
    processor.push((processorOf(processes) - before) / paths.length);
    perSecond.push((paths.length / (performance.now() - begun)) * 1000);
  }
  return { processor: median(processor), perSecond: median(perSecond) };
}
