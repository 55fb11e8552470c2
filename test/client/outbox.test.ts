import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { identifier } from '../../client/outbox/identifier.ts';
import { type Entry, refusalOf, seenOf } from '../../client/outbox/entry.ts';
import { sendWaiting } from '../../client/outbox/send.ts';
import { changeEntry, entriesOf, fileById, putEntry, removeEntry } from '../../client/outbox/store.ts';
import { Problem } from '../../client/store/problem.ts';
import type { Assignment } from '../../server/assignments/schema.ts';
import type { ProgressReport } from '../../server/construction/schema.ts';
import { picture } from '../attachments/files.ts';
import { building } from '../construction/building.ts';
import type { Person } from '../service.ts';

const story = building();
const names = { kk: 'Ақсу', ru: 'Аксу', en: 'Aksu' };
const network = globalThis.fetch;

/** What the line does with a request: carries it, loses it, or carries it and loses the reply. */
type Line = 'carries' | 'loses' | 'loses-reply';
let line: () => Line;
let session: Person;

/** A browser's line to the service, with the session of whoever is signed in. */
beforeEach(() => {
  line = () => 'carries';
  session = story.north;
  globalThis.fetch = async (path, init) => {
    if (!String(path).startsWith('/')) return network(path, init);
    const fate = line();
    if (fate === 'loses') throw new TypeError('Failed to fetch');
    const reply = await session.fetch(String(path), init);
    if (fate === 'carries') return reply;
    await reply.arrayBuffer();
    throw new TypeError('Failed to fetch');
  };
});
afterEach(async () => {
  globalThis.fetch = network;
  for (const login of ['operator', 'southerner']) for (const entry of await entriesOf(login)) await removeEntry(entry);
});

let written = 0;
function entryOf(assignment: Assignment, told: Partial<ProgressReport> = {}, changes: Partial<Entry> = {}): Entry {
  const id = identifier();
  const { regionCode, code, number } = assignment;
  const nothing = { milestones: [], blockers: [], removed: [], tests: [], attachments: [], note: '', step: null };
  return {
    id,
    login: 'operator',
    told: 'report',
    state: 'waiting',
    names,
    seen: seenOf(assignment),
    draft: null,
    body: { regionCode, code, number, id, writtenAt: '2026-11-22T09:00:00Z', ...nothing, ...told },
    files: [],
    refusal: null,
    writtenAt: new Date(Date.UTC(2026, 10, 22, 9, 0, written++)).toISOString(),
    ...changes,
  };
}

const left = async (login = 'operator') =>
  (await entriesOf(login)).map(({ state, refusal }) => [state, refusal?.code ?? null]);
const notes = async (assignment: Assignment) => (await story.progress(assignment)).reports.map(({ note }) => note);

test('a report goes with its photograph, and leaves the outbox with the receipt alone', async () => {
  const assignment = await story.approved('west', 'a');
  const file = { id: identifier(), kind: 'photograph', fileName: 'mast.jpg', sent: false } as const;
  const bytes = new Map([[file.id, new Blob([new Uint8Array(await picture(40, 20))])]]);
  const entry = entryOf(assignment, { note: 'the mast stands', attachments: [file.id] }, { files: [file] });
  await putEntry(entry, bytes);

  line = () => 'loses';
  expect(await sendWaiting('operator')).toEqual({ arrived: [], again: true });
  expect(await left()).toEqual([['waiting', null]]);

  line = () => 'carries';
  const { arrived, again } = await sendWaiting('operator');
  expect([arrived.map(({ id }) => id), again]).toEqual([[entry.id], false]);
  expect([await left(), await fileById(file.id)]).toEqual([[], undefined]);
  const { reports, attachments } = await story.progress(assignment);
  expect(reports).toMatchObject([{ id: entry.id, note: 'the mast stands', attachments: [file.id] }]);
  expect(attachments).toMatchObject([{ id: file.id, fileName: 'mast.jpg', operatorCode: 'north' }]);
});

