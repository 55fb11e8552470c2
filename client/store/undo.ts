/** The actions that can be undone and redone, latest last. An undo is an action too: undoing it is the redo. */
export interface UndoStack {
  undo: readonly string[];
  redo: readonly string[];
}

export const emptyStack: UndoStack = { undo: [], redo: [] };

/** After a new action nothing can be redone. */
export function acted(stack: UndoStack, actionId: string): UndoStack {
  return { undo: [...stack.undo, actionId], redo: [] };
}

/** After undoing the latest action; `by` is the action that undid it, null where nothing was left to undo. */
export function undone(stack: UndoStack, by: string | null): UndoStack {
  return { undo: stack.undo.slice(0, -1), redo: by === null ? stack.redo : [...stack.redo, by] };
}

/** After redoing the latest undo; `by` is the action that redid it, null where nothing was left to redo. */
export function redone(stack: UndoStack, by: string | null): UndoStack {
  return { undo: by === null ? stack.undo : [...stack.undo, by], redo: stack.redo.slice(0, -1) };
}

/** After an action that was undone from the history rather than as the latest. */
export function without(stack: UndoStack, actionId: string): UndoStack {
  return { ...stack, undo: stack.undo.filter((id) => id !== actionId) };
}
