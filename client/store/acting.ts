// What a planner does to the plan: each action goes to the service, and the page shows what the service answers.
import { signal } from '@preact/signals';
import type { AmendRequest, AssignRequest, BulkReply, WithdrawRequest } from '../../server/assignments/schema.ts';
import { refreshRows, rememberOwn } from './changes.ts';
import { service } from './service.ts';
import { acted, emptyStack, redone, undone, type UndoStack, without } from './undo.ts';

export const undoStack = signal<UndoStack>(emptyStack);

/** Shows what an action did before it comes back by the feed. */
async function takeReply(reply: BulkReply): Promise<BulkReply> {
  if (reply.actionId !== null) rememberOwn(reply.actionId);
  const touched = [...reply.done, ...reply.refused];
  if (touched.length > 0) await refreshRows(touched);
  return reply;
}

async function act(work: Promise<BulkReply>): Promise<BulkReply> {
  const reply = await takeReply(await work);
  if (reply.actionId !== null) undoStack.value = acted(undoStack.value, reply.actionId);
  return reply;
}

export const assign = (body: AssignRequest): Promise<BulkReply> => act(service.assign(body));
export const amend = (body: AmendRequest): Promise<BulkReply> => act(service.amend(body));
export const withdraw = (body: WithdrawRequest): Promise<BulkReply> => act(service.withdraw(body));

/** Undoes the latest action of this person; null where there is none. */
export async function undoLatest(): Promise<BulkReply | null> {
  const actionId = undoStack.value.undo.at(-1);
  if (actionId === undefined) return null;
  const reply = await takeReply(await service.undo(actionId));
  undoStack.value = undone(undoStack.value, reply.actionId);
  return reply;
}

/** Redoes what was undone last; null where there is nothing. */
export async function redoLatest(): Promise<BulkReply | null> {
  const actionId = undoStack.value.redo.at(-1);
  if (actionId === undefined) return null;
  const reply = await takeReply(await service.undo(actionId));
  undoStack.value = redone(undoStack.value, reply.actionId);
  return reply;
}

/** Undoes an action of the history, whoever did it. */
export async function undoEntry(actionId: string): Promise<BulkReply> {
  const reply = await takeReply(await service.undo(actionId));
  undoStack.value = without(undoStack.value, actionId);
  return reply;
}

/** After a reload, what this person did last can still be undone. */
export async function recallActions(login: string): Promise<void> {
  const { rows } = await service.history(null);
  const own = rows.filter(({ actor, verb, undoable }) => actor === login && undoable && verb !== 'undo');
  undoStack.value = { undo: own.map(({ actionId }) => actionId).toReversed(), redo: [] };
}
