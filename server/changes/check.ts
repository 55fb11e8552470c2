import type { Database } from '../database/database.ts';
import { firstAltered, genesis } from './chain.ts';
import { chainHeads, changesOfRegion } from './queries.ts';

const changesAtOnce = 200;

/** Reads every chain from its beginning. The first change that was altered, added or taken away; null where all is well. */
export async function findAltered(database: Database): Promise<{ regionCode: string; sequence: number } | null> {
  for (const { regionCode, sequence: last, hash } of await chainHeads(database)) {
    let sequence = 0;
    let previousHash = genesis;
    while (sequence < last) {
      const changes = await changesOfRegion(database, regionCode, sequence, changesAtOnce);
      const continues = changes[0]?.sequence === sequence + 1 && changes[0].previousHash === previousHash;
      const altered = continues ? firstAltered(changes) : sequence + 1;
      if (altered !== null) return { regionCode, sequence: altered };
      ({ sequence, hash: previousHash } = changes.at(-1)!);
    }
    if (sequence !== last || previousHash !== hash) return { regionCode, sequence };
  }
  return null;
}
