import type { Database } from '../../server/database/database.ts';
import type { SourceKind } from '../../server/imports/schema.ts';
import type { Tally } from './tally.ts';

export interface Provenance {
  id: string;
  kind: SourceKind;
  dataset: string;
  fileName: string;
  fileHash: string;
  fileBytes: number;
  source: string;
  licence: string;
  dated: string | null;
  actor: string;
  loadedAt: string;
}

/** Notes that a file is being loaded, so that rows can point to it. */
export async function addImport(database: Database, about: Provenance): Promise<void> {
  await database.query(
    `insert into import (id, kind, dataset, file_name, file_hash, file_bytes, source, licence, dated,
       rows_read, added, changed, unchanged, removed, rejected, actor, loaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, 0, 0, 0, 0, $10, $11)`,
    [
      about.id,
      about.kind,
      about.dataset,
      about.fileName,
      about.fileHash,
      about.fileBytes,
      about.source,
      about.licence,
      about.dated,
      about.actor,
      about.loadedAt,
    ],
  );
}

/** Notes what became of the rows of a file. */
export async function countImport(database: Database, id: string, tally: Tally): Promise<void> {
  await database.query(
    `update import
     set rows_read = $2, added = $3, changed = $4, unchanged = $5, removed = $6, rejected = $7
     where id = $1`,
    [id, tally.rowsRead, tally.added, tally.changed, tally.unchanged, tally.removed, tally.rejected],
  );
}

/** Forgets a file that changed nothing. */
export async function removeImport(database: Database, id: string): Promise<void> {
  await database.query('delete from import where id = $1', [id]);
}
