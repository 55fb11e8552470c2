import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';

/** Something that answers requests for tiles, and the processes that it works with. */
export interface TileServer {
  address: string;
  cookie?: string;
  processes(): number[];
  close(): Promise<void>;
}

/** One of server.ts in a process of its own. */
export async function startServer(args: readonly string[], databaseUrl: string): Promise<TileServer> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('server.ts', import.meta.url)), ...args],
    { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const [line] = (await Promise.race([once(child.stdout!, 'data'), failed(child, 'The server of tiles')])) as [Buffer];
  const { address } = JSON.parse(line.toString()) as { address: string };
  return {
    address,
    processes: () => [child.pid!],
    async close() {
      const ended = once(child, 'exit');
      child.stdin!.end();
      await ended;
    },
  };
}

/** A server that listens on the loopback, for a child that expects to be given one; and its port. */
export async function listenForChild(): Promise<{ server: Server; port: number; descriptor: number }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  const { fd: descriptor } = (server as unknown as { _handle: { fd: number } })._handle;
  return { server, port, descriptor };
}

export async function failed(child: ChildProcess, what: string): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`${what} ended by ${code}`);
}

/** Ends a child; MapServer must be killed: it waits for one more request before it heeds a signal. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** Milliseconds of processor that processes have used, all their threads; what has gone counts nothing. */
export function processorOf(processes: readonly number[]): number {
  let nanoseconds = 0;
  for (const process of processes) {
    try {
      for (const thread of readdirSync(`/proc/${process}/task`)) {
        nanoseconds += Number(readFileSync(`/proc/${process}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
      }
    } catch {
      // It ended meanwhile.
    }
  }
  return nanoseconds / 1e6;
}
