import { z } from 'zod';
import { CalendarDate } from '../places/schema.ts';

export const SourceKind = z.enum([
  'kato',
  'boundaries',
  'geonames',
  'openstreetmap',
  'settlements',
  'populations',
  'population-points',
  'coverage',
  'register',
  'ookla',
  'mlab',
  'speed-tests',
  'opencellid',
  'ofds',
  'network-nodes',
]);
export type SourceKind = z.infer<typeof SourceKind>;

/** Why a row is rejected; worded in geodata/checks/reasons.ts and by the client. */
export const RejectReason = z.enum([
  'misshapen',
  'missing',
  'unnamed',
  'bad-number',
  'bad-date',
  'negative',
  'absurd',
  'duplicate',
  'bad-code',
  'missing-parent',
  'no-geometry',
  'wrong-geometry',
  'bad-coordinates',
  'zero-coordinates',
  'swapped-axes',
  'outside-country',
  'outside-region',
  'unclosed-ring',
  'short-ring',
  'self-crossing',
  'too-tangled',
  'hole-outside',
  'unknown-technology',
  'unknown-settlement',
  'unknown-region',
]);
export type RejectReason = z.infer<typeof RejectReason>;

/** What a person should know of a file that is no fault of a row; worded in geodata/checks/warnings.ts and by the client. */
export const WarningCode = z.enum([
  'is-workbook',
  'is-csv',
  'first-sheet',
  'no-projection',
  'repaired',
  'not-places',
  'outside-settlements',
  'no-boundaries',
  'regions-added',
  'settlements-stay',
  'classifier-alone',
  'operators-added',
  'other-dataset',
  'evidence-by-extent',
  'no-programme',
]);
export type WarningCode = z.infer<typeof WarningCode>;

/** A warning with what its wording names: counts, lists, the reason why an area was repaired. */
export const ImportWarning = z.object({
  code: WarningCode,
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ImportWarning = z.infer<typeof ImportWarning>;

/** Why a file as a whole is refused. */
export const FileFault = z.enum([
  'empty',
  'damaged',
  'cut-short',
  'open-quote',
  'bad-json',
  'other-form',
  'archive-content',
  'too-large',
  'encoding',
  'projection',
  'header-twice',
  'unknown-columns',
  'mapping-column',
  'no-regions',
]);
export type FileFault = z.infer<typeof FileFault>;

/** What a refusal (422) tells of the file beside its words. */
export interface Refusal {
  fault: FileFault;
  line: number | null;
  /** What of the file it is about: a header, a name, a system of coordinates. */
  value: string | null;
  /** The file's headers, where they are not those of a known file. */
  columns: readonly string[];
}

/** One row that was not loaded. Line counts from 1; column is the file's own header. */
export const Reject = z.object({
  line: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: RejectReason,
});
export type Reject = z.infer<typeof Reject>;

export const ImportReport = z.object({
  kind: SourceKind,
  chosenBecause: z.string(),
  /** How the file was read: `CSV, windows-1251, separated by ";"`. */
  format: z.string(),
  /** The file's own headers. */
  columns: z.array(z.string()),
  /** Our field → the header that was read for it. */
  fields: z.record(z.string(), z.string()),
  dataset: z.string(),
  rowsRead: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  removed: z.int(),
  rejected: z.int(),
  /** The first thousand. */
  rejects: z.array(Reject),
  rejectsByReason: z.partialRecord(RejectReason, z.int()),
  warnings: z.array(ImportWarning),
  /** Null for a dry run. */
  importId: z.uuid().nullable(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** What a person says of a file that is uploaded; what is left out is recognised or taken from the file. */
export const UploadOptions = z.object({
  fileName: z.string().min(1).max(255),
  kind: SourceKind.optional(),
  /** JSON: our field → their header. */
  mapping: z.string().optional(),
  dataset: z.string().max(200).optional(),
  source: z.string().max(500).optional(),
  licence: z.string().max(200).optional(),
  dated: CalendarDate.optional(),
});
export type UploadOptions = z.infer<typeof UploadOptions>;

/** A file that is held but not loaded, with what loading it would do. */
export const Upload = z.object({ id: z.uuid(), fileName: z.string(), report: ImportReport });
export type Upload = z.infer<typeof Upload>;

/** A file that was loaded. */
export const LoadedImport = z.object({
  id: z.uuid(),
  kind: SourceKind,
  dataset: z.string(),
  fileName: z.string(),
  fileHash: z.string(),
  fileBytes: z.int(),
  source: z.string(),
  licence: z.string(),
  dated: CalendarDate.nullable(),
  rowsRead: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  removed: z.int(),
  rejected: z.int(),
  actor: z.string(),
  loadedAt: z.iso.datetime(),
});
export type LoadedImport = z.infer<typeof LoadedImport>;
