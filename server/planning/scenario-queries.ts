import type { Database } from '../database/database.ts';
import type { KeptSolution } from './compute.ts';
import type { PlanningInput } from './input.ts';
import type { ScenarioAnswer } from './answers/schema.ts';
import type { PlanRow, PlanSummary } from './plans/schema.ts';
import type { ProgressPoint, Scenario } from './scenarios/schema.ts';

const columns = (
  progress = 'progress',
) => `id, name, state, request, base_id as "baseId", question, asked_by as "askedBy",
  asked_at as "askedAt", started_at as "startedAt", finished_at as "finishedAt", input_hash as "inputHash", problems,
  ${progress} as progress, summary, answer, failure`;

type Row = Omit<Scenario, 'askedAt' | 'startedAt' | 'finishedAt'> & {
  askedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
};

const fromRow = ({ askedAt, startedAt, finishedAt, ...row }: Row): Scenario => ({
  ...row,
  askedAt: askedAt.toISOString(),
  startedAt: startedAt && startedAt.toISOString(),
  finishedAt: finishedAt && finishedAt.toISOString(),
});

/** Adds a scenario that is to be computed. */
export async function insertScenario(
  database: Database,
  scenario: Pick<
    Scenario,
    'id' | 'name' | 'request' | 'baseId' | 'question' | 'askedBy' | 'askedAt' | 'inputHash' | 'problems'
  >,
  input: string,
): Promise<void> {
  await database.query(
    `insert into planning_scenario (id, name, state, request, base_id, question, asked_by, asked_at, input, input_hash,
       problems, progress)
     values ($1, $2, 'queued', $3, $4, $5, $6, $7, $8, $9, $10, '[]')`,
    [
      scenario.id,
      scenario.name,
      JSON.stringify(scenario.request),
      scenario.baseId,
      scenario.question && JSON.stringify(scenario.question),
      scenario.askedBy,
      scenario.askedAt,
      input,
      scenario.inputHash,
      JSON.stringify(scenario.problems),
    ],
  );
}

/** The plans that were asked for, the newest first, without their curves; questions to them are not among them. */
export async function recentScenarios(database: Database, limit: number): Promise<Scenario[]> {
  const rows = await database.query<Row>(
    `select ${columns(`'[]'::jsonb`)}
     from planning_scenario
     where base_id is null
     order by asked_at desc, id
     limit $1`,
    [limit],
  );
  return rows.map(fromRow);
}

/** One scenario, or question to one. */
export async function scenarioById(database: Database, id: string): Promise<Scenario | undefined> {
  const rows = await database.query<Row>(`select ${columns()} from planning_scenario where id = $1`, [id]);
  return rows.map(fromRow).at(0);
}

/** The rows of a finished scenario, as JSON; undefined where it is not finished. */
export async function planRows(database: Database, id: string): Promise<PlanRow[] | undefined> {
  const [row] = await database.query<{ rows: string | null }>(
    'select plan_rows as rows from planning_scenario where id = $1',
    [id],
  );
  return row?.rows == null ? undefined : (JSON.parse(row.rows) as PlanRow[]);
}

/** What a scenario was made from, and what it came to, if it is finished. */
export async function scenarioInput(
  database: Database,
  id: string,
): Promise<{ input: PlanningInput; inputText: string; solution: KeptSolution | null } | undefined> {
  const [row] = await database.query<{ input: string; solution: string | null }>(
    'select input, solution from planning_scenario where id = $1',
    [id],
  );
  if (row === undefined) return undefined;
  const solution = row.solution === null ? null : (JSON.parse(row.solution) as KeptSolution);
  return { input: JSON.parse(row.input) as PlanningInput, inputText: row.input, solution };
}

/** Removes a scenario, and the questions to it. */
export async function deleteScenario(database: Database, id: string): Promise<void> {
  await database.query('delete from planning_scenario where id = $1', [id]);
}

/** Cancels what is not finished. */
export async function cancelScenario(database: Database, id: string, now: Date): Promise<void> {
  await database.query(
    `update planning_scenario
     set state = 'cancelled', finished_at = $2, leased_until = null
     where id = $1 and state in ('queued', 'running')`,
    [id, now],
  );
}

/**
 * Takes the next scenario that is to be computed: the first that waits, or that a process left which no longer lives.
 * Undefined where there is none, or another is being computed.
 */
export async function claimScenario(database: Database, now: Date, leasedUntil: Date): Promise<string | undefined> {
  const [row] = await database.query<{ id: string }>(
    `update planning_scenario
     set state = 'running', started_at = $1, leased_until = $2, progress = '[]'
     where id = (
       select id
       from planning_scenario
       where state = 'queued' or state = 'running' and (leased_until is null or leased_until < $1)
       order by asked_at, id
       limit 1
       for update skip locked)
       and not exists (select from planning_scenario where state = 'running' and leased_until >= $1)
     returning id`,
    [now, leasedUntil],
  );
  return row?.id;
}

/** Tells how far a scenario is; false where it was cancelled or removed meanwhile. */
export async function noteProgress(
  database: Database,
  id: string,
  progress: readonly ProgressPoint[],
  leasedUntil: Date,
): Promise<boolean> {
  const rows = await database.query(
    `update planning_scenario set progress = $2, leased_until = $3 where id = $1 and state = 'running' returning id`,
    [id, JSON.stringify(progress), leasedUntil],
  );
  return rows.length > 0;
}

/** Gives back a scenario that is not finished, for the next process to begin anew. */
export async function releaseScenario(database: Database, id: string): Promise<void> {
  await database.query(`update planning_scenario set leased_until = null where id = $1 and state = 'running'`, [id]);
}

/** Writes what a scenario came to. */
export async function finishScenario(
  database: Database,
  id: string,
  now: Date,
  progress: readonly ProgressPoint[],
  done: { rows: readonly PlanRow[]; summary: PlanSummary; answer: ScenarioAnswer | null; solution: KeptSolution },
): Promise<void> {
  await database.query(
    `update planning_scenario
     set state = 'done', finished_at = $2, leased_until = null, progress = $3, plan_rows = $4, summary = $5, answer = $6,
       solution = $7
     where id = $1 and state = 'running'`,
    [
      id,
      now,
      JSON.stringify(progress),
      JSON.stringify(done.rows),
      JSON.stringify(done.summary),
      done.answer && JSON.stringify(done.answer),
      JSON.stringify(done.solution),
    ],
  );
}

/** Notes why a scenario could not be computed. */
export async function failScenario(database: Database, id: string, now: Date, failure: string): Promise<void> {
  await database.query(
    `update planning_scenario
     set state = 'failed', finished_at = $2, leased_until = null, failure = $3
     where id = $1 and state = 'running'`,
    [id, now, failure],
  );
}
