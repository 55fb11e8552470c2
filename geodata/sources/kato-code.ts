import type { PlaceLevel } from '../../server/places/schema.ts';

/** A code of the KATO classifier: nine digits, 2 + 2 + 2 + 3. */
export const isKato = (code: string) => /^\d{9}$/.test(code);

/** The code of the region that a KATO code lies in; null where it is no KATO code. */
export function regionOfKato(code: string): string | null {
  return isKato(code) ? `${code.slice(0, 2)}0000000` : null;
}

export function levelOfKato(code: string): PlaceLevel {
  if (code.endsWith('0000000')) return 'region';
  if (code.endsWith('00000')) return 'district';
  return code.endsWith('000') ? 'okrug' : 'settlement';
}

/** The codes above this one, the nearest first; not all of them need to exist. */
export function ancestorsOfKato(code: string): string[] {
  const above = [`${code.slice(0, 6)}000`, `${code.slice(0, 4)}00000`, `${code.slice(0, 2)}0000000`];
  return above.filter((one, at) => one !== code && above.indexOf(one) === at);
}
