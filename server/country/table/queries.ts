import type { Database } from '../../database/database.ts';

/** The settlements of a region as columns of big-endian binary, in the order of their codes. */
export interface SettlementBlock {
  settlements: number;
  /** Eight bytes each: degrees. */
  longitude: Buffer;
  latitude: Buffer;
  /** Four bytes each; -1 is unknown. */
  population: Buffer;
  /** Lengths in bytes, four bytes each: of the code, the district's code and the names in Kazakh, Russian, English. */
  lengths: Buffer;
  /** Those texts, one after another. */
  texts: Buffer;
  /** A byte each. */
  statuses: Buffer;
}

const lengthOf = (text: string) => `int4send(octet_length(${text}))`;
const joined = (bytes: string) => `coalesce(string_agg(${bytes}, ''::bytea), ''::bytea)`;

/** A letter for what was found: that of the status, as a capital where the settlement is flagged; - is not assessed. */
const letter = `convert_to(coalesce(case when flagged then upper(left(status, 3)) else left(status, 3) end, '---'), 'UTF8')`;

/** All settlements of a region in one row, which is read several times as fast as a row each. */
export async function settlementBlock(database: Database, regionCode: string): Promise<SettlementBlock> {
  const [block] = await database.query<SettlementBlock>(
    `select count(*) as settlements,
       ${joined('float8send(st_x(location))')} as longitude,
       ${joined('float8send(st_y(location))')} as latitude,
       ${joined('int4send(coalesce(population, -1))')} as population,
       ${joined(['code', "coalesce(district_code, '')", 'name_kk', 'name_ru', 'name_en'].map(lengthOf).join(' || '))}
         as lengths,
       ${joined("convert_to(code || coalesce(district_code, '') || name_kk || name_ru || name_en, 'UTF8')")} as texts,
       ${joined(letter)} as statuses
     from (
       select code, district_code, name_kk, name_ru, name_en, population, location, status, flagged
       from settlement
       left join assessment
         on assessment.region_code = settlement.region_code and assessment.settlement_code = settlement.code
       where settlement.region_code = $1
       order by code collate "C"
     ) as ordered`,
    [regionCode],
  );
  return block;
}

/** What was found of each settlement of a region, three letters each, in the order of their codes. */
export async function statusBlock(database: Database, regionCode: string): Promise<Buffer> {
  const [{ statuses }] = await database.query<{ statuses: Buffer }>(
    `select ${joined(letter)} as statuses
     from (
       select status, flagged
       from settlement
       left join assessment
         on assessment.region_code = settlement.region_code and assessment.settlement_code = settlement.code
       where settlement.region_code = $1
       order by code collate "C"
     ) as ordered`,
    [regionCode],
  );
  return statuses;
}

/** The assignments of a region as columns of texts, in the order of their settlements' codes. */
export interface AssignmentBlock {
  codes: string[];
  numbers: number[];
  operatorCodes: string[];
  stages: string[];
  finishQuarters: string[];
}

export async function assignmentBlock(database: Database, regionCode: string): Promise<AssignmentBlock> {
  const [block] = await database.query<AssignmentBlock>(
    `select coalesce(json_agg(settlement_code), '[]') as codes, coalesce(json_agg(number), '[]') as numbers,
       coalesce(json_agg(operator_code), '[]') as "operatorCodes", coalesce(json_agg(stage), '[]') as stages,
       coalesce(json_agg(finish_quarter), '[]') as "finishQuarters"
     from (
       select settlement_code, number, operator_code, stage, finish_quarter
       from assignment
       where region_code = $1
       order by settlement_code collate "C", number
     ) as ordered`,
    [regionCode],
  );
  return block;
}
