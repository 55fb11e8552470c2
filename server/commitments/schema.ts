import { z } from 'zod';
import { Assignment } from '../assignments/schema.ts';
import { Standing } from '../construction/schema.ts';
import { CalendarDate, Names } from '../places/schema.ts';

/** What is left to the page of each: amounts of money alone would be a sixth of the list. */
const particulars = { costTenge: true, subsidyTenge: true, responsibleOfficer: true, proposedOn: true } as const;

/** What the list tells of one commitment, beside the company whose all of them are. */
const fields = {
  /** Index into places. */
  place: z.int(),
  nameKk: z.string(),
  /** Empty where it is the same as the Kazakh name. */
  nameRu: z.string(),
  /** Empty where it is the same as the Russian name. */
  nameEn: z.string(),
  /** Residents; null is unknown. */
  population: z.int().nullable(),
  ...Assignment.omit({ regionCode: true, operatorCode: true, ...particulars }).shape,
  /** Days to the last day of answering, negative when past; null where no answer is waited for. */
  daysLeft: z.int().nullable(),
  workingDaysLeft: z.int().nullable(),
  /** The last day to finish, with the days on which the clock stood still; null before it is agreed. */
  deadline: CalendarDate.nullable(),
  standing: Standing.nullable(),
};

type Columns = { [Name in keyof typeof fields]: z.ZodArray<(typeof fields)[Name]> };
const columns = Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, z.array(shape)])) as Columns;

/** One company's commitments as columns, which a slow line carries in half the bytes. Row i of each is commitment i. */
export const Commitments = z.object({
  operatorCode: z.string(),
  asOf: CalendarDate,
  regions: z.array(z.object({ code: z.string(), names: Names })),
  /** The districts that they lie in, each with its index into regions; null where the district is not known. */
  places: z.array(z.object({ region: z.int(), code: z.string().nullable(), names: Names.nullable() })),
  columns: z.object(columns),
});
export type Commitments = z.infer<typeof Commitments>;
export type CommitmentColumns = Commitments['columns'];

/** A calendar that follows the deadlines of a company, by an address that is secret. */
export const CalendarFeed = z.object({ id: z.uuid(), madeBy: z.string(), madeOn: CalendarDate });
export type CalendarFeed = z.infer<typeof CalendarFeed>;

/** A feed with what opens it, told once: `/api/calendar/{token}.ics`. */
export const NewCalendarFeed = CalendarFeed.extend({ token: z.string() });
export type NewCalendarFeed = z.infer<typeof NewCalendarFeed>;
