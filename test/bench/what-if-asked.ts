// node --import tsx test/bench/what-if-asked.ts [SETTLEMENTS]: what-ifs asked of the real service over HTTP. DATABASE_URL
// names the PostgreSQL; without it the embedded database has the country. 6,500 settlements are the demonstration.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { defaultSettlements } from '../../geodata/demonstration/country.ts';
import { loadDemonstration } from '../../geodata/demonstration/load.ts';
import { writeDemonstration } from '../../geodata/demonstration/write.ts';
import { type Database, openDatabase } from '../../server/database/database.ts';
import { migrate } from '../../server/database/migrate.ts';
import { writeOperator } from '../../server/operators/queries.ts';
import { ownDatabase } from '../database.ts';
import { largeCountry } from '../large-country.ts';
import { type Person, startService } from '../service.ts';
import { median } from './measure.ts';
import { print, rowOfFigures, type Row } from './row.ts';

/** What is asked for: a second for the country, and 50 ms of waiting for anybody else. */
const limits = { answer: 1000, wait: 50 };
const today = '2026-11-22';

/** Asks what-ifs of the service over a database that has a country; `name` tells its rows apart. */
export async function askWhatIfs(database: Database, size: number, name: string): Promise<Row[]> {
  const service = await startService(database, new Map(), () => today, { readsAhead: true });
  try {
    const deputy = await service.as('deputy');
    const took = async (query: string) => {
      const begun = performance.now();
      const reply = await deputy.fetch(`/api/what-if?language=en&${query}`, identity);
      const length = (await reply.arrayBuffer()).byteLength;
      if (!reply.ok) throw new Error(`${query}: ${reply.status}`);
      return { length, elapsed: performance.now() - begun };
    };
    const atOnce = await took('fixed=50');
    const questions = await questionsOf(deputy);
    const elapsed: number[] = [];
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await setTimeout(3000);
    console.log(`  the longest delay of an idle event loop in three seconds: ${(delay.max / 1e6).toFixed(1)} ms`);
    delay.reset();
    for (const query of questions) {
      const times: number[] = [];
      let bytes = 0;
      for (let run = 0; run < 5; run++) {
        const { length, elapsed: one } = await took(query);
        times.push(one);
        bytes = length;
      }
      console.log(
        `  what-if ${query}: ${median(times).toFixed(0)} ms, first ${times[0].toFixed(0)} ms, ${bytes.toLocaleString('en')} bytes`,
      );
      elapsed.push(...times);
    }
    delay.disable();
    const about = { size, peer: 'the limit', peerVersion: '1' };
    return [
      row(`what-if-${name}-http`, 'a what-if through the service, the median', median(elapsed), limits.answer),
      row(`what-if-${name}-http-slowest`, 'the slowest of them', Math.max(...elapsed), limits.answer),
      row(`what-if-${name}-http-first`, 'one asked at once after the start', atOnce.elapsed, limits.answer),
      row(`what-if-${name}-wait`, 'the longest that anything waits meanwhile', delay.max / 1e6, limits.wait),
    ];
    function row(id: string, work: string, ours: number, theirs: number): Row {
      return rowOfFigures({ id, work, ...about }, ours, theirs, 'ms');
    }
  } finally {
    await service.close();
  }
}

const identity = { headers: { 'Accept-Encoding': 'identity' } };

async function questionsOf(deputy: Person): Promise<string[]> {
  const operators = (await deputy.send('GET', '/api/operators')).body.rows as { code: string }[];
  const { datasets } = (await deputy.send('GET', '/api/what-if/choices')).body;
  return [
    'fixed=60',
    'profile=us-bead',
    'profile=eu-100&threshold=100',
    'date=2028-06-01',
    'threshold=1000',
    ...operators.slice(0, 3).map(({ code }) => `operators=${code}`),
    `datasets=${datasets[0].dataset}`,
  ];
}

/** The same of the demonstration, or of a larger country, in a database of its own. */
export async function askWhatIfsOf(size: number): Promise<Row[]> {
  const own = await ownDatabase();
  const url = own.settings.DATABASE_URL;
  const database = await openDatabase(url === undefined ? {} : { url });
  try {
    await migrate(database);
    if (size === defaultSettlements) await loadIt(database);
    else await largeCountry(database, size);
    return await askWhatIfs(database, size, String(size));
  } finally {
    await database.close();
    await own.drop();
  }
}

async function loadIt(database: Database): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'baylanys-bench-'));
  try {
    await writeDemonstration(directory, { asOf: today });
    await loadDemonstration(database, directory, { asOf: today, actor: 'bench' });
    await writeOperator(database, {
      code: 'north',
      names: { kk: 'North', ru: 'North', en: 'North' },
      quarterlyCapacity: null,
    });
    await database.query('analyze');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const row of await askWhatIfsOf(Number(process.argv[2] ?? defaultSettlements))) print(row);
}
