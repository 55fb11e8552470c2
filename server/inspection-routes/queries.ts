import type { Database } from '../database/database.ts';
import type { RoutesQuery, Uncertain } from './schema.ts';

/** West, south, east, north in degrees. */
type Box = readonly [number, number, number, number];

/**
 * In which settlements within any of the boxes is it uncertain whether they are served? Those of as many residents as
 * asked for, or, `populationMissing`, of a number that nobody knows. One that was not assessed is unknown.
 */
export function uncertainWithin(
  database: Database,
  boxes: readonly Box[],
  { region, district, statuses, populationFrom, populationTo }: RoutesQuery,
  populationMissing: boolean,
): Promise<Uncertain[]> {
  return database.query(
    `select region_code as "regionCode", code, district_code as "districtCode",
       json_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en) as names,
       st_x(location) as longitude, st_y(location) as latitude, population, status, confidence
     from (
       select settlement.*, coalesce(status, 'unknown') as status, coalesce(confidence, 'none') as confidence
       from settlement
       left join assessment
         on assessment.region_code = settlement.region_code and assessment.settlement_code = settlement.code
     ) as assessed
     where confidence <> 'high'
       and exists (
         select from unnest($1::float8[], $2::float8[], $3::float8[], $4::float8[]) as box (west, south, east, north)
         where location && st_makeenvelope(west, south, east, north, 4326))
       and ($5::text is null or region_code = $5)
       and ($6::text is null or district_code = $6)
       and ($7::text[] is null or status = any($7))
       and case when $10 then population is null else population between $8 and $9 end
     order by region_code, code`,
    [
      ...[0, 1, 2, 3].map((side) => boxes.map((box) => box[side])),
      region ?? null,
      district ?? null,
      statuses ?? null,
      populationFrom,
      populationTo,
      populationMissing,
    ],
  );
}
