import { learn } from '../i18n/index.ts';
import { followOutbox } from './outbox.ts';
import { OutboxPanel } from './panel.tsx';
import { outboxPanel } from './slot.tsx';

/** Shows and sends what a person has to tell, on every page. Returns the way to stop. */
export async function startOutbox(login: string): Promise<() => void> {
  await learn('outbox');
  const stop = followOutbox(login);
  outboxPanel.value = OutboxPanel;
  return () => {
    outboxPanel.value = null;
    stop();
  };
}
