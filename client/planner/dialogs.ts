import { signal } from '@preact/signals';
import type { BulkReply } from '../../server/assignments/schema.ts';
import type { SettlementKey } from '../../server/places/schema.ts';
import type { LiveAssignment } from '../store/live.ts';
import type { Comparison } from './compare/comparison.ts';

/** An assignment with the settlement that it is of, as the person saw it. */
export type SeenAssignment = SettlementKey & LiveAssignment;

export type Deed = 'assign' | 'amend' | 'withdraw' | 'undo' | 'redo';

/** The dialog that is open; there is one at a time. */
export type OpenDialog =
  | { type: 'assign'; rows: readonly number[] }
  | { type: 'amend'; assignments: readonly SeenAssignment[] }
  | { type: 'withdraw'; assignments: readonly SeenAssignment[] }
  | { type: 'reply'; deed: Deed; reply: BulkReply; comparisons: readonly Comparison[] }
  | { type: 'compare'; comparisons: readonly Comparison[] }
  | { type: 'history' }
  | { type: 'help' };

export const openDialog = signal<OpenDialog | null>(null);

export const closeDialog = (): void => void (openDialog.value = null);
