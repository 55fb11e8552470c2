// The files that the person has chosen, loaded one after the other in their order.
import { computed, signal } from '@preact/signals';
import type { ImportReport, SourceKind, Upload, UploadOptions } from '../../server/imports/schema.ts';
import { request } from '../store/request.ts';
import { readLoaded } from './loaded.ts';
import { upload } from './upload.ts';

/** What the person says of a file; an empty text leaves it to the service. */
export interface About {
  kind: SourceKind | '';
  dataset: string;
  source: string;
  licence: string;
  dated: string;
  /** Our field → their header. */
  mapping: Readonly<Record<string, string>>;
}

export type Step =
  /** Nothing has been sent; `problem` is why it was not accepted the last time. */
  | { type: 'chosen'; problem: unknown }
  /** On its way; once all is sent the service checks it. */
  | { type: 'sending'; share: number; stop(): void }
  /** Held by the service; `problem` is why it could not be loaded. */
  | { type: 'checked'; upload: Upload; problem: unknown }
  | { type: 'loading'; upload: Upload };

export interface ChosenFile {
  key: number;
  file: File;
  about: About;
  step: Step;
}

export interface Result {
  name: string;
  uploadId: string;
  report: ImportReport;
}

export const files = signal<readonly ChosenFile[]>([]);
/** The one that is worked on. */
export const current = computed<ChosenFile | undefined>(() => files.value[0]);
/** What has been loaded since the page was opened, newest last. */
export const results = signal<readonly Result[]>([]);

const nothingSaid: About = { kind: '', dataset: '', source: '', licence: '', dated: '', mapping: {} };
let keys = 0;

export function choose(chosen: Iterable<File>): void {
  const added = [...chosen].map((file): ChosenFile => {
    keys += 1;
    return { key: keys, file, about: nothingSaid, step: { type: 'chosen', problem: null } };
  });
  files.value = [...files.value, ...added];
}

function change(key: number, news: Partial<ChosenFile>): void {
  files.value = files.value.map((one) => (one.key === key ? { ...one, ...news } : one));
}

/** Another kind has other columns. */
export function say(one: ChosenFile, news: Partial<About>): void {
  const mapping = 'kind' in news ? {} : one.about.mapping;
  change(one.key, { about: { ...one.about, mapping, ...news } });
}

/** Takes a file off the list, and has the service forget it. */
export function discard({ key, step }: ChosenFile): void {
  if (step.type === 'sending') step.stop();
  if (step.type === 'checked') forget(step.upload);
  files.value = files.value.filter((one) => one.key !== key);
}

// A file that is not forgotten goes by itself in a day.
const forget = ({ id }: Upload) => void request<void>('DELETE', `/api/imports/${id}`).catch(() => {});

/** Moves a waiting file one place up; never past the one that is worked on. */
export function moveUp({ key }: ChosenFile): void {
  const at = files.value.findIndex((one) => one.key === key);
  const moved = [...files.value];
  [moved[at - 1], moved[at]] = [moved[at], moved[at - 1]];
  files.value = moved;
}

function optionsOf({ file, about }: ChosenFile): UploadOptions {
  const { kind, mapping, ...texts } = about;
  const given = Object.entries(texts).flatMap(([name, text]) => (text.trim() ? [[name, text.trim()]] : []));
  return {
    fileName: file.name,
    ...Object.fromEntries(given),
    kind: kind || undefined,
    mapping: Object.keys(mapping).length > 0 ? JSON.stringify(mapping) : undefined,
  };
}

/** Sends a file, to be told what loading it would change. */
export async function check(one: ChosenFile): Promise<void> {
  if (one.step.type === 'checked') forget(one.step.upload);
  const abort = new AbortController();
  const stop = () => abort.abort();
  const told = (share: number) => change(one.key, { step: { type: 'sending', share, stop } });
  told(0);
  try {
    const held = await upload(one.file, optionsOf(one), told, abort.signal);
    change(one.key, { step: { type: 'checked', upload: held, problem: null } });
  } catch (problem) {
    change(one.key, { step: { type: 'chosen', problem: abort.signal.aborted ? null : problem } });
  }
}

/** Loads a file that was checked; the next one follows. */
export async function load(one: ChosenFile, held: Upload): Promise<void> {
  change(one.key, { step: { type: 'loading', upload: held } });
  try {
    const report = await request<ImportReport>('POST', `/api/imports/${held.id}/load`, {});
    results.value = [...results.value, { name: one.file.name, uploadId: held.id, report }];
    files.value = files.value.filter(({ key }) => key !== one.key);
    void readLoaded();
  } catch (problem) {
    change(one.key, { step: { type: 'checked', upload: held, problem } });
  }
}
