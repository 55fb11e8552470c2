import { z } from 'zod';
import { Profile } from '../assessment/schema.ts';
import { CalendarDate, Names } from '../places/schema.ts';

/** The goal in force. */
export const Programme = z.object({
  code: z.string().min(1),
  names: Names,
  /** A settlement counts with strictly more residents than this. */
  populationThreshold: z.int().min(0),
  profile: Profile,
  targetDate: CalendarDate.nullable(),
  /** The country was generated: every screen says so. */
  generated: z.boolean(),
});
export type Programme = z.infer<typeof Programme>;