test('however the line breaks, what is told arrives once, in its order', async () => {
  const assignment = await story.approved('west', 'b');
  const bytes = new Uint8Array(await picture(20, 20));
  const fate = fc.constantFrom<Line>('carries', 'loses', 'loses-reply');
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { maxLength: 12 }), async (fates) => {
      const before = (await notes(assignment)).length;
      const present = await story.progress(assignment);
      for (const note of ['first', 'second']) {
        const file = { id: identifier(), kind: 'photograph', fileName: `${note}.jpg`, sent: false } as const;
        const entry = entryOf(present.assignment, { note, attachments: [file.id] }, { files: [file] });
        await putEntry(entry, new Map([[file.id, new Blob([bytes])]]));
      }
      line = () => fates.shift() ?? 'carries';
      for (let tries = 0; (await left()).length > 0 && tries < 30; tries += 1) await sendWaiting('operator');
      line = () => 'carries';
      expect(await left()).toEqual([]);
      expect((await notes(assignment)).slice(0, -before || undefined)).toEqual(['second', 'first']);
      const { attachments, reports } = await story.progress(assignment);
      expect(attachments.length).toBe(reports.length);
    }),
    { numRuns: 15 },
  );
});

test('what builds on a report that changed the stage is of the version that it brought about', async () => {
  const assignment = await story.approved('east', 'd');
  const file = { id: identifier(), kind: 'photograph', fileName: 'mast.jpg', sent: false } as const;
  const bytes = new Map([[file.id, new Blob([new Uint8Array(await picture(40, 20))])]]);
  await putEntry(entryOf(assignment, { step: 'start-construction' }));
  const tests = [1, 2, 3].map(() => ({ download: 120, upload: 60, latency: 20 }));
  await putEntry(
    entryOf(assignment, { step: 'report-operational', tests, attachments: [file.id] }, { files: [file] }),
    bytes,
  );
  expect((await sendWaiting('operator')).arrived.length).toBe(2);
  expect((await story.progress(assignment)).assignment.stage).toBe('operational');
});

test('what the service refuses stays with its reason; what was changed by others shows how it is now', async () => {
  const assignment = await story.approved('east', 'e');
  await putEntry(entryOf(assignment));
  await putEntry(entryOf(assignment, { note: 'good' }));
  expect((await sendWaiting('operator')).arrived.length).toBe(1);
  expect(await left()).toEqual([['refused', 'nothing-told']]);
  expect(await sendWaiting('operator')).toEqual({ arrived: [], again: false });
  await removeEntry((await entriesOf('operator'))[0]);

  await putEntry(entryOf({ ...assignment, version: assignment.version - 1 }, { note: 'stale' }));
  await sendWaiting('operator');
  const [{ id, refusal }] = await entriesOf('operator');
  expect(refusal).toMatchObject({
    status: 409,
    code: null,
    present: { stage: 'approved', version: assignment.version },
  });
  await changeEntry(id, (entry) => ({ ...entry, state: 'waiting', seen: refusal!.present! }));
  expect((await sendWaiting('operator')).arrived.map((entry) => entry.id)).toEqual([id]);
});

test('nobody else’s session sends what a person has written; without one it is kept', async () => {
  const assignment = (await story.progress({ regionCode: 'east', code: 'e', number: 1 })).assignment;
  await putEntry(entryOf(assignment, { note: 'mine' }));
  session = story.south;
  expect(await sendWaiting('operator')).toEqual({ arrived: [], again: false });
  session = story.service.nobody;
  expect(await sendWaiting('operator')).toEqual({ arrived: [], again: false });
  expect(await left()).toEqual([['waiting', null]]);
  expect((await sendWaiting('southerner')).arrived).toEqual([]);
  session = story.north;
  expect((await sendWaiting('operator')).arrived.length).toBe(1);
});

test('only the service itself refuses', () => {
  const told = (status: number, requestId: string | null) => refusalOf(new Problem(status, 'No', 'why', requestId));
  expect(told(422, 'x')).toMatchObject({ status: 422, detail: 'why', requestId: 'x' });
  expect([401, 408, 425, 429, 500, 502, 503].map((status) => told(status, 'x'))).toEqual(Array(7).fill(null));
  // A portal on the way that wants to be paid, or a proxy.
  expect(told(403, null)).toBeNull();
});
