import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** OWASP's recommendation for scrypt: N = 2^17, r = 8, p = 1, which takes 128 MiB. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const saltLength = 16;
const keyLength = 32;

/** The shortest password that is accepted. */
export const shortestPassword = 12;

/** `scrypt$N$r$p$salt$key`, salt and key in base64. */
const written = (salt: Buffer, key: Buffer): string =>
  ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');

/** Of no password: to be checked where there is no account, so that both take as long. */
export const nobodysHash = written(Buffer.alloc(saltLength), Buffer.alloc(keyLength));

/** What is kept of a password. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltLength);
  return written(salt, await derive(password.normalize('NFKC'), salt, keyLength, cost));
}

/** Is this the password that the hash was made of? */
export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt, key] = hash.split('$');
  const expected = Buffer.from(key, 'base64');
  const parameters = { N: Number(N), r: Number(r), p: Number(p), maxmem: cost.maxmem };
  const actual = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64'), expected.length, parameters);
  return timingSafeEqual(actual, expected);
}
