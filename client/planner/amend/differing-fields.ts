import type { Commitment } from '../../../server/assignments/schema.ts';

export type CommitmentField = keyof Commitment;

/** The fields that this person wanted changed and that another has left different from that. */
export function differingFields(present: Commitment, changes: Partial<Commitment>): CommitmentField[] {
  return (Object.keys(changes) as CommitmentField[]).filter((field) => changes[field] !== present[field]);
}
