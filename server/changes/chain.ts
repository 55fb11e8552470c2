import { createHash } from 'node:crypto';
import type { Change } from './schema.ts';

/** The hash before the first change of a chain. */
export const genesis = '0'.repeat(64);

/** JSON with sorted keys, so that equal values give equal text whichever way the database keeps them. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** SHA-256, in hexadecimal, over the previous hash and everything that the change says. */
export function hashOf(change: Omit<Change, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(change)).digest('hex');
}

/**
 * Checks one region's chain, oldest change first.
 * Returns the sequence of the first change that was altered, or null where all is well.
 */
export function firstAltered(chain: readonly Change[]): number | null {
  let previousHash = chain[0]?.previousHash ?? genesis;
  let sequence = chain[0]?.sequence ?? 1;
  for (const { hash, ...change } of chain) {
    if (change.sequence !== sequence || change.previousHash !== previousHash || hashOf(change) !== hash)
      return sequence;
    previousHash = hash;
    sequence += 1;
  }
  return null;
}
