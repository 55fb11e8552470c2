import type { Database } from '../database/database.ts';
import type { LoadedImport } from './schema.ts';

/** Which files were loaded? Newest first. */
export async function loadedImports(database: Database): Promise<LoadedImport[]> {
  const rows = await database.query<Omit<LoadedImport, 'loadedAt'> & { loadedAt: Date }>(
    `select id, kind, dataset, file_name as "fileName", file_hash as "fileHash", file_bytes as "fileBytes", source,
       licence, dated, rows_read as "rowsRead", added, changed, unchanged, removed, rejected, actor,
       loaded_at as "loadedAt"
     from import
     order by loaded_at desc, id
     limit 500`,
  );
  return rows.map((row) => ({ ...row, loadedAt: row.loadedAt.toISOString() }));
}
