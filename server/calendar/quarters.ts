import { addDays } from './days.ts';
import type { Quarter } from './schema.ts';

/** The place of a quarter in the sequence of all quarters: year × 4 + quarter − 1. */
export function quarterNumber(quarter: Quarter): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
}

/** The quarter at a place in the sequence. */
export function quarterAt(number: number): Quarter {
  return `${Math.floor(number / 4)}-Q${(number % 4) + 1}`;
}

/** The quarter that a date, `2026-11-22`, lies in. */
export function quarterOf(date: string): Quarter {
  return quarterAt(Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3));
}

/** Quarters from one to another, both included. */
export function quartersBetween(first: Quarter, last: Quarter): Quarter[] {
  const start = quarterNumber(first);
  return Array.from({ length: Math.max(0, quarterNumber(last) - start + 1) }, (_, i) => quarterAt(start + i));
}

/** The first day of a quarter, `2027-07-01`. */
export const firstDayOf = (quarter: Quarter): string =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`;

/** The last day of a quarter, `2027-09-30`. */
export const lastDayOf = (quarter: Quarter): string => addDays(firstDayOf(quarterAt(quarterNumber(quarter) + 1)), -1);
