import { signal } from '@preact/signals';
import { noticesService } from './service.ts';

/** How many notices the person has not read, as far as is known here. */
export const unread = signal(0);

const pause = 60_000;

/** Asks how many there are, now, every minute, and when the page is looked at again. Returns the way to stop. */
export function watchUnread(): () => void {
  const look = () => {
    if (document.visibilityState === 'hidden') return;
    // A number that cannot be had now is asked for again; the page's own requests tell people of the failure.
    noticesService.unread().then(
      (reply) => void (unread.value = reply.unread),
      () => {},
    );
  };
  look();
  const timer = setInterval(look, pause);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}
