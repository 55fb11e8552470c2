// npm run bench [-- --json FILE]: the engine against PostGIS (where DATABASE_URL names one) and PGlite, and the time to start.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../server/database/database.ts';
import { backtest } from './backtest.ts';
import { compare } from './flag.ts';
import { generateProblem, generateShapes } from './problem.ts';
import { print, type Row } from './row.ts';
import { compareStarts } from './start.ts';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const rows: Row[] = [];
const shapes = generateShapes();

const embedded = await openDatabase();
try {
  await embedded.query('create extension if not exists postgis');
  const small = generateProblem(6_500, shapes);
  const options = { peer: 'PGlite', best: 'flag-6500-pglite', plain: null, runs: 5 };
  rows.push(...(await compare(embedded, small, options)));
} finally {
  await embedded.close();
}

const url = process.env.DATABASE_URL;
if (url === undefined || url === '') console.log('DATABASE_URL names no PostgreSQL: it is not compared.');
else {
  const database = await openDatabase({ url });
  try {
    await database.query('create extension if not exists postgis');
    for (const [size, name] of [
      [6_500, '6500'],
      [650_000, '650k'],
    ] as const) {
      const ids = { best: `flag-${name}-postgis-best`, plain: `flag-${name}-postgis-not-exists` };
      rows.push(...(await compare(database, generateProblem(size, shapes), { peer: 'PostGIS', ...ids, runs: 5 })));
    }
  } finally {
    await database.close();
  }
}

rows.push(...(await compareStarts()));
rows.push(...(await backtest()));

console.log();
for (const row of rows) print(row);
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`);
