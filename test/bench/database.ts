import type { Database } from '../../server/database/database.ts';
import { measure, type Clock, type Measured } from './measure.ts';
import { clockOf } from './server-clock.ts';
import { populationThreshold, type Problem } from './problem.ts';

/** A way to put the question to the database. */
interface Variant {
  name: string;
  /** A query of one column, `number`: the settlements to flag. */
  sql: string;
  settings: string[];
}

const people = `population > ${populationThreshold}`;

/** As one would write it. */
const notExists: Variant = {
  name: 'not exists',
  sql: `select number from bench.settlement
    where ${people} and not exists (select from bench.shape where st_covers(geometry, location))`,
  settings: ['max_parallel_workers_per_gather = 0'],
};

/** From the shapes to the settlements, so that each polygon is prepared once, and its box looked up in the index. */
const fromShapes = `select number from bench.settlement where ${people} and number not in (
    select s.number from bench.shape cross join lateral (
      select number from bench.settlement where location @ geometry and st_covers(geometry, location) offset 0) as s)`;

/** The same, only within the regions that a shape touches. */
const fromShapesByRegion = `select number from bench.settlement where ${people} and number not in (
    select s.number from bench.shape_by_region as r cross join lateral (
      select number from bench.settlement
      where region = r.region and location @ r.geometry and st_covers(r.geometry, location) offset 0) as s)`;

const joined = `select number from bench.settlement where ${people}
    except select s.number from bench.shape join bench.settlement as s on st_covers(geometry, s.location)`;

/** The same of settlements with enough people alone, which have an index of their own. */
const fromShapesToLarge = `select number from bench.settlement where ${people} and number not in (
    select s.number from bench.shape cross join lateral (
      select number from bench.settlement
      where ${people} and location @ geometry and st_covers(geometry, location) offset 0) as s)`;

// One process each: processor time is what is compared, and helpers only add to it.
const single = ['max_parallel_workers_per_gather = 0'];
const hashed = [...single, 'jit = off', "work_mem = '512MB'"];
const indexed = [...hashed, 'enable_seqscan = off'];
const scanned = [...hashed, 'enable_bitmapscan = off'];

const candidates: Variant[] = [
  { name: 'not exists, tuned', sql: notExists.sql, settings: indexed },
  { name: 'from shapes', sql: fromShapes, settings: hashed },
  { name: 'from shapes, index forced', sql: fromShapes, settings: scanned },
  { name: 'from shapes by region', sql: fromShapesByRegion, settings: hashed },
  { name: 'from shapes to large settlements', sql: fromShapesToLarge, settings: hashed },
  { name: 'from shapes to large settlements, index forced', sql: fromShapesToLarge, settings: scanned },
  { name: 'join and except', sql: joined, settings: hashed },
];

/** Writes the problem to tables of its own, with the indexes that help. */
export async function load(database: Database, { longitude, latitude, population, region, shapes }: Problem) {
  await unload(database);
  await database.query('create schema bench');
  await database.query(
    'create table bench.settlement (number int primary key, region text, population int, location geometry(Point, 4326))',
  );
  await database.query('create table bench.shape (number int primary key, geometry geometry(Polygon, 4326))');
  for (let from = 0; from < longitude.length; from += 50_000) {
    const to = Math.min(from + 50_000, longitude.length);
    await database.query(
      `insert into bench.settlement
       select number + $5, region, population, st_setsrid(st_makepoint(x, y), 4326)
       from unnest($1::float8[], $2::float8[], $3::int[], $4::text[]) with ordinality
         as row (x, y, population, region, number)`,
      [
        Array.from(longitude.subarray(from, to)),
        Array.from(latitude.subarray(from, to)),
        Array.from(population.subarray(from, to)),
        region.slice(from, to),
        from - 1,
      ],
    );
  }
  await database.query(
    `insert into bench.shape select number, st_setsrid(st_geomfromgeojson(json), 4326)
     from unnest($1::text[]) with ordinality as row (json, number)`,
    [shapes.map((shape) => JSON.stringify(shape))],
  );
  await database.query('create index on bench.settlement using gist (location)');
  await database.query(`create index on bench.settlement using gist (location) where ${people}`);
  await database.query('create index on bench.shape using gist (geometry)');
  // Each shape once for each region of which it may hold a settlement.
  await database.query(
    `create table bench.shape_by_region as
     select distinct s.region, shape.number, shape.geometry
     from bench.shape join bench.settlement as s on s.location @ shape.geometry`,
  );
  await database.query('vacuum analyze bench.settlement');
  await database.query('vacuum analyze bench.shape');
  await database.query('vacuum analyze bench.shape_by_region');
}

