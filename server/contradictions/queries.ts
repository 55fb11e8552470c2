import type { Contradiction, Measured } from '../assessment/schema.ts';
import type { Database } from '../database/database.ts';
import type { ContradictionRow, UnclaimedRow } from './schema.ts';

const place = `settlement.region_code as "regionCode", settlement.code, district_code as "districtCode",
  json_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en) as names, population,
  st_x(location) as longitude, st_y(location) as latitude, status, flagged, assessed_on as "assessedOn"`;

type Place = Omit<UnclaimedRow, 'measured'>;

/** Which claims do tests or inspections contradict, and where? Those of one company, or of all. */
export async function contradictionsOf(database: Database, company: string | null): Promise<ContradictionRow[]> {
  const rows = await database.query<Place & { contradictions: Contradiction[] }>(
    `select ${place}, contradictions
     from assessment
     join settlement
       on settlement.region_code = assessment.region_code and settlement.code = assessment.settlement_code
     where contradictions is not null
     order by settlement.region_code, settlement.code`,
  );
  return rows
    .flatMap(({ contradictions, ...where }) => contradictions.map((one) => ({ ...where, ...one })))
    .filter(({ operatorCode }) => company === null || operatorCode === company);
}

/** Where do tests show service that nobody claims? */
export async function unclaimedPlaces(database: Database): Promise<UnclaimedRow[]> {
  const rows = await database.query<Place & { measured: Measured[] }>(
    `select ${place}, measured
     from assessment
     join settlement
       on settlement.region_code = assessment.region_code and settlement.code = assessment.settlement_code
     where unclaimed
     order by settlement.region_code, settlement.code`,
  );
  return rows.map(({ measured, ...where }) => ({ ...where, measured: measured.toSorted(showingMost)[0] }));
}

const showingMost = (a: Measured, b: Measured) => b.meets - a.meets || b.reachesFloor - a.reachesFloor;
