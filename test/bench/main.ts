// npm run bench [-- --json FILE]: the engine, the tiles and the reading of a country against their peers, each named
// with its version, in one run; every answer is compared. DATABASE_URL names the PostgreSQL with PostGIS. From Debian
// come GEOS (libgeos-dev), nginx (nginx-light) and MapServer (cgi-mapserver, mapserver-bin): what is missing is told of
// and has no row.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../server/database/database.ts';
import { compareCountry } from './country.ts';
import { compare } from './flag.ts';
import { compareWithGeos } from './geos.ts';
import { compareLarge } from './large.ts';
import { compareSizes } from './many.ts';
import { compareNearest } from './nearest.ts';
import { generateProblem, generateShapes } from './problem.ts';
import { print, type Row, type Take } from './row.ts';
import { compareRoutes } from './inspection-routes.ts';
import { compareStarts } from './start.ts';
import { compareWhatIf } from './what-if.ts';
import { askWhatIfsOf } from './what-if-asked.ts';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const rows: Row[] = [];

const take: Take = async (found) => {
  for (const row of found) print(row);
  rows.push(...found);
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`);
};

const shapes = generateShapes();
const large = generateProblem(650_000, shapes);

const embedded = await openDatabase();
try {
  await embedded.query('create extension if not exists postgis');
  const options = { peer: 'PGlite', best: 'flag-6500-pglite', plain: null, runs: 5 };
  await take(await compare(embedded, generateProblem(6_500, shapes), options));
} finally {
  await embedded.close();
}

await take(await compareWithGeos(large));

const url = process.env.DATABASE_URL;
if (url === undefined || url === '') console.log('DATABASE_URL names no PostgreSQL: it is not compared.');
else {
  const database = await openDatabase({ url });
  try {
    await database.query('create extension if not exists postgis');
    for (const [problem, name] of [
      [generateProblem(6_500, shapes), '6500'],
      [large, '650k'],
    ] as const) {
      const ids = { best: `flag-${name}-postgis-best`, plain: `flag-${name}-postgis-not-exists` };
      await take(await compare(database, problem, { peer: 'PostGIS', ...ids, runs: 3, edits: name === '650k' }));
    }
    await take(await compareNearest(database));
    await take(await compareLarge(database));
  } finally {
    await database.close();
  }
}

await take(await compareSizes());
await take([await compareWhatIf(6_500, '6500', shapes), await compareWhatIf(650_000, '650k', shapes)]);
await take(await compareStarts());
if (url !== undefined && url !== '') {
  await take(await askWhatIfsOf(6_500));
  await compareCountry(take);
}
await take(await compareRoutes());
