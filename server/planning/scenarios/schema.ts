import { z } from 'zod';
import { BulkReply } from '../../assignments/schema.ts';
import { SettlementKey } from '../../places/schema.ts';
import { settlements } from '../pins/schema.ts';
import { PlanProblem, PlanRequest } from '../requests/schema.ts';
import { PlanSummary, RowDifference } from '../plans/schema.ts';
import { ScenarioAnswer, ScenarioQuestion } from '../answers/schema.ts';

/* Plans that are or were computed, and what is made of them. */

export const ScenarioState = z.enum(['queued', 'running', 'done', 'cancelled', 'failed']);
export type ScenarioState = z.infer<typeof ScenarioState>;

/** A point of the curve while it is computed. Money in tenge; person-months where the objective is service. */
export const ProgressPoint = z.object({
  phase: z.enum(['prices', 'plan']),
  /** Of the phase, 0 to 1. */
  done: z.number(),
  /** Seconds since it began. */
  seconds: z.number(),
  /** No plan costs less; null before the first. */
  bound: z.number().nullable(),
  /** Of the best plan yet; null before the first. */
  cost: z.number().nullable(),
  gapPercent: z.number().nullable(),
});
export type ProgressPoint = z.infer<typeof ProgressPoint>;

/** A plan that is or was computed, without its rows. */
export const Scenario = z.object({
  id: z.uuid(),
  name: z.string(),
  state: ScenarioState,
  request: PlanRequest,
  /** The scenario that a question was put to, and the question; null for a plan by itself. */
  baseId: z.uuid().nullable(),
  question: ScenarioQuestion.nullable(),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  /** SHA-256 of all that the plan was made from: equal hashes give equal plans. */
  inputHash: z.string(),
  /** What was found wrong with the input, warnings alone. */
  problems: z.array(PlanProblem),
  /** The curve so far, at most some 200 points. */
  progress: z.array(ProgressPoint),
  summary: PlanSummary.nullable(),
  answer: ScenarioAnswer.nullable(),
  /** Why it failed, for the log and the curious. */
  failure: z.string().nullable(),
});
export type Scenario = z.infer<typeof Scenario>;

export const ScenarioKey = z.object({ id: z.uuid() });
export const ScenarioFilter = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A settlement of a scenario. */
export const ScenarioSettlementKey = ScenarioKey.extend(SettlementKey.shape);

/** Rows of a scenario, those of one region or all. */
export const RowsQuery = z.object({ region: z.string().optional() });

export const ComparisonQuery = z.object({
  ids: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid()).min(2).max(4))
    .describe('Two to four scenarios, by commas'),
});

/** Scenarios side by side: their figures, and against the first how many settlements differ, and which. */
export const ScenarioComparison = z.object({
  scenarios: z.array(Scenario.pick({ id: true, name: true, state: true, request: true, summary: true })),
  differences: z.array(
    z.object({
      id: z.uuid(),
      served: z.int(),
      operator: z.int(),
      technology: z.int(),
      quarter: z.int(),
      parent: z.int(),
      /** At most 500, those of most residents first. */
      rows: z.array(RowDifference),
    }),
  ),
});
export type ScenarioComparison = z.infer<typeof ScenarioComparison>;

/** Make assignments in draft of what a scenario plans: all of it, or of these settlements. */
export const AdoptRequest = z.object({
  settlements: settlements.nullable().default(null),
  responsibleOfficer: z.string().max(200).default(''),
});
export type AdoptRequest = z.infer<typeof AdoptRequest>;

/** What became of each, undone as one action; `skipped` had nothing to assign, or was not in the scenario. */
export const AdoptReply = BulkReply.extend({ skipped: z.array(SettlementKey) });
export type AdoptReply = z.infer<typeof AdoptReply>;
