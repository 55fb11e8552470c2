import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';

/** What shows the outbox, once its code has come; nothing for those who have none. */
export const outboxPanel = signal<FunctionComponent | null>(null);

/** Where a page shows what waits to be sent. */
export function OutboxSlot() {
  const Panel = outboxPanel.value;
  return Panel && <Panel />;
}
