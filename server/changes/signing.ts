import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { keepValue } from '../accounts/queries.ts';
import { canonicalJson } from './chain.ts';
import type { Database } from '../database/database.ts';

/** SHA-256, in hexadecimal, over a value's canonical JSON. */
export const jsonHash = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** The Ed25519 key of this installation: made at its first use, kept in its database. */
export async function signingKey(database: Database): Promise<KeyObject> {
  const fresh = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  return createPrivateKey(await keepValue(database, 'signing-key', String(fresh)));
}

const publicOf = (key: KeyObject): KeyObject => (key.type === 'private' ? createPublicKey(key) : key);

const spki = (key: KeyObject): Buffer => publicOf(key).export({ type: 'spki', format: 'der' });

/** A public key in base64 of its SPKI form, as signed files carry it. */
export const publicText = (key: KeyObject): string => spki(key).toString('base64');

export const publicPem = (key: KeyObject): string => String(publicOf(key).export({ type: 'spki', format: 'pem' }));

/** SHA-256 of a public key: short enough to read out. */
export const fingerprint = (key: KeyObject): string => createHash('sha256').update(spki(key)).digest('hex');

/** Reads a public key from PEM or from base64 of its SPKI form. Throws where it is neither. */
export function readPublicKey(text: string): KeyObject {
  return text.includes('-----')
    ? createPublicKey(text)
    : createPublicKey({ key: Buffer.from(text.trim(), 'base64'), format: 'der', type: 'spki' });
}

/** An Ed25519 signature over a text, in base64. */
export const signText = (key: KeyObject, text: string): string => sign(null, Buffer.from(text), key).toString('base64');

/**
 * Is this a signature over the text by the key that comes with it? Base64 is held to its one exact form: its
 * readers pass over letters that do not belong, and an altered file would be taken for whole.
 */
export function isSigned(text: string, { signature, publicKey }: { signature: string; publicKey: string }): boolean {
  const bytes = Buffer.from(signature, 'base64');
  try {
    const key = readPublicKey(publicKey);
    const exact = bytes.toString('base64') === signature && publicText(key) === publicKey;
    return exact && verify(null, Buffer.from(text), key, bytes);
  } catch {
    return false;
  }
}
