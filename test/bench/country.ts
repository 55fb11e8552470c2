import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { all, assess } from '../../server/assessment/assess.ts';
import {
  assessmentPages,
  evidencePages,
  regionsWithSettlements,
  settlementPages,
  upheldClaims,
} from '../../server/assessment/queries.ts';
import { assessRegion } from '../../server/assessment/region.ts';
import { CountryReader } from '../../server/country/columns.ts';
import { liveParts } from '../../server/country/queries.ts';
import { settlementBlock } from '../../server/country/table/queries.ts';
import { readTable } from '../../server/country/table/read.ts';
import { textCode, textDistrict, textEnglish, textKazakh, textRussian } from '../../server/country/table/row-texts.ts';
import { notAssessed, type SettlementTable, statuses } from '../../server/country/table/table.ts';
import { type Database, openDatabase } from '../../server/database/database.ts';
import { migrate } from '../../server/database/migrate.ts';
import { namesShown } from '../../server/places/name-columns.ts';
import { currentProgramme } from '../../server/programmes/queries.ts';
import { today } from '../country.ts';
import { ownDatabase } from '../database.ts';
import { largeCountry } from '../large-country.ts';
import { versionOf } from './database.ts';
import { measure, ownClock } from './measure.ts';
import { rowOf, rowOfFigures, type Row, type Take } from './row.ts';
import { clockOf } from './server-clock.ts';
import { compareTiles } from './tiles/tiles.ts';
import { askWhatIfs } from './what-if-asked.ts';

const size = 650_000;

/** All that takes a whole country in the product's own tables: written to a database of its own beside that of the bench. */
export async function compareCountry(take: Take): Promise<void> {
  const own = await ownDatabase();
  const url = own.settings.DATABASE_URL!;
  const database = await openDatabase({ url });
  try {
    await migrate(database);
    console.log(`Writing a country of ${size.toLocaleString('en')} settlements to PostgreSQL`);
    await largeCountry(database, size);
    await compareCountryOf(database, url, take);
  } finally {
    await database.close();
    await own.drop();
  }
}

/** The same on a database that has the country. */
export async function compareCountryOf(database: Database, url: string, take: Take): Promise<void> {
  await take([await compareReading(database)]);
  await take(await compareBytes(database));
  await take([await compareDelay(database)]);
  await take(await askWhatIfs(database, size, '650k'));
  await compareTiles(database, url, take);
}

interface CountryRow {
  texts: string[];
  population: number | null;
  longitude: number;
  latitude: number;
  status: string | null;
  flagged: boolean | null;
}

/**
 * All settlements read from the database, as one row of binary a region against a row each. What is compared is the table
 * that is made of the former; putting it in order, which is done in a thread and the same of rows, counts for neither.
 */
async function compareReading(database: Database): Promise<Row> {
  // The pool has opened no second connection: this one is asked for its time, and it does the work.
  const serverClock = await clockOf(database);
  const clock = () => {
    const server = serverClock();
    return server === null ? null : server + ownClock()!;
  };
  const regionCodes = await regionsWithSettlements(database);
  const ours = await measure(
    3,
    async () => {
      for (const regionCode of regionCodes) await settlementBlock(database, regionCode);
    },
    clock,
  );
  const begun = performance.now();
  const table = await readTable(database, today);
  console.log(`  with all that the table has, in order: ${(performance.now() - begun).toFixed(0)} ms`);
  const theirs = await measure(
    3,
    () =>
      database.query<CountryRow>(
        `select array[code, coalesce(district_code, ''), name_kk, name_ru, name_en] as texts, population,
           st_x(location) as longitude, st_y(location) as latitude, status, flagged
         from settlement left join assessment on assessment.region_code = settlement.region_code
           and assessment.settlement_code = settlement.code
         order by settlement.region_code, code collate "C"`,
      ),
    clock,
  );
  sameCountry(table, theirs.result);
  const about = {
    id: 'start-650k-rows',
    work: 'all settlements with names and statuses from the database into memory',
    size: table.size,
  };
  return rowOf({ ...about, peer: 'node-pg, a row each', peerVersion: await versionOf(database) }, ours, theirs);
}

