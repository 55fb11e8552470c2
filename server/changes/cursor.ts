import type { ChainHead } from './queries.ts';

/** Where a reader stands: the last sequence seen of each region, as text for a URL. */
export function cursorOf(heads: readonly Pick<ChainHead, 'regionCode' | 'sequence'>[]): string {
  return heads.map(({ regionCode, sequence }) => `${encodeURIComponent(regionCode)}:${sequence}`).join(',');
}

/** The sequences that a cursor names; a region that it does not name has not been read. */
export function sequencesOf(cursor: string): Map<string, number> {
  return new Map(
    cursor
      .split(',')
      .filter((part) => /^[^:]+:\d+$/.test(part))
      .map((part) => part.split(':'))
      .map(([regionCode, sequence]) => [decodeURIComponent(regionCode), Number(sequence)]),
  );
}
