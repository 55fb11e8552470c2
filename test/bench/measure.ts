/** What a piece of work took, in milliseconds: medians of several runs. */
export interface Measured<Result> {
  result: Result;
  elapsed: number;
  /** Processor time of whoever did the work; null where it cannot be read. */
  processor: number | null;
}

/** Reads how much processor time has been spent so far, in milliseconds; null where that cannot be known. */
export type Clock = () => number | null;

/** The processor time of this process, all threads. */
export const ownClock: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Runs the work once to warm up, then `runs` times. */
export async function measure<Result>(
  runs: number,
  work: () => Result | Promise<Result>,
  clock: Clock = ownClock,
): Promise<Measured<Result>> {
  let result = await work();
  const elapsed: number[] = [];
  const processor: number[] = [];
  for (let run = 0; run < runs; run++) {
    const before = clock();
    const begun = performance.now();
    result = await work();
    elapsed.push(performance.now() - begun);
    const after = clock();
    if (before !== null && after !== null) processor.push(after - before);
  }
  return { result, elapsed: median(elapsed), processor: processor.length === runs ? median(processor) : null };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
