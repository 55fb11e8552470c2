import type { Database } from '../database/database.ts';
import type {
  Challenge,
  ChallengeClaim,
  ChallengeFilter,
  ChallengeKey,
  ChallengeStatement,
  EvidenceAt,
} from './schema.ts';

const columns = `region_code as "regionCode", number, operator_code as "operatorCode", party, raised_by as "raisedBy",
  raised_by_name as "raisedByName", raised_on as "raisedOn", due_on as "dueOn", answer, answered_on as "answeredOn",
  outcome, decided_on as "decidedOn", version`;

/** Adds a challenge, or writes what has become of it. */
export async function writeChallenge(database: Database, challenge: Challenge): Promise<void> {
  await database.query(
    `insert into challenge (region_code, number, operator_code, party, raised_by, raised_by_name, raised_on, due_on,
       answer, answered_on, outcome, decided_on, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (region_code, number) do update
     set answer = excluded.answer, answered_on = excluded.answered_on, outcome = excluded.outcome,
       decided_on = excluded.decided_on, version = excluded.version`,
    [
      challenge.regionCode,
      challenge.number,
      challenge.operatorCode,
      challenge.party,
      challenge.raisedBy,
      challenge.raisedByName,
      challenge.raisedOn,
      challenge.dueOn,
      challenge.answer,
      challenge.answeredOn,
      challenge.outcome,
      challenge.decidedOn,
      challenge.version,
    ],
  );
}

/** Adds what a challenge disputes, or writes what was decided of it. */
export async function writeClaims(
  database: Database,
  { regionCode, number }: ChallengeKey,
  claims: readonly ChallengeClaim[],
): Promise<void> {
  await database.query(
    `insert into challenge_claim (region_code, challenge_number, settlement_code, evidence_id, claim, outcome)
     select $1, $2, * from unnest($3::text[], $4::uuid[], $5::jsonb[], $6::text[])
     on conflict (region_code, challenge_number, settlement_code, evidence_id) do update
     set outcome = excluded.outcome`,
    [
      regionCode,
      number,
      claims.map((c) => c.settlementCode),
      claims.map((c) => c.evidenceId),
      claims.map((c) => JSON.stringify(c.claim)),
      claims.map((c) => c.outcome),
    ],
  );
}

