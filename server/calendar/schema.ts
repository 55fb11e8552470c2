import { z } from 'zod';

/** A calendar quarter, `2027-Q3`; sorts as text. */
export const Quarter = z.string().regex(/^(20\d\d)-Q[1-4]$/, 'a quarter such as 2027-Q3');
export type Quarter = z.infer<typeof Quarter>;

/** How long somebody has: so many days, of which all count or only working days. */
export const DayCount = z.object({ days: z.int().min(1).max(366), kind: z.enum(['calendar', 'working']) });
export type DayCount = z.infer<typeof DayCount>;

const Names = z.object({ kk: z.string(), ru: z.string(), en: z.string() });

/** The days off of a country, each with its source. */
export const HolidayCalendar = z.object({
  country: z.string(),
  /** Days of the week on which nobody works: 1 is Monday, 7 is Sunday. */
  weekend: z.array(z.int().min(1).max(7)),
  /** Why a holiday on a weekend moves to the next working day. */
  substitution: z.string(),
  /** Days of every year, `03-08`; those that are substituted give another day off where they fall on a weekend. */
  yearly: z.array(
    z.object({
      day: z.string().regex(/^\d\d-\d\d$/),
      names: Names,
      substituted: z.boolean(),
      firstYear: z.int().optional(),
      lastYear: z.int().optional(),
      citation: z.string(),
    }),
  ),
  /** Single days off that move from year to year; one that is expected has not been announced yet. */
  dated: z.array(z.object({ date: z.iso.date(), names: Names, expected: z.boolean(), citation: z.string() })),
});
export type HolidayCalendar = z.infer<typeof HolidayCalendar>;
