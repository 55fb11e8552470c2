// All tabs of a browser have one session: what is done in this one would be done by whoever signed in in another.
import { effect } from '@preact/signals';
import { sessionEnded } from '../store/request.ts';
import { viewer } from './session.ts';

/** Tells the other tabs who is signed in here, null is nobody; hears the same of them. */
export function followOtherTabs(): void {
  const channel = new BroadcastChannel('baylanys-session');
  channel.addEventListener('message', ({ data: login }: MessageEvent<string | null>) => {
    const here = viewer.peek();
    if (here) sessionEnded.value = here.login !== login;
  });
  effect(() => {
    const known = viewer.value;
    // Nobody has no session that could end: what the page asked for ahead may have been refused already.
    if (known === null || (known && !sessionEnded.value)) channel.postMessage(known?.login ?? null);
  });
}
