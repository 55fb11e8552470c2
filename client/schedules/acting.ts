// What can be done with assignments of a schedule, and what became of it.
import { signal } from '@preact/signals';
import type { BulkReply, Reason, StepRequest, Terms } from '../../server/assignments/schema.ts';
import { partyOf, stepsFrom } from '../../server/assignments/stages.ts';
import type { SendReply } from '../../server/schedules/schema.ts';
import { t } from '../i18n/index.ts';
import { mayPlan, viewer } from '../session/session.ts';
import { notify } from '../ui/notices.tsx';
import { goTo, place } from './address.ts';
import { idOf, type Row, rows, withReply } from './rows.ts';
import { schedulesService } from './service.ts';

/** A step that a person can take by themselves. */
export type FreeStep = StepRequest['step'];
export type Deed = FreeStep | 'send';

/** What comes with a step. */
export interface Given {
  reason?: Reason;
  counter?: Terms;
  changes?: Terms;
}

/** The dialog that is open; there is one at a time. */
export type OpenDialog =
  | { type: 'reason'; step: 'decline' | 'cancel'; rows: readonly Row[] }
  | { type: 'terms'; step: 'counter' | 'propose-again' | 'redraft'; rows: readonly Row[] }
  | { type: 'reply'; deed: Deed; reply: BulkReply; seen: readonly Row[]; given: Given }
  | { type: 'send'; operatorCode: string; rows: readonly Row[] }
  | { type: 'approve'; operatorCode: string; version: number; rows: readonly Row[] };

export const openDialog = signal<OpenDialog | null>(null);
export const closeDialog = (): void => void (openDialog.value = null);

/** The steps that whoever is signed in can take with an assignment. */
export const stepsOf = ({ stage }: Row): FreeStep[] => stepsFrom(stage, partyOf(viewer.value!.role)) as FreeStep[];

/** Can whoever is signed in do something with it? Drafts are sent, which is no step by itself. */
export const isActionable = (row: Row): boolean => stepsOf(row).length > 0 || (row.stage === 'draft' && mayPlan());

/** Steps that ask for something to come with them begin with a dialog. */
export function begin(step: FreeStep, chosen: readonly Row[]): Promise<void> {
  if (step === 'decline' || step === 'cancel') openDialog.value = { type: 'reason', step, rows: chosen };
  else if (step === 'counter' || step === 'propose-again' || step === 'redraft') {
    openDialog.value = { type: 'terms', step, rows: chosen };
  } else return take(step, chosen);
  return Promise.resolve();
}

/** What the service must know to see whether an assignment is still as the person saw it. */
export const seenOf = ({ regionCode, code, number, version }: Row) => ({ regionCode, code, number, version });

/** Takes a step with assignments as they were seen, and shows what the service says of each. @throws {Problem} */
export async function take(step: FreeStep, chosen: readonly Row[], given: Given = {}): Promise<void> {
  const body = { step, assignments: chosen.map(seenOf), ...given } as StepRequest;
  show(step, await schedulesService.step(body), chosen, given);
}

/** What was done leaves the selection; what was refused stays in it and is listed with its reasons. */
export function show(deed: Deed, reply: BulkReply | SendReply, seen: readonly Row[], given: Given = {}): void {
  rows.value = withReply(rows.value, reply);
  const done = new Set(reply.done.map(idOf));
  goTo({ selected: place.value.selected.filter((id) => !done.has(id)) });
  if (reply.refused.length > 0) openDialog.value = { type: 'reply', deed, reply, seen, given };
  else closeDialog();
  if (done.size > 0) notify({ text: t(`step-done.${deed}`, { count: done.size }) });
}
