import type { Database } from '../database/database.ts';
import type { Programme } from './schema.ts';

/** The programme in force, or none where no country has been set up. */
export async function currentProgramme(database: Database): Promise<Programme | undefined> {
  const [programme] = await database.query<Programme>(
    `select code, json_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en) as names,
       population_threshold as "populationThreshold", profile, target_date as "targetDate", generated
     from programme
     order by code
     limit 1`,
  );
  return programme;
}

/** Makes this the programme in force. */
export async function replaceProgramme(database: Database, programme: Programme): Promise<void> {
  await database.query('delete from programme where code <> $1', [programme.code]);
  await database.query(
    `insert into programme (code, name_kk, name_ru, name_en, population_threshold, profile, target_date, generated)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (code) do update
     set name_kk = excluded.name_kk, name_ru = excluded.name_ru, name_en = excluded.name_en,
       population_threshold = excluded.population_threshold, profile = excluded.profile,
       target_date = excluded.target_date, generated = excluded.generated`,
    [
      programme.code,
      programme.names.kk,
      programme.names.ru,
      programme.names.en,
      programme.populationThreshold,
      JSON.stringify(programme.profile),
      programme.targetDate,
      programme.generated,
    ],
  );
}
