/** What a piece of work took, in milliseconds: medians of several runs. */
export interface Measured<Result> {
  result: Result;
  elapsed: number;
  /** Processor time of this process, all threads; null where the work was done in another. */
  processor: number | null;
}

/** Runs the work once to warm up, then `runs` times. */
export async function measure<Result>(
  runs: number,
  work: () => Result | Promise<Result>,
  inThisProcess = true,
): Promise<Measured<Result>> {
  let result = await work();
  const elapsed: number[] = [];
  const processor: number[] = [];
  for (let run = 0; run < runs; run++) {
    const usage = process.cpuUsage();
    const begun = performance.now();
    result = await work();
    elapsed.push(performance.now() - begun);
    const { user, system } = process.cpuUsage(usage);
    processor.push((user + system) / 1000);
  }
  return { result, elapsed: median(elapsed), processor: inThisProcess ? median(processor) : null };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
