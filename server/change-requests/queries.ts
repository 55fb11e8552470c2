import type { AssignmentKey } from '../assignments/schema.ts';
import type { SettlementKey } from '../places/schema.ts';
import type { Database } from '../database/database.ts';
import type { ChangeRequest } from './schema.ts';

const columns = `region_code as "regionCode", id, settlement_code as code, number, operator_code as "operatorCode", party,
  asked_by as "askedBy", asked_on as "askedOn", changes,
  json_build_object('code', reason_code, 'text', reason_text) as reason, state, decided_by as "decidedBy",
  decided_on as "decidedOn", decision_text as "decisionText", version`;

/** The requests in a state, or in any; newest first; all operators', or one company's; of every assignment, or of one. */
export function changeRequests(
  database: Database,
  state: ChangeRequest['state'] | null,
  company: string | null,
  of: AssignmentKey | null = null,
): Promise<ChangeRequest[]> {
  return database.query(
    `select ${columns}
     from change_request
     where ($1::text is null or state = $1) and ($2::text is null or operator_code = $2)
       and ($3::text is null or (region_code = $3 and settlement_code = $4 and number = $5::integer))
     order by asked_on desc, id desc`,
    [state, company, of?.regionCode ?? null, of?.code ?? null, of?.number ?? null],
  );
}

/** These requests, where they exist. */
export function changeRequestsByIds(
  database: Database,
  keys: readonly { regionCode: string; id: string }[],
): Promise<ChangeRequest[]> {
  return database.query(
    `select ${columns}
     from change_request
     join unnest($1::text[], $2::uuid[]) as wanted (region_code, id) using (region_code, id)
     order by region_code, id`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.id)],
  );
}

/** The open requests about these settlements. */
export function openChangeRequests(database: Database, keys: readonly SettlementKey[]): Promise<ChangeRequest[]> {
  return database.query(
    `select ${columns}
     from change_request
     join unnest($1::text[], $2::text[]) as wanted (region_code, settlement_code) using (region_code, settlement_code)
     where state = 'open'`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.code)],
  );
}

/** Adds requests, or writes what was decided on them. */
export async function writeChangeRequests(database: Database, requests: readonly ChangeRequest[]): Promise<void> {
  await database.query(
    `insert into change_request (region_code, id, settlement_code, number, operator_code, party, asked_by, asked_on,
       changes, reason_code, reason_text, state, decided_by, decided_on, decision_text, version)
     select * from unnest($1::text[], $2::uuid[], $3::text[], $4::integer[], $5::text[], $6::text[], $7::text[],
       $8::date[], $9::jsonb[], $10::text[], $11::text[], $12::text[], $13::text[], $14::date[], $15::text[],
       $16::bigint[])
     on conflict (region_code, id) do update
     set state = excluded.state, decided_by = excluded.decided_by, decided_on = excluded.decided_on,
       decision_text = excluded.decision_text, version = excluded.version`,
    [
      requests.map((r) => r.regionCode),
      requests.map((r) => r.id),
      requests.map((r) => r.code),
      requests.map((r) => r.number),
      requests.map((r) => r.operatorCode),
      requests.map((r) => r.party),
      requests.map((r) => r.askedBy),
      requests.map((r) => r.askedOn),
      requests.map((r) => JSON.stringify(r.changes)),
      requests.map((r) => r.reason.code),
      requests.map((r) => r.reason.text),
      requests.map((r) => r.state),
      requests.map((r) => r.decidedBy),
      requests.map((r) => r.decidedOn),
      requests.map((r) => r.decisionText),
      requests.map((r) => r.version),
    ],
  );
}
