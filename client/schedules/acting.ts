// What can be done with assignments of a schedule, and what became of it.
import { signal } from '@preact/signals';
import type { AssignmentKey, BulkReply, Reason, StepRequest, Terms } from '../../server/assignments/schema.ts';
import { changeableStages, partyOf, stepsFrom } from '../../server/assignments/stages.ts';
import type { ChangeAsked, ChangeRequest } from '../../server/change-requests/schema.ts';
import { t } from '../i18n/index.ts';
import { mayPlan, viewer } from '../session/session.ts';
import { notify } from '../ui/notices.tsx';
import { goTo, place } from './address.ts';
import { openRequests, requestOf } from './requests.ts';
import { idOf, type Row, rows, withReply } from './rows.ts';
import { schedulesService } from './service.ts';

/** A step that a person can take by themselves. */
export type FreeStep = StepRequest['step'];
/** What a person can begin with an assignment: a step, or asking for a change of what is agreed. */
export type Offer = FreeStep | 'ask-change';
export type Deed = Offer | 'send' | 'accept-change' | 'refuse-change';

/** What comes with a step. */
export interface Given {
  reason?: Reason;
  counter?: Terms;
  changes?: Terms;
  /** What is asked to be changed after approval. */
  asked?: ChangeAsked;
}

/** The dialog that is open; there is one at a time. */
export type OpenDialog =
  | { type: 'reason'; step: 'decline' | 'cancel'; rows: readonly Row[] }
  | { type: 'terms'; step: 'counter' | 'propose-again' | 'redraft'; rows: readonly Row[] }
  | { type: 'change'; rows: readonly Row[] }
  | { type: 'decide'; decision: 'accept' | 'refuse'; chosen: readonly { request: ChangeRequest; row: Row }[] }
  | { type: 'reply'; deed: Deed; reply: BulkReply; seen: readonly Row[]; given: Given; done: number }
  | { type: 'send'; operatorCode: string; rows: readonly Row[] }
  | { type: 'approve'; operatorCode: string; version: number; rows: readonly Row[] };

export const openDialog = signal<OpenDialog | null>(null);
export const closeDialog = (): void => void (openDialog.value = null);

/** What whoever is signed in can begin with an assignment. */
export function offersOf(row: Row): Offer[] {
  const party = partyOf(viewer.value!.role);
  const steps = stepsFrom(row.stage, party) as FreeStep[];
  const mayAsk = party !== null && changeableStages.includes(row.stage) && requestOf(row) === undefined;
  return mayAsk ? [...steps, 'ask-change'] : steps;
}

/** Can whoever is signed in do something with it? Drafts are sent, which is no step by itself. */
export const isActionable = (row: Row): boolean => offersOf(row).length > 0 || (row.stage === 'draft' && mayPlan());

/** What asks for something to come with it begins with a dialog. */
export function begin(step: Offer, chosen: readonly Row[]): Promise<void> {
  if (step === 'decline' || step === 'cancel') openDialog.value = { type: 'reason', step, rows: chosen };
  else if (step === 'ask-change') openDialog.value = { type: 'change', rows: chosen };
  else if (step === 'counter' || step === 'propose-again' || step === 'redraft') {
    openDialog.value = { type: 'terms', step, rows: chosen };
  } else return take(step, chosen);
  return Promise.resolve();
}

/** What the service must know to see whether an assignment is still as the person saw it. */
export const seenOf = ({ regionCode, code, number, version }: Row) => ({ regionCode, code, number, version });

/** Takes a step with assignments as they were seen, and shows what the service says of each. @throws {Problem} */
export async function take(step: Offer, chosen: readonly Row[], given: Given = {}): Promise<void> {
  const assignments = chosen.map(seenOf);
  if (step !== 'ask-change') {
    const { asked: _, ...more } = given;
    return show(step, await schedulesService.step({ step, assignments, ...more } as StepRequest), chosen, given);
  }
  const body = { assignments, changes: given.asked!, reason: given.reason! };
  const { requests, ...reply } = await schedulesService.askChange(body);
  openRequests.value = [...requests, ...openRequests.value];
  show(step, { ...reply, done: [] }, chosen, given, requests);
}

/** What was done leaves the selection; what was refused stays in it and is listed with its reasons. */
export function show(
  deed: Deed,
  reply: BulkReply,
  seen: readonly Row[],
  given: Given = {},
  acted: readonly AssignmentKey[] = reply.done,
): void {
  rows.value = withReply(rows.value, reply);
  const done = new Set(acted.map(idOf));
  goTo({ selected: place.value.selected.filter((id) => !done.has(id)) });
  if (reply.refused.length > 0) openDialog.value = { type: 'reply', deed, reply, seen, given, done: done.size };
  else closeDialog();
  if (done.size > 0) notify({ text: t(`step-done.${deed}`, { count: done.size }) });
}
