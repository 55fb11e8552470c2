import type { RejectReason } from '../../server/imports/schema.ts';

/** Why a row is rejected: the code that reports carry, and its wording in files and on terminals. */
export const reasons: Readonly<Record<RejectReason, string>> = {
  misshapen: 'the row does not fit the header',
  missing: 'a value that is needed is missing',
  unnamed: 'no name',
  'bad-number': 'not a number',
  'bad-date': 'not a date (write 2026-11-22 or 22.11.2026)',
  negative: 'negative',
  absurd: 'beyond anything that is possible',
  duplicate: 'stands in the file already',
  'bad-code': 'not a code of this classifier',
  'missing-parent': 'the place that it belongs to is neither in the file nor known',
  'no-geometry': 'no geometry',
  'wrong-geometry': 'a geometry of another kind than is needed',
  'bad-coordinates': 'not a longitude from -180 to 180 and a latitude from -90 to 90',
  'zero-coordinates': 'longitude and latitude are both zero',
  'swapped-axes': 'longitude and latitude are swapped',
  'outside-country': 'outside the country',
  'outside-region': 'outside the region that the row names',
  'unclosed-ring': 'the ring is not closed',
  'short-ring': 'the ring has fewer than four positions',
  'self-crossing': 'the boundary crosses or touches itself',
  'too-tangled': 'the boundary is too tangled to be checked',
  'hole-outside': 'a hole lies outside its polygon',
  'unknown-technology': 'not a technology that is known here',
  'unknown-settlement': 'no settlement has this code',
  'unknown-region': 'no region is known to which it belongs',
};

export type Reason = RejectReason;

/** One thing that is wrong with a row: the file's own column and value, and why. */
export interface Fault {
  column: string | null;
  value: string | null;
  reason: Reason;
}

/** `population "-5": negative` */
export function inWords(fault: Fault): string {
  const value = fault.value === null ? '' : ` "${fault.value}"`;
  return `${fault.column ?? ''}${value}: ${reasons[fault.reason]}`.replace(/^: /, '').trim();
}
