import { now } from '../store/clock.ts';

/** A day by the service's clock, so many days from today: `2026-11-22`. */
export function dayFromNow(days: number): string {
  const day = now();
  day.setDate(day.getDate() + days);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
