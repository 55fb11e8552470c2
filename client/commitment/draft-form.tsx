import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Progress } from '../../server/construction/schema.ts';
import type { Entry, Told } from '../outbox/entry.ts';
import { entries } from '../outbox/outbox.ts';
import { showPanel } from '../outbox/start.ts';
import { draftOf, freshEntry } from './use-entry.ts';

interface Properties {
  progress: Progress;
  told: Told;
  empty(): unknown;
  /** The form of an entry, made anew for another; it calls `done` when it has handed the entry over. */
  children(entry: Entry, done: () => void): ComponentChildren;
}

/** The form of what was begun, else of a draft that nothing has been written of yet. */
export function DraftForm({ progress, told, empty, children }: Properties) {
  const form = useRef<{ entry: Entry; kept: boolean } | null>(null);
  // There may be no line to fetch what shows the outbox once it is filled.
  useEffect(() => void showPanel().catch(() => {}), []);
  if (entries.value === null) return null;
  const begun = draftOf(progress, told);
  const shown = form.current?.entry;
  // What is handed over is written no more, whatever is typed before `done` is called.
  const isHandedOver = entries.value.some(({ id, state }) => id === shown?.id && state !== 'draft');
  if (begun !== undefined) form.current = { entry: shown?.id === begun.id ? shown : begun, kept: true };
  else if (form.current === null || form.current.kept || isHandedOver) {
    form.current = { entry: freshEntry(progress, told, empty()), kept: false };
  }
  const { entry } = form.current!;
  // The next one may have been begun before this one is done.
  const done = () => {
    if (form.current?.entry.id === entry.id) form.current = null;
  };
  return <div key={entry.id}>{children(entry, done)}</div>;
}
