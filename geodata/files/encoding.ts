import { StringDecoder } from 'node:string_decoder';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import type { Bytes } from './bytes.ts';
import { FileError } from './file-error.ts';

/** How the bytes of a text file are to be read. */
export interface Encoding {
  /** As iconv-lite names it. */
  name: string;
  /** Whether the last line is closed by a line break. */
  endsWithLineBreak: boolean;
}

const sampleBytes = 64 * 1024;

/**
 * Detects the encoding from the whole file, so that one foreign letter in its
 * last line counts: a byte order mark, else UTF-8 where every byte agrees, else
 * what the bytes outside ASCII look like.
 */
export async function detectEncoding(bytes: Bytes): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let mark: string | null = null;
  let zeros = [0, 0];
  let position = 0;
  let foreign = Buffer.alloc(0);
  let last: Buffer = Buffer.alloc(0);

  for await (const chunk of textErrors(await bytes.stream())) {
    if (position === 0) mark = byteOrderMark(chunk);
    if (mark === null) {
      if (position === 0) zeros = countZeros(chunk);
      if (isUtf8) isUtf8 = decodes(utf8, chunk);
      if (foreign.length < sampleBytes) foreign = Buffer.concat([foreign, linesWithForeignBytes(chunk)]);
    }
    position += chunk.length;
    last = chunk.length >= 4 ? chunk.subarray(-4) : Buffer.concat([last, chunk]).subarray(-4);
  }
  if (isUtf8) isUtf8 = decodes(utf8, undefined);

  const name = mark ?? utf16(zeros) ?? (isUtf8 ? 'utf-8' : guess(foreign.subarray(0, sampleBytes)));
  return { name, endsWithLineBreak: /[\r\n]$/.test(iconv.decode(last, name)) };
}

function byteOrderMark(chunk: Buffer): string | null {
  if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) return 'utf-8';
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  return null;
}

/** Zero bytes at even and at odd places among the first thousand. */
function countZeros(chunk: Buffer): [number, number] {
  const counts: [number, number] = [0, 0];
  for (let at = 0; at < Math.min(1000, chunk.length); at += 1) if (chunk[at] === 0) counts[at % 2] += 1;
  return counts;
}

/** UTF-16 without a mark gives itself away by the zeros beside each digit and delimiter; text has none otherwise. */
function utf16([even, odd]: number[]): string | null {
  if (even === 0 && odd === 0) return null;
  if (even > 0 && odd > 0)
    throw new FileError('This is a binary file of a kind that is not known here.', { fault: 'other-form' });
  return odd > 0 ? 'utf-16le' : 'utf-16be';
}

function decodes(decoder: TextDecoder, chunk: Buffer | undefined): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

function linesWithForeignBytes(chunk: Buffer): Buffer {
  const lines = chunk.toString('latin1').split('\n');
  // eslint-disable-next-line no-control-regex
  return Buffer.from(lines.filter((line) => /[^\x00-\x7f]/.test(line)).join('\n'), 'latin1');
}

function guess(foreign: Buffer): string {
  const found = chardet.detect(foreign);
  // Of the one-byte alphabets, this country's files use Windows-1251; western names for it are misreadings.
  const name =
    found === null || /^(windows-125[0-8]|ISO-8859-\d+|mac|Shift|Big5|EUC|GB)/i.test(found) ? 'windows-1251' : found;
  if (!iconv.encodingExists(name))
    throw new FileError(`The encoding ${name} is not known. Save the file as UTF-8.`, {
      fault: 'encoding',
      value: name,
    });
  return name.toLowerCase();
}

/** The text of a file, decoded, chunk by chunk; without the byte order mark. */
export async function* decodedText(
  bytes: Bytes,
  encoding: string,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<string> {
  // Node's own decoder is several times faster where it knows the encoding.
  const native = encoding === 'utf-8' ? 'utf8' : encoding === 'utf-16le' ? 'utf16le' : null;
  const decoder = native === null ? iconv.getDecoder(encoding) : new StringDecoder(native);
  let first = true;
  for await (const chunk of textErrors(await bytes.stream(onBytes))) {
    let text = decoder.write(chunk);
    if (first && text.length > 0) {
      first = false;
      if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    }
    if (text.length > 0) yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

/** The stream's chunks, with what zlib says of a damaged file put into words. */
async function* textErrors(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* stream;
  } catch (error) {
    if (error instanceof FileError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('Z_') || /invalid|too many bytes|not enough bytes|unexpected/i.test(message))
      throw new FileError(`The compressed file is broken or cut short (${message}). Compress or copy it again.`);
    throw error;
  }
}
