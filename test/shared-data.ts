import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.env.BAYLANYS_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));

/** The path of a file of real data that stands beside the project. */
export const sharedData = (name: string): string => join(folder, name);

/** `describe` where the real data is there; else it is skipped, and says so. */
export const describeSharedData: typeof describe = existsSync(folder)
  ? describe
  : (Object.assign(
      (name: string, tests: () => void) => describe.skip(`${name} (skipped: no data in ${folder})`, tests),
      describe,
    ) as typeof describe);
