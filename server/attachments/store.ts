import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Problem } from '../http/problem.ts';
import type { Attachment } from './schema.ts';

/** Where the bytes of attachments lie: a directory, or a bucket that speaks as Amazon's S3 does. */
export interface AttachmentStore {
  /** Keeps bytes, whole or not at all; the same key again always has the same bytes. */
  put(key: string, bytes: Buffer): Promise<void>;
  /** Throws where there is nothing under the key. */
  read(key: string): Promise<Buffer>;
  remove(key: string): Promise<void>;
  /** Everything that lies there, and when it came. */
  list(): AsyncIterable<{ key: string; storedAt: Date }>;
}

/** What the store failed at is logged as the cause, which names directory or bucket; people are told what to do. */
class StoreProblem extends Problem {
  constructor(override readonly cause: unknown) {
    super(503, 'No files now', 'Files can be neither kept nor read just now. Nothing was changed. Try again later.');
  }
}

type Kept = Pick<Attachment, 'id' | 'hash'>;

/** What an attachment's bytes are called in the store: never the same for other bytes. */
export const keyOf = ({ id, hash }: Kept): string => `${id}.${hash}`;

/** The id that a key is of; null where it is no key. */
export function idOf(key: string): string | null {
  const [id] = key.split('.');
  return z.uuid().safeParse(id).success ? id : null;
}

/** SHA-256 in hexadecimal. */
export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps an attachment's bytes. Throws a Problem where the store cannot. */
export async function keep(store: AttachmentStore, attachment: Kept, bytes: Buffer): Promise<void> {
  try {
    await store.put(keyOf(attachment), bytes);
  } catch (error) {
    throw new StoreProblem(error);
  }
}

/** The bytes of an attachment. Throws a Problem where the store does not give them, or others: they prove nothing then. */
export async function readBack(store: AttachmentStore, attachment: Kept): Promise<Buffer> {
  try {
    const bytes = await store.read(keyOf(attachment));
    if (hashOf(bytes) !== attachment.hash) throw new Error(`${keyOf(attachment)} was altered in the store`);
    return bytes;
  } catch (error) {
    throw new StoreProblem(error);
  }
}
