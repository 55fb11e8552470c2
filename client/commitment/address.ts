import type { AssignmentKey } from '../../server/assignments/schema.ts';

/** The commitment that an address is of; null where it names none. */
export function readPath(path: string): AssignmentKey | null {
  const [, , regionCode, code, number] = path.split('/').map(decodeURIComponent);
  return regionCode && code && /^[1-9]\d*$/.test(number ?? '') ? { regionCode, code, number: Number(number) } : null;
}

/** The address of a commitment's page. */
export const pathOf = ({ regionCode, code, number }: AssignmentKey): string =>
  `/commitments/${encodeURIComponent(regionCode)}/${encodeURIComponent(code)}/${number}`;
