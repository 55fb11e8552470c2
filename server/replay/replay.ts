import { findAltered } from '../changes/check.ts';
import type { Entity } from '../changes/schema.ts';
import { shapesByHash } from '../changes/shapes.ts';
import type { Database } from '../database/database.ts';
import { type Fold, foldRecord, type Row } from './fold.ts';
import { alteredShapes, insertRows, repairBoundaries, textRows } from './queries.ts';
import { columnsOf, replayed, shapesOf, tableOf } from './rows.ts';

/** Rows, and characters of them, that one statement writes. */
const rowsAtOnce = 1000;
const charactersAtOnce = 8_000_000;

/** Where the present tables and those that the record rebuilds part. */
export interface Difference {
  table: string;
  key: string;
  /** Null where the whole row is in one of the two alone. */
  column: string | null;
  present: string | null;
  rebuilt: string | null;
}

export type Replayed =
  | { altered: { regionCode: string; sequence: number } }
  | { alteredShape: string }
  | { difference: Difference }
  | { rows: Record<string, number>; others: Entity[] };

/**
 * Rebuilds the present tables from the record of changes in an empty, migrated database, and compares the two.
 * What is read is one state of the present database, whatever is written meanwhile.
 */
export function replay(database: Database, scratch: Database): Promise<Replayed> {
  return database.transaction(async () => {
    await database.query('set transaction isolation level repeatable read');
    const altered = await findAltered(database);
    if (altered !== null) return { altered };
    const [alteredShape] = await alteredShapes(database);
    if (alteredShape !== undefined) return { alteredShape };
    const fold = await foldRecord(database, null);
    for (const entity of replayed) await rebuild(database, scratch, fold, entity);
    const rows: Record<string, number> = {};
    for (const table of replayed.map(tableOf)) {
      const { difference, count } = await compare(database, scratch, table);
      if (difference !== null) return { difference };
      rows[table] = count;
    }
    return { rows, others: fold.entities().filter((entity) => !replayed.includes(entity)) };
  });
}

async function rebuild(database: Database, scratch: Database, fold: Fold, entity: Entity): Promise<void> {
  const table = tableOf(entity);
  const rows = fold.rowsOf(entity);
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const batch = rows.slice(from, from + rowsAtOnce);
    const shapes = await shapesByHash(database, batch.flatMap(shapesOf));
    const written = batch.map((row) => columnsOf(entity, row, shapes));
    const named = [...new Set(written.flatMap(Object.keys))];
    for (const texts of inPieces(written.map((row) => JSON.stringify(row)))) {
      await insertRows(scratch, table, named, texts);
    }
  }
  if (table === 'region' || table === 'place') {
    const crossing = rows.filter(({ crosses }: Row) => crosses === true);
    await repairBoundaries(
      scratch,
      table,
      crossing.map(({ code }) => String(code)),
    );
  }
}

/** The texts in runs of a size that one statement takes. */
function* inPieces(texts: readonly string[]): Generator<string[]> {
  let piece: string[] = [];
  let characters = 0;
  for (const text of texts) {
    if (piece.length > 0 && characters + text.length > charactersAtOnce) {
      yield piece;
      piece = [];
      characters = 0;
    }
    piece.push(text);
    characters += text.length;
  }
  if (piece.length > 0) yield piece;
}

async function compare(
  database: Database,
  scratch: Database,
  table: string,
): Promise<{ difference: Difference | null; count: number }> {
  const present = await textRows(database, table);
  const rebuilt = await textRows(scratch, table);
  const count = present.rows.size;
  for (const [key, cells] of present.rows) {
    const others = rebuilt.rows.get(key);
    if (others === undefined) {
      return { difference: { table, key, column: null, present: key, rebuilt: null }, count };
    }
    const at = cells.findIndex((cell, i) => cell !== others[i]);
    if (at >= 0) {
      const column = present.columns[at];
      return { difference: { table, key, column, present: cells[at], rebuilt: others[at] }, count };
    }
  }
  for (const key of rebuilt.rows.keys()) {
    if (!present.rows.has(key)) {
      return { difference: { table, key, column: null, present: null, rebuilt: key }, count };
    }
  }
  return { difference: null, count };
}
