// The outbox of whoever is signed in: what is told is kept before anything is sent, and tried until it has arrived.
import { effect, signal } from '@preact/signals';
import type { Entry } from './entry.ts';
import { sessionEnded } from '../store/request.ts';
import { sendWaiting } from './send.ts';
import { changeEntry, entriesOf, putEntry, removeEntry } from './store.ts';

/** What the person has in the outbox, the oldest first; null until it has been read. */
export const entries = signal<readonly Entry[] | null>(null);
/** What arrived last, for pages that show what was told. */
export const arrived = signal<readonly Entry[]>([]);
export const sending = signal(false);

/** Milliseconds to the next try: twice as long each time, and never so long that a line that is back is missed. */
const firstWait = 5_000;
const longestWait = 300_000;

let login: string | null = null;
let wait = firstWait;
let timer: ReturnType<typeof setTimeout> | undefined;
let round: Promise<void> | null = null;
let wanted = false;

/** Tells the other pages of this browser that the outbox has changed. */
const channel = new BroadcastChannel('baylanys-outbox');
channel.addEventListener('message', () => void read());

async function read(): Promise<void> {
  if (login === null) return;
  // A browser that keeps nothing says so when something is to be kept.
  entries.value = await entriesOf(login).catch(() => []);
}

async function changed(): Promise<void> {
  channel.postMessage('changed');
  await read();
}

/** One page at a time sends. Without TLS there are no locks: then the service sees to it that twice is once. */
const alone = <Value>(work: () => Promise<Value>): Promise<Value> =>
  (navigator.locks as LockManager | undefined)?.request('baylanys-outbox', work) ?? work();

async function sendOnce(): Promise<void> {
  const person = login;
  if (person === null) return;
  sending.value = true;
  try {
    const { arrived: taken, again } = await alone(() => sendWaiting(person));
    if (taken.length > 0) {
      wait = firstWait;
      arrived.value = taken;
    }
    if (again) later();
  } catch {
    later();
  } finally {
    sending.value = false;
    await changed();
  }
}

function later(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void sendNow(), wait);
  wait = Math.min(wait * 2, longestWait);
}

/** Sends what waits, now. Ends when all that could be sent has been. */
export function sendNow(): Promise<void> {
  clearTimeout(timer);
  wanted = true;
  round ??= (async () => {
    while (wanted) {
      wanted = false;
      await sendOnce();
    }
  })().finally(() => (round = null));
  return round;
}

function lineIsBack(): void {
  wait = firstWait;
  void sendNow();
}
const isSeen = () => document.visibilityState === 'visible' && lineIsBack();

/** Follows the outbox of a person, and sends what waits in it. Returns the way to stop. */
export function followOutbox(person: string): () => void {
  login = person;
  entries.value = null;
  addEventListener('online', lineIsBack);
  document.addEventListener('visibilitychange', isSeen);
  const stopWaiting = effect(() => {
    // Once at the beginning, and again whenever the person has signed in again.
    if (!sessionEnded.value) void read().then(sendNow);
  });
  return () => {
    stopWaiting();
    login = null;
    entries.value = null;
    clearTimeout(timer);
    removeEventListener('online', lineIsBack);
    document.removeEventListener('visibilitychange', isSeen);
  };
}

/** Keeps an entry, with the bytes of files that are new to it. @throws where the device has no room for it */
export async function keep(entry: Entry, bytes?: ReadonlyMap<string, Blob>): Promise<void> {
  await putEntry(entry, bytes);
  await changed();
  if (entry.state !== 'waiting') return;
  // Else the browser may clear what waits when the device runs short of room.
  void navigator.storage?.persist?.();
  lineIsBack();
}

/** Has what was refused written anew. */
export async function reopen(id: string): Promise<void> {
  await changeEntry(id, (entry) => ({ ...entry, state: 'draft', body: null }));
  await changed();
}

/** Has what was refused sent again: as it was, or against what is there now. */
export async function release(id: string, against?: Entry['seen']): Promise<void> {
  await changeEntry(id, (entry) => ({ ...entry, state: 'waiting', refusal: null, seen: against ?? entry.seen }));
  await changed();
  lineIsBack();
}

/** Throws an entry away, by the person's choice. */
export async function discard(entry: Entry): Promise<void> {
  await removeEntry(entry);
  await changed();
}