/** Throws where a row of the table is another than the database's. */
function sameCountry(table: SettlementTable, rows: readonly CountryRow[]): void {
  const texts = [textCode, textDistrict, textKazakh, textRussian, textEnglish];
  rows.forEach((row, i) => {
    const at = table.byKey[i];
    const status = row.status === null ? notAssessed : statuses.indexOf(row.status as (typeof statuses)[number]);
    const same =
      table.longitude[at] === row.longitude &&
      table.latitude[at] === row.latitude &&
      table.population[at] === (row.population ?? -1) &&
      table.status[at] === status &&
      (table.flagged[at] === 1) === (row.flagged ?? false) &&
      texts.every((text, place) => table.texts.at(table.text[at] + text) === row.texts[place]);
    if (!same) throw new Error(`Settlement ${row.texts[0]} is another in the table`);
  });
  if (table.size !== rows.length) throw new Error(`The table has ${table.size} settlements, not ${rows.length}`);
}

/** What goes over the line, compressed: the country as columns against GeoJSON; an edit against the country. */
async function compareBytes(database: Database): Promise<Row[]> {
  const reader = new CountryReader(database);
  const { columns, names, namesHash, keys } = await reader.read(await reader.cursor());
  const weigh = (value: unknown) =>
    brotliCompressSync(JSON.stringify(value), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
  const ours = weigh(columns) + weigh(namesShown(namesHash, 'kk', names));
  const rows = await database.query<{ longitude: number; latitude: number; properties: object }>(
    `select st_x(location) as longitude, st_y(location) as latitude,
       json_build_object('region', region_code, 'code', code, 'district', district_code, 'name', name_kk,
         'population', population) as properties
     from settlement order by region_code, code`,
  );
  const features = rows.map(({ longitude, latitude, properties }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [Number(longitude.toFixed(4)), Number(latitude.toFixed(4))] },
    properties,
  }));
  const theirs = weigh({ type: 'FeatureCollection', features });
  const edit = weigh(await liveParts(database, keys.slice(0, 1)));
  return [
    rowOfFigures(
      {
        id: 'columns-650k-bytes',
        work: 'places and names of the country, brotli',
        size,
        peer: 'GeoJSON',
        peerVersion: 'RFC 7946',
      },
      ours,
      theirs,
      'bytes',
    ),
    rowOfFigures(
      {
        id: 'delta-650k-bytes',
        work: 'one edited settlement to a page that has the country',
        size,
        peer: 'the columns again',
        peerVersion: '1',
      },
      edit,
      ours,
      'bytes',
    ),
  ];
}

/** How long a request may wait while all is assessed anew, against one region of it on the main thread. */
async function compareDelay(database: Database): Promise<Row> {
  const longestWhile = async (work: () => Promise<unknown>) => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    await setTimeout(50);
    delay.enable();
    await work();
    delay.disable();
    return delay.max / 1e6;
  };
  const programme = (await currentProgramme(database))!;
  const idle = await longestWhile(() => setTimeout(3000));
  // Another threshold of people: every region is read, assessed and written.
  await database.query('update programme set population_threshold = 300');
  const ours = await longestWhile(() => assess(database, { type: 'country' }, today));
  await database.query('update programme set population_threshold = $1', [programme.populationThreshold]);
  await assess(database, { type: 'country' }, today);
  const [regionCode] = await regionsWithSettlements(database);
  const given = {
    settlements: await all(settlementPages(database, regionCode)),
    evidence: await all(evidencePages(database, regionCode)),
    upheld: await upheldClaims(database, regionCode),
    before: await all(assessmentPages(database, regionCode)),
  };
  const theirs = await longestWhile(async () => {
    await setTimeout(50);
    assessRegion({ ...given, settings: { ...programme, asOf: today } });
    await setTimeout(50);
  });
  console.log(`  the longest delay of an idle event loop in three seconds: ${idle.toFixed(1)} ms`);
  const work = 'the longest that anything waits while the country is assessed and written';
  return rowOfFigures(
    { id: 'delay-650k-assessment', work, size, peer: 'one region on the main thread', peerVersion: '1' },
    ours,
    theirs,
    'ms',
  );
}
