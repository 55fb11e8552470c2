// How contradictions are worded, in the language of the page.
import type { ContradictionRow } from '../../server/contradictions/schema.ts';
import { number, t } from '../i18n/index.ts';

/** A probability in per cent, never said to be certain. */
export function confidenceText(probability: number): string {
  const percent = Math.floor(probability * 1000 + 1e-9) / 10;
  return percent > 99.9
    ? t('measured.above', { percent: number(99.9) })
    : t('measured.percent', { percent: number(percent) });
}

/** Residents of a settlement, if they are known. */
export const residentsText = (population: number | null): string =>
  population === null ? t('population.missing') : t('population.people', { count: population });

/** A speed in Mbit/s, if it is known. */
export const downloadText = (speed: number | null): string =>
  speed === null ? t('service.unknown') : t('service.download', { download: number(speed) });

/** Where the settlement's details are, with all the evidence. */
export const placeAddress = ({ regionCode, code }: Pick<ContradictionRow, 'regionCode' | 'code'>): string =>
  `/map?place=${encodeURIComponent(regionCode)}:${encodeURIComponent(code)}`;

/** Where the claim is challenged. */
export const challengeAddress = ({ regionCode, code, claims }: ContradictionRow): string =>
  `/challenges/new?${new URLSearchParams({ region: regionCode, settlement: code, evidence: claims[0] })}`;

/** What would be otherwise, did the claims not count. */
export const withoutAddress = ({ claims }: ContradictionRow): string => `/what-if?evidence=${claims.join(',')}`;
