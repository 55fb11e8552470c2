import { effect } from '@preact/signals';
import { learn } from '../i18n/index.ts';
import { entries, followOutbox } from './outbox.ts';
import { outboxPanel } from './slot.tsx';

/** Sends what a person has to tell, and shows it on every page. Returns the way to stop. */
export function startOutbox(login: string): () => void {
  const stopSending = followOutbox(login);
  // Most of the time there is nothing to show, and a page of little weight needs no words for it.
  const stopShowing = effect(() => {
    if (entries.value?.some(({ state }) => state !== 'draft')) void showPanel().catch(() => {});
  });
  return () => {
    stopShowing();
    stopSending();
    outboxPanel.value = null;
  };
}

/** Fetches what shows the outbox; a page that fills it does so while there is a line. */
export async function showPanel(): Promise<void> {
  const [{ OutboxPanel }] = await Promise.all([import('./panel.tsx'), learn('outbox')]);
  outboxPanel.value = OutboxPanel;
}