/** Adds what a side says. */
export async function insertStatement(
  database: Database,
  key: ChallengeKey,
  statement: ChallengeStatement,
): Promise<void> {
  await database.query(
    `insert into challenge_statement (region_code, challenge_number, number, step, text, tests, evidence, attachments,
       written_by, written_by_name, written_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      key.regionCode,
      key.number,
      statement.number,
      statement.step,
      statement.text,
      JSON.stringify(statement.tests),
      JSON.stringify(statement.evidence),
      JSON.stringify(statement.attachments),
      statement.writtenBy,
      statement.writtenByName,
      statement.writtenOn,
    ],
  );
}

/** One challenge, if this company (null: anyone) may see it. */
export async function challengeByKey(
  database: Database,
  key: ChallengeKey,
  company: string | null,
): Promise<Challenge | undefined> {
  const [challenge] = await database.query<Challenge>(
    `select ${columns}
     from challenge
     where region_code = $1 and number = $2 and ($3::text is null or operator_code = $3)`,
    [key.regionCode, key.number, company],
  );
  return challenge;
}

/** Where a challenge stands in the list: what waits by its term, then what was decided, the latest first. */
const rank = `case when outcome is null then due_on - date '1970-01-01' else 1000000 - (decided_on - date '1970-01-01') end`;

export type RankedChallenge = Challenge & { rank: number };

/** Which challenges match, of those that this company (null: anyone) may see? */
export function challengesMatching(
  database: Database,
  filter: ChallengeFilter,
  company: string | null,
  today: string,
): Promise<RankedChallenge[]> {
  const [, last = null, regionCode = null, number = null] = /^(-?\d+)~(.+)~(\d+)$/.exec(filter.cursor ?? '') ?? [];
  return database.query(
    `select ${columns}, ${rank} as rank
     from challenge
     where ($1::text is null or region_code = $1)
       and ($2::text is null or exists (
         select from challenge_claim
         where challenge_claim.region_code = challenge.region_code and challenge_number = number
           and settlement_code = $2))
       and ($3::text is null or operator_code = $3) and ($4::text is null or operator_code = $4)
       and ($5::text is null
         or $5 = coalesce(outcome, answer, case when due_on < $6::date then 'undefended' else 'open' end))
       and ($7::integer is null or (${rank}, region_code, number) > ($7, $8::text, $9::bigint))
     order by ${rank}, region_code, number
     limit $10`,
    [
      filter.region ?? null,
      filter.settlement ?? null,
      filter.operator ?? null,
      company,
      filter.state ?? null,
      today,
      last,
      regionCode,
      number,
      filter.limit,
    ],
  );
}

const byKey = (key: ChallengeKey) => `${key.regionCode} ${key.number}`;

function grouped<Row>(rows: readonly (Row & { key: string })[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const { key, ...row } of rows) groups.set(key, [...(groups.get(key) ?? []), row as Row]);
  return groups;
}

/** What do these challenges dispute? In the order of settlements. */
export async function claimsOf(
  database: Database,
  keys: readonly ChallengeKey[],
): Promise<(key: ChallengeKey) => ChallengeClaim[]> {
  const rows = await database.query<ChallengeClaim & { key: string }>(
    `select concat_ws(' ', region_code, challenge_number) as key, settlement_code as "settlementCode",
       evidence_id as "evidenceId", claim, outcome
     from challenge_claim
     join unnest($1::text[], $2::bigint[]) as wanted (region_code, challenge_number)
       using (region_code, challenge_number)
     order by region_code, challenge_number, settlement_code, evidence_id`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.number)],
  );
  const claims = grouped<ChallengeClaim>(rows);
  return (key) => claims.get(byKey(key)) ?? [];
}

/** What was said in these challenges? In the order in which it was. */
export async function statementsOf(
  database: Database,
  keys: readonly ChallengeKey[],
): Promise<(key: ChallengeKey) => ChallengeStatement[]> {
  const rows = await database.query<ChallengeStatement & { key: string }>(
    `select concat_ws(' ', region_code, challenge_number) as key, statement.number, step, text, tests, evidence,
       attachments, written_by as "writtenBy", written_by_name as "writtenByName", written_on as "writtenOn"
     from challenge_statement as statement
     join unnest($1::text[], $2::bigint[]) as wanted (region_code, challenge_number)
       using (region_code, challenge_number)
     order by region_code, challenge_number, statement.number`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.number)],
  );
  const statements = grouped<ChallengeStatement>(rows);
  return (key) => statements.get(byKey(key)) ?? [];
}

/** Is there another than this person who may decide challenges? */
export async function canAnotherDecide(database: Database, login: string): Promise<boolean> {
  const [{ found }] = await database.query<{ found: boolean }>(
    `select exists (select from account where role in ('planner', 'administrator') and login <> $1) as found`,
    [login],
  );
  return found;
}

/** In which challenges that stand or were decided were these claims disputed before, and what was decided? */
export function challengesOfClaims(
  database: Database,
  regionCode: string,
  claims: readonly EvidenceAt[],
): Promise<(EvidenceAt & ChallengeKey & Pick<ChallengeClaim, 'outcome'>)[]> {
  return database.query(
    `select region_code as "regionCode", challenge_number as number, settlement_code as "settlementCode",
       evidence_id as "evidenceId", challenge_claim.outcome
     from challenge_claim
     join unnest($2::text[], $3::uuid[]) as wanted (settlement_code, evidence_id) using (settlement_code, evidence_id)
     join challenge using (region_code)
     where region_code = $1 and challenge.number = challenge_number and challenge.outcome is distinct from 'retracted'
     order by challenge_number`,
    [regionCode, claims.map((claim) => claim.settlementCode), claims.map((claim) => claim.evidenceId)],
  );
}
