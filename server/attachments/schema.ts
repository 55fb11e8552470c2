import { z } from 'zod';
import { AssignmentKey } from '../assignments/schema.ts';
import { CalendarDate } from '../places/schema.ts';

/** A photograph is drawn anew and loses all that was hidden in it; a document is a PDF, given only to be kept. */
export const AttachmentKind = z.enum(['photograph', 'document']);
export type AttachmentKind = z.infer<typeof AttachmentKind>;

/** A file that proves something: who sent it, and what it is. */
export const Attachment = AssignmentKey.extend({
  /** Null where it proves something of the settlement itself, for or against a claim. */
  number: z.int().nullable(),
  id: z.uuid(),
  kind: AttachmentKind,
  /** The company whose it is; null is the ministry's own, or a deputy's. */
  operatorCode: z.string().nullable(),
  mediaType: z.enum(['image/jpeg', 'application/pdf']),
  fileName: z.string(),
  bytes: z.int(),
  /** SHA-256 of what is kept, in hexadecimal. */
  hash: z.string(),
  /** Pixels, of a photograph. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  sentBy: z.string(),
  sentOn: CalendarDate,
});
export type Attachment = z.infer<typeof Attachment>;

/**
 * PUT /api/attachments/:id with the file as the body: `id` is made by whoever sends it, so that sending it again
 * changes nothing; without a number it is of the settlement, for a challenge there. Largest body 16 MB.
 */
export const AttachmentQuery = z.object({
  region: z.string(),
  code: z.string(),
  number: z.coerce.number().int().positive().optional(),
  kind: AttachmentKind,
  fileName: z.string().trim().min(1).max(200),
});
export type AttachmentQuery = z.infer<typeof AttachmentQuery>;
