import type { DayCount } from '../calendar/schema.ts';
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

/** What an operator has a time for: to answer a schedule, to rebut a challenge. */
export type Clock = 'approval' | 'challenge';

const untilSet: Readonly<Record<Clock, DayCount>> = {
  approval: { days: 7, kind: 'calendar' },
  challenge: { days: 10, kind: 'working' },
};

/** How long has an operator, where nothing else is said? */
export async function clockOf(database: Database, clock: Clock): Promise<DayCount> {
  const [set] = await database.query<DayCount>(
    `select ${clock}_days as days, ${clock}_days_kind as kind from programme order by code limit 1`,
  );
  return set ?? untilSet[clock];
}

/** Sets how long an operator has from now on. */
export async function writeClock(
  database: Database,
  programmeCode: string,
  clock: Clock,
  { days, kind }: DayCount,
): Promise<void> {
  await database.query(`update programme set ${clock}_days = $2, ${clock}_days_kind = $3 where code = $1`, [
    programmeCode,
    days,
    kind,
  ]);
}
