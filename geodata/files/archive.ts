import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { FileError } from './file-error.ts';
import { limits } from './limits.ts';

/** What the types of yauzl do not yet tell of its promises. */
type PromisedZip = ZipFile & {
  eachEntry(): AsyncIterable<Entry>;
  openReadStreamPromise(entry: Entry): Promise<Readable>;
};
const openZip = (yauzl as unknown as { openPromise(path: string, options: object): Promise<PromisedZip> }).openPromise;

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;

/**
 * The entries of a zip by name, sizes as declared. Nothing is inflated.
 * Throws FileError for a broken or truncated archive, and for a zip bomb.
 */
export async function listArchive(path: string): Promise<Entry[]> {
  return withArchive(path, async (_zip, entries) => entries);
}

/** One entry as a stream; what comes out is counted, and may not exceed what was declared. */
export async function entryStream(path: string, fileName: string): Promise<Readable> {
  const zip = await open(path, false);
  const entries = await readEntries(zip);
  const stream = await zip.openReadStreamPromise(entries.find((entry) => entry.fileName === fileName)!);
  stream.on('close', () => zip.close());
  return stream;
}

/** One entry, whole. Throws FileError where it is too large to hold or does not match its declared size. */
export async function entryBytes(path: string, fileName: string): Promise<Buffer> {
  return withArchive(path, async (zip, entries) => {
    const entry = entries.find((one) => one.fileName === fileName)!;
    if (entry.uncompressedSize > limits.heldBytes)
      throw new FileError(
        `${fileName} inflates to ${megabytes(entry.uncompressedSize)}; at most ${megabytes(limits.heldBytes)} can be read. Split it.`,
        { fault: 'too-large' },
      );
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    return Buffer.concat(parts);
  });
}

async function withArchive<T>(path: string, work: (zip: PromisedZip, entries: Entry[]) => Promise<T>): Promise<T> {
  const zip = await open(path, false);
  try {
    return await work(zip, await readEntries(zip));
  } catch (error) {
    throw broken(error);
  } finally {
    zip.close();
  }
}

async function open(path: string, autoClose: boolean): Promise<PromisedZip> {
  try {
    // validateEntrySizes: inflating stops as soon as more comes out than the directory declares.
    return await openZip(path, { autoClose, validateEntrySizes: true });
  } catch (error) {
    throw broken(error);
  }
}

async function readEntries(zip: PromisedZip): Promise<Entry[]> {
  if (zip.entryCount > limits.entries)
    throw new FileError(`The archive has ${zip.entryCount} entries; at most ${limits.entries} are read.`, {
      fault: 'too-large',
    });
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  const inflated = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (inflated > limits.inflatedBytes)
    throw new FileError(
      `The archive declares ${megabytes(inflated)} inflated; at most ${megabytes(limits.inflatedBytes)} are read. Nothing was inflated.`,
      { fault: 'too-large' },
    );
  for (const entry of entries) checkRatio(entry.fileName, entry.compressedSize, entry.uncompressedSize);
  return entries;
}

/** Throws FileError where so much comes out of so little that it can only be a zip bomb. */
export function checkRatio(name: string, compressed: number, inflated: number): void {
  if (inflated > limits.ratioFrom && inflated > compressed * limits.ratio)
    throw new FileError(
      `${name} inflates ${megabytes(inflated)} from ${compressed} bytes, more than ${limits.ratio} times: it looks like a zip bomb and was not read.`,
      { fault: 'too-large' },
    );
}

function broken(error: unknown): Error {
  if (error instanceof FileError) return error;
  return new FileError(
    `The archive is broken or cut short (${(error as Error).message}). Compress or copy the file again.`,
  );
}
