import { signal } from '@preact/signals';
import { mapHandle, toggleTool } from '../map/tool.ts';
import { mayPlan } from '../session/session.ts';
import { recall, remember } from '../store/remembered.ts';
import { clearSelection, readyToAct, selected, selectMatching } from '../store/state.ts';
import { openDialog } from './dialogs.ts';
import { redo, undo } from './undoing.ts';

const remembered = 'baylanys.letter-keys';

/** Whether single letters are keys; they disturb whoever speaks to the computer. */
export const letterKeys = signal(recall(remembered) !== 'off');

export function setLetterKeys(on: boolean): void {
  remember(remembered, on ? 'on' : 'off');
  letterKeys.value = on;
}

function openAssign(): void {
  if (mayPlan() && readyToAct.value && selected.value.size > 0)
    openDialog.value = { type: 'assign', rows: [...selected.value] };
}

/** By the place of the key, so that they work on a Kazakh or Russian keyboard too. */
const letters: Readonly<Record<string, () => void>> = {
  KeyB: () => toggleTool('box'),
  KeyL: () => toggleTool('lasso'),
  KeyV: () => mapHandle.value?.selectInView('add'),
  KeyA: openAssign,
};

function withControl({ code, shiftKey }: KeyboardEvent): (() => void) | undefined {
  if (code === 'KeyA') return selectMatching;
  if (code === 'KeyZ') return mayPlan() ? () => void (shiftKey ? redo() : undo()) : undefined;
  if (code === 'KeyY') return mayPlan() ? () => void redo() : undefined;
  return undefined;
}

function withoutControl({ key, code }: KeyboardEvent): (() => void) | undefined {
  if (key === 'Escape') {
    return () => {
      if (!mapHandle.value?.cancel()) clearSelection();
    };
  }
  if (!letterKeys.value) return undefined;
  if (key === '?') return () => (openDialog.value = { type: 'help' });
  if (key === '/') return () => document.getElementById('search')?.focus();
  return letters[code];
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=radio], [type=checkbox]), select, textarea');

function press(event: KeyboardEvent): void {
  if (openDialog.value !== null || event.altKey || isWriting(event.target) || event.isComposing) return;
  const deed = event.ctrlKey || event.metaKey ? withControl(event) : withoutControl(event);
  if (deed === undefined) return;
  event.preventDefault();
  deed();
}

/** Listens to the keys of the page. Returns the way to stop. */
export function followKeys(): () => void {
  addEventListener('keydown', press);
  return () => removeEventListener('keydown', press);
}
