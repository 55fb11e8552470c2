import { z } from 'zod';
import { Profile } from '../assessment/schema.ts';
import { Quarter } from '../calendar/schema.ts';
import { Technology } from '../coverage/schema.ts';
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

/** The goal as pages work with it: of its profile what they ask, without norms and where they are from. */
export const ProgrammeInForce = Programme.extend({
  profile: Profile.pick({ code: true, version: true, names: true }).extend({
    /** Those that count as high-speed where they are fast enough. */
    technologies: z.array(Technology),
    /** What measurements must reach to speak, and with what confidence they do: see the profile's model. */
    measuring: z.object({
      tests: z.int(),
      devices: z.int(),
      accuracy: z.number(),
      bias: z.number(),
      supportAt: z.number(),
      contradictAt: z.number(),
    }),
  }),
  currentQuarter: Quarter,
  /** A raster base map, where the installation has one. */
  tileUrl: z.string().nullable(),
  tileAttribution: z.string().nullable(),
});
export type ProgrammeInForce = z.infer<typeof ProgrammeInForce>;
