import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../changes/chain.ts';
import type { ShareLink } from './schema.ts';

type Signed = Pick<ShareLink, 'id' | 'address' | 'frozenOn' | 'expiresOn'>;

/** What opens a link: its id, and the HMAC-SHA-256 of everything that it grants. */
export function tokenOf({ id, address, frozenOn, expiresOn }: Signed, key: string): string {
  const signature = createHmac('sha256', key).update(canonicalJson({ id, address, frozenOn, expiresOn }));
  return `${id}.${signature.digest('base64url')}`;
}

/** The id that a token names, not yet checked; null where it is no token. */
export function idOf(token: string): string | null {
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/.exec(token)?.[1] ?? null;
}

/** Is this the token of the link? Takes as long for any that is not. */
export function opens(token: string, link: Signed, key: string): boolean {
  const expected = Buffer.from(tokenOf(link, key));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
