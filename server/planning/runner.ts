import { setTimeout } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import type { Computed, Task } from './compute.ts';
import type { Progress } from './optimiser/model.ts';
import {
  claimScenario,
  failScenario,
  finishScenario,
  noteProgress,
  planRows,
  releaseScenario,
  scenarioById,
  scenarioInput,
} from './scenario-queries.ts';
import type { ProgressPoint } from './scenarios/schema.ts';

/** How often it is looked whether there is something to compute, and whether that was cancelled. */
const pause = 500;
/** After a look that failed. */
const longPause = 30_000;
/** How long a process that says nothing is taken to live. */
const lease = 10_000;
const mostPoints = 200;

/** A computation under way, that can be ended at once. */
export interface Work {
  done: Promise<Computed>;
  stop(): void;
}

/** What the runner goes by. */
export interface Running {
  /** Begins a computation, elsewhere than on this thread. */
  begin(task: Task, onProgress: (progress: Progress) => void): Work;
  failed(error: unknown): void;
}

/**
 * Computes the scenarios that wait, one at a time among all processes, as long as the service runs: one that a process
 * left unfinished is begun anew, and comes to the same. Gives the way to stop.
 */
export function keepPlanning(database: Database, { begin, failed }: Running): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function next(): Promise<boolean> {
    const now = new Date();
    const id = await database.transaction(() => claimScenario(database, now, leasedFrom(now)));
    if (id === undefined) return false;
    await run(database, id, begin, signal);
    return true;
  }

  const running = (async () => {
    while (!signal.aborted) {
      let wait = pause;
      await next()
        .then((found) => (wait = found ? 0 : pause))
        .catch((error: unknown) => {
          failed(error);
          wait = longPause;
        });
      await setTimeout(wait, undefined, { signal }).catch(() => {});
    }
  })();

  return async () => {
    stopping.abort();
    await running;
  };
}

const leasedFrom = (now: Date) => new Date(now.getTime() + lease);

/** Computes one scenario, telling how far it is, until it is done, cancelled, or the service stops. */
async function run(database: Database, id: string, begin: Running['begin'], signal: AbortSignal): Promise<void> {
  const task = await taskOf(database, id);
  const begun = performance.now();
  const curve = new Curve();
  const work = begin(task, (progress) => curve.add(progress, (performance.now() - begun) / 1000));
  const outcome = work.done.then(
    (computed) => ({ computed }),
    (error: unknown) => ({ error }),
  );
  for (;;) {
    const ended = await Promise.race([outcome, setTimeout(pause, null, { signal }).catch(() => 'stopped' as const)]);
    if (ended === 'stopped') {
      work.stop();
      await releaseScenario(database, id);
      return;
    }
    if (ended === null) {
      if (await noteProgress(database, id, curve.points, leasedFrom(new Date()))) continue;
      work.stop();
      return;
    }
    if ('computed' in ended) await finishScenario(database, id, new Date(), curve.points, ended.computed);
    else await failScenario(database, id, new Date(), String(ended.error));
    return;
  }
}

async function taskOf(database: Database, id: string): Promise<Task> {
  const { input } = (await scenarioInput(database, id))!;
  const { question, baseId } = (await scenarioById(database, id))!;
  if (baseId === null || question === null) return { input, asked: null };
  const { solution } = (await scenarioInput(database, baseId))!;
  const { summary } = (await scenarioById(database, baseId))!;
  const rows = (await planRows(database, baseId))!;
  return { input, asked: { question, base: { solution: solution!, summary: summary!, rows } } };
}

/** The points of a curve, thinned out as they become too many: the last is always there. */
class Curve {
  points: ProgressPoint[] = [];
  #every = 1;
  #count = 0;

  add({ phase, done, bound, cost, gapPercent }: Progress, seconds: number): void {
    const finite = (value: number) => (Number.isFinite(value) ? value : null);
    const point = { phase, done, seconds, bound: finite(bound), cost: finite(cost), gapPercent: finite(gapPercent) };
    if (this.#count % this.#every === 0 || this.points.length === 0) this.points.push(point);
    else this.points[this.points.length - 1] = point;
    this.#count += 1;
    if (this.points.length <= mostPoints) return;
    this.points = this.points.filter((_, at) => at % 2 === 0);
    this.#every *= 2;
  }
}
