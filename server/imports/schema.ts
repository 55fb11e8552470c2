import { z } from 'zod';
import { CalendarDate } from '../places/schema.ts';

export const SourceKind = z.enum([
  'kato',
  'boundaries',
  'geonames',
  'openstreetmap',
  'settlements',
  'populations',
  'coverage',
  'register',
  'ookla',
  'opencellid',
]);
export type SourceKind = z.infer<typeof SourceKind>;

/** One row that was not loaded. Line counts from 1; column is the file's own header. */
export const Reject = z.object({
  line: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
});
export type Reject = z.infer<typeof Reject>;

export const ImportReport = z.object({
  kind: SourceKind,
  chosenBecause: z.string(),
  dataset: z.string(),
  rowsRead: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  removed: z.int(),
  rejected: z.int(),
  /** The first thousand. */
  rejects: z.array(Reject),
  rejectsByReason: z.record(z.string(), z.int()),
  warnings: z.array(z.string()),
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
