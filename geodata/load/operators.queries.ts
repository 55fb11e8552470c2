import type { Database } from '../../server/database/database.ts';

/** Adds operators by code; their name is the same in every language until somebody writes the others. */
export async function addOperators(database: Database, rows: readonly { code: string; name: string }[]): Promise<void> {
  await database.query(
    `insert into operator (code, name_kk, name_ru, name_en)
     select code, name, name, name from unnest($1::text[], $2::text[]) as row (code, name)`,
    [rows.map((r) => r.code), rows.map((r) => r.name)],
  );
}
