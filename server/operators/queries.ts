import type { Database } from '../database/database.ts';
import type { Operator } from './schema.ts';

/** Which operators are there? */
export function allOperators(database: Database): Promise<Operator[]> {
  return database.query(
    `select code, json_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en) as names,
       quarterly_capacity as "quarterlyCapacity"
     from operator
     order by code`,
  );
}

/** Adds an operator, or writes what is now known of it. */
export async function writeOperator(database: Database, operator: Operator): Promise<void> {
  await database.query(
    `insert into operator (code, name_kk, name_ru, name_en, quarterly_capacity)
     values ($1, $2, $3, $4, $5)
     on conflict (code) do update
     set name_kk = excluded.name_kk, name_ru = excluded.name_ru, name_en = excluded.name_en,
       quarterly_capacity = excluded.quarterly_capacity`,
    [operator.code, operator.names.kk, operator.names.ru, operator.names.en, operator.quarterlyCapacity],
  );
}
