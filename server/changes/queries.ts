import type { Database } from '../database/database.ts';
import { type Change, type HistoryEntry, undoableVerbs } from './schema.ts';

export interface ChainHead {
  regionCode: string;
  sequence: number;
  hash: string;
}

/** Gives every one of these regions a chain, beginning with `hash` where it has none. */
export async function openChains(database: Database, regionCodes: readonly string[], hash: string): Promise<void> {
  await database.query(
    `insert into chain (region_code, sequence, hash)
     select code, 0, $2 from unnest($1::text[]) as code
     order by code
     on conflict do nothing`,
    [regionCodes, hash],
  );
}

/** Where do these regions' chains end? Locks them, in one order, until the transaction ends. */
export function lockChains(database: Database, regionCodes: readonly string[]): Promise<ChainHead[]> {
  return database.query<ChainHead>(
    `select region_code as "regionCode", sequence, hash
     from chain
     where region_code = any($1)
     order by region_code
     for update`,
    [regionCodes],
  );
}

/** Moves the ends of chains on. */
export async function moveChains(database: Database, heads: readonly ChainHead[]): Promise<void> {
  await database.query(
    `update chain
     set sequence = moved.sequence, hash = moved.hash
     from unnest($1::text[], $2::bigint[], $3::text[]) as moved (region_code, sequence, hash)
     where chain.region_code = moved.region_code`,
    [heads.map((h) => h.regionCode), heads.map((h) => h.sequence), heads.map((h) => h.hash)],
  );
}

/** Adds changes to the record. */
export async function insertChanges(database: Database, changes: readonly Change[]): Promise<void> {
  await database.query(
    `insert into change (region_code, sequence, action_id, made_at, actor, verb, undoes, items, previous_hash, hash)
     select * from unnest($1::text[], $2::bigint[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[],
       $7::uuid[], $8::jsonb[], $9::text[], $10::text[])`,
    [
      changes.map((c) => c.regionCode),
      changes.map((c) => c.sequence),
      changes.map((c) => c.actionId),
      changes.map((c) => c.madeAt),
      changes.map((c) => c.actor),
      changes.map((c) => c.verb),
      changes.map((c) => c.undoes),
      changes.map((c) => JSON.stringify(c.items)),
      changes.map((c) => c.previousHash),
      changes.map((c) => c.hash),
    ],
  );
}

const columns = `region_code as "regionCode", sequence, action_id as "actionId", made_at as "madeAt", actor, verb, undoes, items,
  previous_hash as "previousHash", hash`;

type Row = Omit<Change, 'madeAt'> & { madeAt: Date };

const fromRow = (row: Row): Change => ({ ...row, madeAt: row.madeAt.toISOString() });

/** What has been recorded of these regions after the sequences given? Oldest first. */
export async function changesAfter(database: Database, after: ReadonlyMap<string, number>): Promise<Change[]> {
  const rows = await database.query<Row>(
    `select ${columns}
     from change
     join unnest($1::text[], $2::bigint[]) as seen (region_code, last) using (region_code)
     where sequence > last
     order by made_at, region_code, sequence`,
    [[...after.keys()], [...after.values()]],
  );
  return rows.map(fromRow);
}

/** What is recorded of one region after a sequence? Oldest first, at most so many. */
export async function changesOfRegion(
  database: Database,
  regionCode: string,
  after: number,
  limit: number,
): Promise<Change[]> {
  const rows = await database.query<Row>(
    `select ${columns}
     from change
     where region_code = $1 and sequence > $2
     order by sequence
     limit $3`,
    [regionCode, after, limit],
  );
  return rows.map(fromRow);
}

/** Where a reader of the whole record stands: at the last change that was read. */
export type RecordPlace = Pick<Change, 'madeAt' | 'regionCode' | 'sequence'>;

/** What was recorded before a time (null: all), after a place (null: from the beginning)? Oldest first, at most so many. */
export async function changesBefore(
  database: Database,
  time: string | null,
  after: RecordPlace | null,
  limit: number,
): Promise<Change[]> {
  const rows = await database.query<Row>(
    `select ${columns}
     from change
     where ($1::timestamptz is null or made_at < $1)
       and ($2::timestamptz is null or (made_at, region_code, sequence) > ($2, $3::text, $4::bigint))
     order by made_at, region_code, sequence
     limit $5`,
    [time, after?.madeAt ?? null, after?.regionCode ?? null, after?.sequence ?? null, limit],
  );
  return rows.map(fromRow);
}

/** What did this action do, in all regions? */
export async function changesOfAction(database: Database, actionId: string): Promise<Change[]> {
  const rows = await database.query<Row>(
    `select ${columns} from change where action_id = $1 order by region_code, sequence`,
    [actionId],
  );
  return rows.map(fromRow);
}

/** Where do all chains end? */
export function chainHeads(database: Database): Promise<ChainHead[]> {
  return database.query<ChainHead>(
    'select region_code as "regionCode", sequence, hash from chain order by region_code',
  );
}

/** Where did all chains end so many seconds ago? */
export function chainHeadsBefore(
  database: Database,
  seconds: number,
): Promise<Pick<ChainHead, 'regionCode' | 'sequence'>[]> {
  return database.query(
    `select region_code as "regionCode", coalesce(earlier.sequence, 0) as sequence
     from chain
     left join lateral (
       select sequence
       from change
       where change.region_code = chain.region_code and made_at < now() - make_interval(secs => $1)
       order by sequence desc
       limit 1
     ) as earlier on true
     order by region_code`,
    [seconds],
  );
}

/** The newest actions that touched a settlement: who did what and when. What the ministry only weighs is none of them. */
export async function changesOfSettlement(
  database: Database,
  regionCode: string,
  code: string,
  limit: number,
): Promise<Change[]> {
  const rows = await database.query<Row>(
    `select ${columns}
     from change
     where region_code = $1 and verb not in ('pin', 'unpin')
       and (items @> jsonb_build_array(jsonb_build_object('key', jsonb_build_object('code', $2::text)))
         or items @> jsonb_build_array(jsonb_build_object('key', jsonb_build_object('settlementCode', $2::text))))
     order by sequence desc
     limit $3`,
    [regionCode, code, limit],
  );
  return rows.map(fromRow);
}

/** The latest actions, newest first; an action can be undone by who did it, once. */
export async function recentActions(
  database: Database,
  actor: string,
  before: string | null,
  limit: number,
): Promise<HistoryEntry[]> {
  const rows = await database.query<Omit<HistoryEntry, 'madeAt'> & { madeAt: Date }>(
    `select action_id as "actionId", max(made_at) as "madeAt", min(actor) as actor, min(verb) as verb,
       sum((
         select count(distinct coalesce(item->'key'->>'settlementCode', item->'key'->>'code'))
         from jsonb_array_elements(items) as item
         where item->'key'->>'regionCode' is not null
       )) as settlements,
       min(actor) = $1 and min(verb) = any($4)
         and not exists (select from change as later where later.undoes = change.action_id) as undoable
     from change
     where $2::timestamptz is null or made_at < $2
     group by action_id
     order by max(made_at) desc, action_id
     limit $3`,
    [actor, before, limit, undoableVerbs],
  );
  return rows.map((row) => ({ ...row, settlements: Number(row.settlements), madeAt: row.madeAt.toISOString() }));
}
