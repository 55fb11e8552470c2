import { z } from 'zod';
import { Quarter } from '../../calendar/schema.ts';
import { CalendarDate, SettlementKey } from '../../places/schema.ts';
import { PlanTechnology } from '../parameters/schema.ts';

/* What planners decided beforehand. */

/** What a pin says of a settlement: what is not named may be anything; `unserved` leaves it out of plans. */
export const PinChoice = z
  .object({
    operatorCode: z.string().min(1).nullable().default(null),
    technology: PlanTechnology.nullable().default(null),
    quarter: Quarter.nullable().default(null),
    unserved: z.boolean().default(false),
  })
  .refine(
    ({ operatorCode, technology, quarter, unserved }) =>
      unserved === (operatorCode === null && technology === null && quarter === null),
    'name an operator, a technology or a quarter, or else that the settlement stays unserved',
  );
export type PinChoice = z.infer<typeof PinChoice>;

export const PlanningPin = SettlementKey.extend({
  operatorCode: z.string().nullable(),
  technology: PlanTechnology.nullable(),
  quarter: Quarter.nullable(),
  unserved: z.boolean(),
  pinnedBy: z.string(),
  pinnedOn: CalendarDate,
  /** The sequence of the region's change that last wrote it. */
  version: z.int(),
});
export type PlanningPin = z.infer<typeof PlanningPin>;

/** Settlements that something is asked for. */
export const settlements = z.array(SettlementKey).min(1).max(20_000);

/** Pin settlements, those of a group alike, all in one action; a pin that stands is replaced. */
export const PinRequest = z.object({
  groups: z
    .array(z.object({ settlements, pin: PinChoice }))
    .min(1)
    .max(5_000),
});
export type PinRequest = z.infer<typeof PinRequest>;

export const UnpinRequest = z.object({ settlements });
export type UnpinRequest = z.infer<typeof UnpinRequest>;

/** The action of pinning or freeing that is taken back by who did it. */
export const PinUndo = z.object({ actionId: z.uuid() });
export type PinUndo = z.infer<typeof PinUndo>;

/** How many were pinned or freed; what does not exist, or had no pin, is left out. */
export const PinReply = z.object({ actionId: z.uuid().nullable(), done: z.array(PlanningPin) });
export type PinReply = z.infer<typeof PinReply>;
