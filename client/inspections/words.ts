import type { PlacedStart } from '../../server/inspection-routes/schema.ts';
import { nameOf, number, t } from '../i18n/index.ts';

/** `7:05` is seven hours and five minutes. */
export function clock(minutes: number): string {
  const whole = Math.round(minutes);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export const kilometres = (value: number): string =>
  t('routes.kilometres', { distance: number(value, value < 10 ? 1 : 0) });

export const startName = ({ names, latitude, longitude }: PlacedStart): string =>
  names === null ? `${number(latitude, 4)}, ${number(longitude, 4)}` : nameOf(names);

/** Residents resolved for each kilometre; of a route that goes nowhere there is none. */
export const perKilometre = ({ resolves, kilometres: distance }: { resolves: number; kilometres: number }): string =>
  distance < 0.05 ? '–' : number(resolves / distance, 1);
