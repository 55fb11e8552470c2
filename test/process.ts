import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const entry = join(import.meta.dirname, '../server/baylanys.cjs');

/** A `baylanys` command in a process of its own. */
export interface Running {
  child: ChildProcess;
  /** All that it has printed, to either stream. */
  output(): string;
  /** Waits for the end; gives the exit code (null after a signal). */
  ended: Promise<number | null>;
}

/** Runs `baylanys` with these arguments and settings. */
export function run(args: string[], settings: Record<string, string> = {}): Running {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...inherited, LOG_LEVEL: 'error', NODE_OPTIONS: '', ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  child.stderr.on('data', (chunk) => (text += chunk));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, output: () => text, ended };
}

/** Starts the service and waits until it gives its address. Throws with its output if it ends before. */
export async function startProcess(settings: Record<string, string>): Promise<Running & { address: string }> {
  const running = run(['start'], { PORT: '0', ...settings });
  const address = new Promise<string>((resolve) => {
    const look = () => {
      const found = /http:\/\/\S+(?=\/\n)/.exec(running.output());
      if (found) resolve(found[0]);
    };
    running.child.stdout!.on('data', look);
  });
  const first = await Promise.race([address, running.ended]);
  if (typeof first !== 'string') throw new Error(`The service ended by ${first}: ${running.output()}`);
  return { ...running, address: first };
}
