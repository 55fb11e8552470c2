// Where the outbox lies: in the browser's own database, which outlives the page.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Assignment } from '../../server/assignments/schema.ts';
import { commitmentOf, type Entry, seenOf } from './entry.ts';

interface Schema extends DBSchema {
  entries: { key: string; value: Entry; indexes: { login: string } };
  files: { key: string; value: Blob };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('baylanys-outbox', 1, {
    upgrade(database) {
      database.createObjectStore('entries', { keyPath: 'id' }).createIndex('login', 'login');
      database.createObjectStore('files');
    },
    // The browser may close it by itself, for want of room or memory.
    terminated: () => void (opened = null),
  });
  opened.catch(() => (opened = null));
  return opened;
}

/** What a person has in the outbox, the oldest first. */
export async function entriesOf(login: string): Promise<Entry[]> {
  const entries = await (await open()).getAllFromIndex('entries', 'login', login);
  return entries.sort((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1));
}

export const entryById = async (id: string): Promise<Entry | undefined> => (await open()).get('entries', id);

export const fileById = async (id: string): Promise<Blob | undefined> => (await open()).get('files', id);

/** Writes an entry, with the bytes of files that are new to it, by id; files that it no longer names go. */
export async function putEntry(entry: Entry, bytes: ReadonlyMap<string, Blob> = new Map()): Promise<void> {
  const transaction = (await open()).transaction(['entries', 'files'], 'readwrite');
  const before = await transaction.objectStore('entries').get(entry.id);
  const kept = new Set(entry.files.map(({ id }) => id));
  const gone = (before?.files ?? []).filter(({ id }) => !kept.has(id));
  await Promise.all([
    transaction.objectStore('entries').put(entry),
    ...[...bytes].map(([id, blob]) => transaction.objectStore('files').put(blob, id)),
    ...gone.map(({ id }) => transaction.objectStore('files').delete(id)),
    transaction.done,
  ]);
}

/** Changes an entry as it is now, if it is still there. */
export async function changeEntry(id: string, change: (entry: Entry) => Entry): Promise<Entry | undefined> {
  const transaction = (await open()).transaction('entries', 'readwrite');
  const before = await transaction.store.get(id);
  const after = before && change(before);
  await Promise.all([after && transaction.store.put(after), transaction.done]);
  return after;
}

/** Takes an entry out with its files. */
export async function removeEntry({ id, files }: Entry): Promise<void> {
  const transaction = (await open()).transaction(['entries', 'files'], 'readwrite');
  await Promise.all([
    transaction.objectStore('entries').delete(id),
    ...files.map((file) => transaction.objectStore('files').delete(file.id)),
    transaction.done,
  ]);
}

/**
 * Takes out an entry that has arrived. What else its person has to tell of the same commitment, seen at the same
 * version, is from now on of the version that the entry itself brought about.
 */
export async function settleEntry(entry: Entry, assignment: Assignment): Promise<void> {
  const transaction = (await open()).transaction(['entries', 'files'], 'readwrite');
  const entries = transaction.objectStore('entries');
  const others = (await entries.index('login').getAll(entry.login)).filter(
    ({ id, seen }) =>
      id !== entry.id && commitmentOf(seen) === commitmentOf(entry.seen) && seen.version === entry.seen.version,
  );
  await Promise.all([
    ...others.map((other) => entries.put({ ...other, seen: seenOf(assignment) })),
    entries.delete(entry.id),
    ...entry.files.map(({ id }) => transaction.objectStore('files').delete(id)),
    transaction.done,
  ]);
}
