import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rowOf, type Row } from './row.ts';

const command = fileURLToPath(new URL('../../server/baylanys.cjs', import.meta.url));

/** How long the service takes until it is ready, on a fresh data directory and on the same again, beside its limits. */
export async function compareStarts(): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'baylanys-bench-'));
  const about = {
    work: 'start the service until it is ready',
    size: 1,
    peer: 'the limit set for two cores',
    peerVersion: '1',
  };
  try {
    const first = await timeStart(directory);
    const again = await timeStart(directory);
    return [
      rowOf({ id: 'start-first', ...about }, took(first), took(40_000)),
      rowOf({ id: 'start-again', ...about }, took(again), took(8_000)),
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const took = (elapsed: number) => ({ result: null, elapsed, processor: null });

/** Milliseconds from the command to the line that says ready; then stops the service. */
async function timeStart(directory: string): Promise<number> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const begun = performance.now();
  const service = spawn(process.execPath, [command, 'start'], {
    env: { ...environment, DATA_DIR: directory, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(service, 'exit');
  let printed = '';
  // Read to the end: a service that stops has something to say, too.
  const ready = new Promise<void>((done) => {
    service.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('Ready')) done();
    });
  });
  const isReady = await Promise.race([ready.then(() => true), ended.then(() => false)]);
  const elapsed = performance.now() - begun;
  if (!isReady) throw new Error(`The service ended before it was ready:\n${printed}`);
  service.kill('SIGTERM');
  await ended;
  return elapsed;
}