export async function unload(database: Database): Promise<void> {
  await database.query('drop schema if exists bench cascade');
}

export async function versionOf(database: Database): Promise<string> {
  const [{ server, postgis }] = await database.query<{ server: string; postgis: string }>(
    `select current_setting('server_version') as server, postgis_lib_version() as postgis`,
  );
  return `PostgreSQL ${server.split(' ')[0]}, PostGIS ${postgis}`;
}

/** Settles the plain statement. */
export const flagPlainly = (database: Database, runs: number) => run(database, notExists, runs);

/** Tries every variant once, and then the cheapest in earnest. */
export async function flagAtBest(database: Database, runs: number): Promise<Measured<Uint32Array> & { name: string }> {
  const clock = await clockOf(database);
  let best: { variant: Variant; cost: number } | undefined;
  for (const variant of [notExists, ...candidates]) {
    const limit = best && Math.max(4 * best.cost, 1000);
    const cost = await costOnce(database, variant, clock, limit);
    console.log(`  ${variant.name}: ${cost === null ? `given up after ${Math.round(limit!)}` : Math.round(cost)} ms`);
    if (cost !== null && (!best || cost < best.cost)) best = { variant, cost };
  }
  return { ...(await run(database, best!.variant, runs)), name: best!.variant.name };
}

/**
 * Milliseconds of processor (elapsed where it cannot be read), or null where the limit was passed: statement_timeout,
 * which the embedded database ignores.
 */
async function costOnce(database: Database, variant: Variant, clock: Clock, limit?: number): Promise<number | null> {
  try {
    const before = clock();
    const begun = performance.now();
    await count(database, limit === undefined ? variant : withLimit(variant, limit));
    const elapsed = performance.now() - begun;
    const after = clock();
    return before === null || after === null ? elapsed : after - before;
  } catch (error) {
    if ((error as { code?: string }).code === '57014') return null;
    throw error;
  }
}

const withLimit = (variant: Variant, limit: number): Variant => ({
  ...variant,
  settings: [...variant.settings, `statement_timeout = ${Math.ceil(limit)}`],
});

/** Times the statement as it counts its answer, so that no row is sent; then asks for the answer itself. */
async function run(database: Database, variant: Variant, runs: number): Promise<Measured<Uint32Array>> {
  const counted = await measure(runs, () => count(database, variant), await clockOf(database));
  const rows = await inSettings(
    database,
    variant,
    `select array_agg(number order by number) as numbers from (${variant.sql}) as found`,
  );
  const result = Uint32Array.from((rows[0].numbers as number[] | null) ?? []);
  if (result.length !== counted.result)
    throw new Error(`${variant.name} counted ${counted.result} of ${result.length}`);
  return { ...counted, result };
}

async function count(database: Database, variant: Variant): Promise<number> {
  const rows = await inSettings(database, variant, `select count(*) as count from (${variant.sql}) as found`);
  return rows[0].count as number;
}

const inSettings = (database: Database, { settings }: Variant, sql: string): Promise<Record<string, unknown>[]> =>
  database.transaction(async () => {
    for (const setting of settings) await database.query(`set local ${setting}`);
    return database.query(sql);
  });
