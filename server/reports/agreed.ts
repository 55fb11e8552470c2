import type { BaselineFile } from '../schedules/schema.ts';
import type { Agreed } from './known.ts';

/** A baseline as it is kept: its file is canonical JSON. */
export interface KeptBaseline {
  operatorCode: string;
  programmeCode: string;
  version: number;
  file: string;
}

/** What is agreed under a programme: the newest baseline of each operator is in force. */
export function agreedBy(baselines: readonly KeptBaseline[], programmeCode: string): Agreed[] {
  const inForce = new Map<string, KeptBaseline>();
  for (const baseline of baselines.filter((one) => one.programmeCode === programmeCode)) {
    const { operatorCode, version } = baseline;
    if ((inForce.get(operatorCode)?.version ?? 0) < version) inForce.set(operatorCode, baseline);
  }
  return [...inForce.values()]
    .toSorted((a, b) => (a.operatorCode < b.operatorCode ? -1 : 1))
    .flatMap(({ operatorCode, file }) =>
      (JSON.parse(file) as BaselineFile).assignments.map(({ regionCode, code, number, finishQuarter }) => ({
        regionCode,
        code,
        number,
        operatorCode,
        finishQuarter,
      })),
    );
}
