import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadDemonstration, NotEmptyError } from '../../geodata/demonstration/load.ts';
import { writeDemonstration } from '../../geodata/demonstration/write.ts';
import type { AssessOutcome } from '../../server/assessment/assess.ts';
import type { Database } from '../../server/database/database.ts';
import { topologyOf } from '../../server/places/boundaries.ts';
import { boundariesOf } from '../../server/places/queries.ts';
import { currentProgramme } from '../../server/programmes/queries.ts';
import { coverageOf } from '../../server/reports/coverage.ts';
import { curveOf } from '../../server/reports/plan.ts';
import { readPresent } from '../../server/reports/present.ts';
import { testDatabase } from '../database.ts';

const asOf = '2026-11-22';
let database: Database;
let directory: string;
let outcome: AssessOutcome;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demonstration-load-'));
  await writeDemonstration(directory, { asOf });
  database = await testDatabase();
  outcome = await loadDemonstration(database, directory, { asOf, actor: 'test' });
});

afterAll(async () => {
  await database.close();
  await rm(directory, { recursive: true });
});

const rows = (sql: string) => database.query<Record<string, unknown>>(sql);

test('every file is recognised for what it is, and no row is refused', async () => {
  expect(await rows(`select file_name as file, kind, rejected from import order by file_name collate "C"`)).toEqual([
    { file: '2026-07-01_performance_mobile_tiles.csv', kind: 'ookla', rejected: 0 },
    { file: 'cell_towers.csv', kind: 'opencellid', rejected: 0 },
    { file: 'coverage.geojson', kind: 'coverage', rejected: 0 },
    { file: 'districts.geojson', kind: 'boundaries', rejected: 0 },
    { file: 'kato.csv', kind: 'kato', rejected: 0 },
    { file: 'network_nodes.csv', kind: 'network-nodes', rejected: 0 },
    { file: 'networks.json', kind: 'ofds', rejected: 0 },
    { file: 'regions.geojson', kind: 'boundaries', rejected: 0 },
    { file: 'register.csv', kind: 'register', rejected: 0 },
    { file: 'settlements.csv', kind: 'settlements', rejected: 0 },
  ]);
});

test('the places are there: 20 regions, 194 districts, 6,500 settlements, each district with some', async () => {
  const [counts] = await rows(`select (select count(*) from region)::int as regions,
    (select count(*) from place where level = 'district')::int as districts,
    (select count(distinct district_code) from settlement)::int as settled,
    (select count(*) from settlement)::int as settlements`);
  expect(counts).toEqual({ regions: 20, districts: 194, settled: 194, settlements: 6500 });
});

test('PostGIS finds every boundary valid, and the regions without overlap', async () => {
  const [faults] = await rows(`select
    (select count(*) from region where not st_isvalid(boundary))::int as regions,
    (select count(*) from place where boundary is not null and not st_isvalid(boundary))::int as districts,
    (select count(*) from region a join region b on a.code < b.code and a.boundary && b.boundary
      where st_area(st_intersection(a.boundary, b.boundary)) > 0)::int as overlaps`);
  expect(faults).toEqual({ regions: 0, districts: 0, overlaps: 0 });
});

test('only the five operators are there', async () => {
  expect(await rows(`select code from operator order by code collate "C"`)).toEqual([
    { code: 'aidahar' },
    { code: 'kerqula' },
    { code: 'pyraq' },
    { code: 'tulpar' },
    { code: 'zhetiqaraqshy' },
  ]);
});

test('the programme says that the country is generated', async () => {
  const programme = await currentProgramme(database);
  expect(programme).toMatchObject({
    code: '250+',
    populationThreshold: 250,
    generated: true,
    targetDate: '2027-12-31',
    profile: { code: 'kazakhstan-2024' },
  });
});

test('every status occurs, and about two in five of those over 250 are flagged', async () => {
  expect(outcome.assessed).toBe(6500);
  for (const count of Object.values(outcome.byStatus)) expect(count).toBeGreaterThan(50);
  const [over] = await rows(`select count(*)::int as settlements from settlement where population > 250`);
  const share = outcome.flagged / (over.settlements as number);
  expect(share).toBeGreaterThan(0.35);
  expect(share).toBeLessThan(0.45);
});

test('a second country is refused, saying what to do', async () => {
  const again = loadDemonstration(database, directory, { asOf, actor: 'test' });
  await expect(again).rejects.toThrow(NotEmptyError);
  await expect(again).rejects.toThrow('already has 6500 settlements and the programme "250+"');
});

test('a load that fails leaves nothing behind', async () => {
  const empty = await testDatabase();
  try {
    const incomplete = await mkdtemp(join(directory, 'incomplete-'));
    await expect(loadDemonstration(empty, incomplete, { asOf, actor: 'test' })).rejects.toThrow('regions.geojson');
    expect(await empty.query(`select code from operator union all select code from programme`)).toEqual([]);
  } finally {
    await empty.close();
  }
});

test('what the page of coverage asks for first is light: figures, curve and the outlines of regions', async () => {
  const known = await readPresent(database, asOf);
  const outlines = topologyOf(await boundariesOf(database, { districts: false }));
  const replies = [coverageOf(known, undefined), curveOf(known), outlines];
  const bytes = replies.reduce((sum, reply) => sum + gzipSync(JSON.stringify(reply)).length, 0);
  expect(bytes).toBeLessThanOrEqual(20_000);
});
