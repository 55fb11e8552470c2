import type { Assignment, AssignmentKey } from '../../server/assignments/schema.ts';
import { viewer } from '../session/session.ts';

/** The commitment that an address is of; null where it names none. */
export function readPath(path: string): AssignmentKey | null {
  const [, , regionCode, code, number] = path.split('/').map(decodeURIComponent);
  return regionCode && code && /^[1-9]\d*$/.test(number ?? '') ? { regionCode, code, number: Number(number) } : null;
}

/** The address of a commitment's page. */
export const pathOf = ({ regionCode, code, number }: AssignmentKey): string =>
  `/commitments/${encodeURIComponent(regionCode)}/${encodeURIComponent(code)}/${number}`;

/** The address of the list that it stands in, for whoever is signed in. */
export const listOf = ({ operatorCode }: Pick<Assignment, 'operatorCode'>): string =>
  viewer.value!.role === 'operator' ? '/' : `/schedules?operator=${encodeURIComponent(operatorCode)}`;
