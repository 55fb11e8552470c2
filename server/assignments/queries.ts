import type { Database } from '../database/database.ts';
import type { SettlementKey } from '../places/schema.ts';
import type { Candidate } from './rules.ts';
import type { Assignment, AssignmentKey, Stage } from './schema.ts';

const columns = `region_code as "regionCode", settlement_code as code, number, operator_code as "operatorCode", technology,
  start_quarter as "startQuarter", finish_quarter as "finishQuarter", cost_tenge as "costTenge",
  subsidy_tenge as "subsidyTenge", responsible_officer as "responsibleOfficer", stage,
  case when reason_code is not null then json_build_object('code', reason_code, 'text', reason_text) end as reason,
  counter, proposed_on as "proposedOn", answer_due_on as "answerDueOn", escalated_on as "escalatedOn",
  escalated_to as "escalatedTo", version`;

/** All assignments, or one company's, in the order that columns have them. */
export function allAssignments(database: Database, company: string | null): Promise<Assignment[]> {
  return database.query(
    `select ${columns}
     from assignment
     where $1::text is null or operator_code = $1
     order by region_code, settlement_code, number`,
    [company],
  );
}

/** The assignments in these stages: all of them, or one company's. */
export function assignmentsInStages(
  database: Database,
  stages: readonly Stage[],
  company: string | null,
): Promise<Assignment[]> {
  return database.query(
    `select ${columns}
     from assignment
     where stage = any($1) and ($2::text is null or operator_code = $2)
     order by region_code, settlement_code, number`,
    [stages, company],
  );
}

/** The assignments of these settlements: all of them, or one company's. */
export function assignmentsOf(
  database: Database,
  keys: readonly SettlementKey[],
  company: string | null,
): Promise<Assignment[]> {
  return database.query(
    `select ${columns}
     from assignment
     join unnest($1::text[], $2::text[]) as wanted (region_code, settlement_code) using (region_code, settlement_code)
     where $3::text is null or operator_code = $3
     order by region_code, settlement_code, number`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.code), company],
  );
}

/** What is known of these settlements that an assignment depends on, but for the assignments themselves. */
export function candidates(
  database: Database,
  keys: readonly SettlementKey[],
): Promise<(SettlementKey & Omit<Candidate, 'assignments'>)[]> {
  return database.query(
    `select settlement.region_code as "regionCode", settlement.code, population, status,
       coalesce(flagged, false) as flagged
     from settlement
     join unnest($1::text[], $2::text[]) as wanted (region_code, code) using (region_code, code)
     left join assessment
       on assessment.region_code = settlement.region_code and assessment.settlement_code = settlement.code`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.code)],
  );
}

/** How many active assignments of these operators finish in each quarter? */
export function finishingCounts(
  database: Database,
  operatorCodes: readonly string[],
): Promise<{ operatorCode: string; quarter: string; count: number }[]> {
  return database.query(
    `select operator_code as "operatorCode", finish_quarter as quarter, count(*) as count
     from assignment
     where operator_code = any($1) and stage not in ('declined', 'cancelled')
     group by operator_code, finish_quarter`,
    [operatorCodes],
  );
}

/** Makes those who plan for these operators wait for each other: capacity is counted across regions. */
export async function lockOperators(database: Database, operatorCodes: readonly string[]): Promise<void> {
  await database.query(
    `select pg_advisory_xact_lock(hashtext(code)) from (select unnest($1::text[]) as code order by code) as ordered`,
    [operatorCodes],
  );
}

/** Adds assignments, or writes those that exist. */
export async function writeAssignments(database: Database, assignments: readonly Assignment[]): Promise<void> {
  await database.query(
    `insert into assignment (region_code, settlement_code, number, operator_code, technology, start_quarter,
       finish_quarter, cost_tenge, subsidy_tenge, responsible_officer, stage, version, reason_code, reason_text, counter,
       proposed_on, answer_due_on, escalated_on, escalated_to)
     select * from unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::bigint[], $9::bigint[], $10::text[], $11::text[], $12::bigint[], $13::text[], $14::text[], $15::jsonb[],
       $16::date[], $17::date[], $18::date[], $19::text[])
     on conflict (region_code, settlement_code, number) do update
     set operator_code = excluded.operator_code, technology = excluded.technology,
       start_quarter = excluded.start_quarter, finish_quarter = excluded.finish_quarter,
       cost_tenge = excluded.cost_tenge, subsidy_tenge = excluded.subsidy_tenge,
       responsible_officer = excluded.responsible_officer, stage = excluded.stage, version = excluded.version,
       reason_code = excluded.reason_code, reason_text = excluded.reason_text, counter = excluded.counter,
       proposed_on = excluded.proposed_on, answer_due_on = excluded.answer_due_on,
       escalated_on = excluded.escalated_on, escalated_to = excluded.escalated_to`,
    [
      assignments.map((a) => a.regionCode),
      assignments.map((a) => a.code),
      assignments.map((a) => a.number),
      assignments.map((a) => a.operatorCode),
      assignments.map((a) => a.technology),
      assignments.map((a) => a.startQuarter),
      assignments.map((a) => a.finishQuarter),
      assignments.map((a) => a.costTenge),
      assignments.map((a) => a.subsidyTenge),
      assignments.map((a) => a.responsibleOfficer),
      assignments.map((a) => a.stage),
      assignments.map((a) => a.version),
      assignments.map((a) => a.reason?.code),
      assignments.map((a) => a.reason?.text),
      assignments.map((a) => a.counter && JSON.stringify(a.counter)),
      assignments.map((a) => a.proposedOn),
      assignments.map((a) => a.answerDueOn),
      assignments.map((a) => a.escalatedOn),
      assignments.map((a) => a.escalatedTo),
    ],
  );
}

/** Removes assignments. */
export async function deleteAssignments(database: Database, keys: readonly AssignmentKey[]): Promise<void> {
  await database.query(
    `delete from assignment
     using unnest($1::text[], $2::text[], $3::integer[]) as gone (region_code, settlement_code, number)
     where assignment.region_code = gone.region_code
       and assignment.settlement_code = gone.settlement_code
       and assignment.number = gone.number`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.code), keys.map((key) => key.number)],
  );
}
