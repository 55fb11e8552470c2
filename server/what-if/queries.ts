import type { Database } from '../database/database.ts';
import type { SavedWhatIf } from './schema.ts';

/** Which datasets of evidence are there, and how many pieces has each? */
export function datasetsOfEvidence(database: Database): Promise<{ dataset: string; pieces: number }[]> {
  return database.query(
    'select dataset, count(distinct id) as pieces from evidence group by dataset order by pieces desc, dataset',
  );
}

/** Of which of these regions was evidence, or where it speaks, recorded after the sequences given? */
export async function regionsRecordedOf(database: Database, after: ReadonlyMap<string, number>): Promise<string[]> {
  const rows = await database.query<{ regionCode: string }>(
    `select distinct region_code as "regionCode"
     from change
     join unnest($1::text[], $2::bigint[]) as seen (region_code, last) using (region_code)
     where sequence > last and (verb = 'import' or exists (
       select from jsonb_array_elements(items) as item
       where item ->> 'entity' in ('region', 'place', 'settlement', 'evidence', 'challenge-claim')))`,
    [[...after.keys()], [...after.values()]],
  );
  return rows.map(({ regionCode }) => regionCode);
}

const columns = `id, name, supposed, found, saved_by as "savedBy", saved_by_name as "savedByName", saved_on as "savedOn"`;

/** Adds a what-if. */
export async function insertWhatIf(database: Database, saved: SavedWhatIf): Promise<void> {
  await database.query(
    `insert into what_if (id, name, supposed, found, saved_by, saved_by_name, saved_on)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      saved.id,
      saved.name,
      JSON.stringify(saved.supposed),
      JSON.stringify(saved.found),
      saved.savedBy,
      saved.savedByName,
      saved.savedOn,
    ],
  );
}

export async function whatIfById(database: Database, id: string): Promise<SavedWhatIf | undefined> {
  const [saved] = await database.query<SavedWhatIf>(`select ${columns} from what_if where id = $1`, [id]);
  return saved;
}

/** All that were saved, the newest first. */
export function savedWhatIfs(database: Database): Promise<SavedWhatIf[]> {
  return database.query(`select ${columns} from what_if order by saved_on desc, id desc`);
}

/** Throws a what-if away. */
export async function deleteWhatIf(database: Database, id: string): Promise<void> {
  await database.query('delete from what_if where id = $1', [id]);
}
