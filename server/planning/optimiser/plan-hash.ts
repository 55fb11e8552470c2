import { createHash } from 'node:crypto';
import type { Plan } from './model.ts';

/** Names a plan by what it says: SHA-256 of links and quarters, in hexadecimal. */
export function planHash({ link, quarter }: Plan): string {
  return createHash('sha256').update(link).update(quarter).digest('hex');
}
