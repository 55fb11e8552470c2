import { createHash, randomBytes } from 'node:crypto';

/** A UUID of version 7: 48 bits of time in milliseconds, then chance (RFC 9562). */
export function identifier(now = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  return withHyphens(bytes);
}

/** A UUID of version 8 of the SHA-256 of a text (RFC 9562): the same text has the same in every database and run. */
export function identifierOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = 0x80 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  return withHyphens(bytes);
}

const withHyphens = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
