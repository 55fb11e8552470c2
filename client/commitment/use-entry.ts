import { useEffect, useRef, useState } from 'preact/hooks';
import type { Progress } from '../../server/construction/schema.ts';
import type { AttachmentKind } from '../../server/attachments/schema.ts';
import { type Body, commitmentOf, type Entry, momentAfter, seenOf, type Told } from '../outbox/entry.ts';
import { identifier } from '../outbox/identifier.ts';
import { discard, entries, keep } from '../outbox/outbox.ts';
import { viewer } from '../session/session.ts';
import { now } from '../store/clock.ts';
import type { inspectionOf } from './inspection-draft.ts';
import type { reportOf } from './report-draft.ts';

/** What a body tells besides that which every entry has. */
type Telling = ReturnType<typeof reportOf> | ReturnType<typeof inspectionOf>;

/** Milliseconds after the last letter until a draft is kept. */
const pause = 400;

/** The draft that was begun of a commitment; else undefined. */
export const draftOf = (progress: Progress, told: Told): Entry | undefined =>
  entries.value?.find(
    (entry) =>
      entry.state === 'draft' && entry.told === told && commitmentOf(entry.seen) === commitmentOf(progress.assignment),
  );

/** A draft that nothing has been written of yet. */
export const freshEntry = (progress: Progress, told: Told, draft: unknown): Entry => ({
  id: identifier(),
  login: viewer.value!.login,
  told,
  state: 'draft',
  names: progress.names,
  seen: seenOf(progress.assignment),
  draft,
  body: null,
  files: [],
  refusal: null,
  writtenAt: now().toISOString(),
});

/**
 * A draft while it is written: kept on the device as it grows, for a telephone may close the page when its camera
 * opens. `finish` hands it to the outbox.
 */
export function useEntry<Draft>(initial: Entry) {
  const [entry, show] = useState(initial);
  const [failed, setFailed] = useState(false);
  const latest = useRef(entry);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** It is handed over: a draft that was written now would take it back. */
  const finished = useRef(false);

  function write(next: Entry, bytes?: ReadonlyMap<string, Blob>): Promise<boolean> {
    clearTimeout(timer.current);
    timer.current = undefined;
    return keep(next, bytes).then(
      () => (setFailed(false), true),
      () => (setFailed(true), false),
    );
  }
  function set(changes: Partial<Entry>): Entry {
    latest.current = { ...latest.current, ...changes };
    show(latest.current);
    return latest.current;
  }
  function flush(): void {
    if (timer.current !== undefined) void write(latest.current);
  }
  useEffect(() => {
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  return {
    draft: entry.draft as Draft,
    files: entry.files,
    /** The device had no room: nothing was kept. */
    failed,
    change(changes: Partial<Draft>): void {
      if (finished.current) return;
      set({ draft: { ...(latest.current.draft as Draft), ...changes } });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void write(latest.current), pause);
    },
    async attach(kind: AttachmentKind, fileName: string, bytes: Blob): Promise<void> {
      if (finished.current) return;
      const file = { id: identifier(), kind, fileName, sent: false };
      const before = latest.current.files;
      const next = set({ files: [...before, file] });
      if (!(await write(next, new Map([[file.id, bytes]])))) {
        set({ files: latest.current.files.filter(({ id }) => id !== file.id) });
      }
    },
    detach(id: string): void {
      if (finished.current) return;
      void write(set({ files: latest.current.files.filter((file) => file.id !== id) }));
    },
    /** Hands it to the outbox; false where the device has no room. */
    async finish({ assignment }: Progress, telling: Telling): Promise<boolean> {
      finished.current = true;
      const { id, files } = latest.current;
      const { regionCode, code, number } = assignment;
      const writtenAt = momentAfter((entries.value ?? []).filter((other) => other.id !== id));
      const attachments = files.map((file) => file.id);
      const about = { regionCode, code, number, id, attachments };
      const body = (entry.told === 'report' ? { ...telling, ...about, writtenAt } : { ...telling, ...about }) as Body;
      const seen = seenOf(assignment);
      finished.current = await write({ ...latest.current, state: 'waiting', refusal: null, body, writtenAt, seen });
      return finished.current;
    },
    clear: (): Promise<void> => {
      clearTimeout(timer.current);
      timer.current = undefined;
      return discard(latest.current);
    },
  };
}
