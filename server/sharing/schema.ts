import { z } from 'zod';
import { ReasonCode } from '../assignments/schema.ts';
import { Quarter } from '../calendar/schema.ts';
import { SettlementFilter } from '../country/schema.ts';
import { CalendarDate, Names } from '../places/schema.ts';
import { Programme } from '../programmes/schema.ts';
import { Overdue, OverdueRow, ReportSettlement } from '../reports/schema.ts';

const address = z
  .string()
  .max(4000)
  .regex(/^\/(?![/\\])[^\s\\]*$/, 'an address within this installation, such as /?view=deputy');

export const Share = z.object({
  /** Made by whoever shares: shared again under it, since the reply was lost, it is one link. */
  id: z.uuid().optional(),
  address,
  /** Show the view as of this date, for ever; null shows it as it is. */
  frozenOn: CalendarDate.nullable().default(null),
  /** The last day on which the link opens. */
  expiresOn: CalendarDate,
});
export type Share = z.infer<typeof Share>;

export const ShareLink = Share.extend({
  id: z.uuid(),
  sharedBy: z.string(),
  sharedOn: CalendarDate,
  revokedOn: CalendarDate.nullable(),
});
export type ShareLink = z.infer<typeof ShareLink>;

/** A link with what opens it: `/api/shared/{token}` and what is below it. */
export const OwnShareLink = ShareLink.extend({ token: z.string() });
export type OwnShareLink = z.infer<typeof OwnShareLink>;

/** What the bearer of a link is told first. Nothing here or below is about people. */
export const SharedView = z.object({
  address: z.string(),
  frozenOn: CalendarDate.nullable(),
  expiresOn: CalendarDate,
  /** The date of everything that is shown. */
  asOf: CalendarDate,
  /** The state of what is shown: while it is the same text, nothing has changed. */
  state: z.string(),
  currentQuarter: Quarter,
  programme: Programme,
  regions: z.array(z.object({ code: z.string(), names: Names })),
  districts: z.array(z.object({ regionCode: z.string(), code: z.string(), names: Names })),
  operators: z.array(z.object({ code: z.string(), names: Names })),
});
export type SharedView = z.infer<typeof SharedView>;

/** A settlement as reports have it, which is without officers and costs. */
export const SharedSettlement = ReportSettlement;
export type SharedSettlement = ReportSettlement;

export const SharedPage = SettlementFilter.extend({
  cursor: z.coerce.number().int().min(0).default(0).describe('How many rows to pass over'),
  limit: z.coerce.number().int().min(1).max(20_000).default(1000),
});
export type SharedPage = z.infer<typeof SharedPage>;

/** Overdue, without the officer and with the cause as its code alone. */
export const SharedOverdue = Overdue.extend({
  rows: z.array(OverdueRow.omit({ responsibleOfficer: true, cause: true }).extend({ cause: ReasonCode.nullable() })),
});
export type SharedOverdue = z.infer<typeof SharedOverdue>;

export const SharedPlanQuery = z.object({
  region: z.string().optional(),
  district: z.string().optional(),
  operator: z.string().optional(),
});
