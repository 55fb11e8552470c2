import { assess, NoProgrammeError } from '../../server/assessment/assess.ts';
import { assessCountry } from '../../server/assessment/country.ts';
import type { Box } from '../../server/assessment/engine/circle.ts';
import { readProfile } from '../../server/assessment/profiles.ts';
import type { Evidence } from '../../server/coverage/schema.ts';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import {
  assessmentTable,
  deleteEvidence,
  extentOf,
  insertEvidence,
  insertSettlements,
  setUp,
} from './country-database.ts';
import { evidence, randomFrom, settlements, star, uuid } from './generated.ts';

const asOf = '2026-11-22';
const region = 'east';
let database: Database;

beforeEach(async () => {
  database = await testDatabase();
});

afterEach(() => database.close());

const setUpRegion = async () => setUp(database, [region, 'west'], await readProfile('kazakhstan-2024'));

const claim = (id: number, download: number, where: Evidence['where']): Evidence => ({
  id: uuid(id),
  kind: 'claim',
  operatorCode: 'alpha',
  technology: 'fibre',
  download,
  upload: null,
  latency: null,
  tests: null,
  devices: null,
  observedOn: '2026-06-15',
  where,
});

test('without a programme there is nothing to assess by', async () => {
  await expect(assess(database, { type: 'country' }, asOf)).rejects.toThrow(NoProgrammeError);
});

test('a country is assessed, written, and not written again while nothing changes', async () => {
  await setUpRegion();
  await insertSettlements(database, region, [
    { code: '007', longitude: 70, latitude: 50, population: 400 },
    { code: '008', longitude: 71, latitude: 50, population: 400 },
    { code: '009', longitude: 72, latitude: 50, population: null },
  ]);
  await insertEvidence(database, region, [claim(1, 100, { type: 'settlement', code: '007' })]);

  const first = await assess(database, { type: 'country' }, asOf);
  expect(first).toEqual({
    assessed: 3,
    changed: [
      { regionCode: region, code: '007' },
      { regionCode: region, code: '008' },
      { regionCode: region, code: '009' },
    ],
    flagged: 1,
    byStatus: { served: 1, underserved: 0, unserved: 0, contested: 0, unknown: 2 },
  });
  expect(await assessmentTable(database)).toEqual([
    {
      region_code: region,
      settlement_code: '007',
      status: 'served',
      flagged: false,
      reason: 'claim-meets',
      confidence: 'medium',
      best_kind: 'claim',
      best_operator_code: 'alpha',
      best_technology: 'fibre',
      best_download_mbps: 100,
      best_upload_mbps: null,
      best_latency_ms: null,
      deciding: [uuid(1)],
      missing: ['measurement'],
      covered: null,
      covered_by: null,
      measured: null,
      contradictions: null,
      unclaimed: false,
      assessed_on: '2026-11-22',
    },
    expect.objectContaining({ settlement_code: '008', status: 'unknown', flagged: true, missing: ['evidence'] }),
    expect.objectContaining({
      settlement_code: '009',
      status: 'unknown',
      flagged: false,
      missing: ['evidence', 'population'],
    }),
  ]);

  const second = await assess(database, { type: 'country' }, '2026-11-23');
  expect(second).toEqual({ ...first, changed: [] });
  const rows = await assessmentTable(database);
  expect(rows.map((row) => row.assessed_on)).toEqual(['2026-11-22', '2026-11-22', '2026-11-22']);
});

test('evidence speaks only of settlements of the region in which it stands', async () => {
  await setUpRegion();
  const place = { longitude: 70, latitude: 50, population: 400 };
  await insertSettlements(database, region, [{ code: 'a', ...place }]);
  await insertSettlements(database, 'west', [{ code: 'a', ...place }]);
  await insertEvidence(database, 'west', [claim(1, 100, { type: 'circle', longitude: 70, latitude: 50, radius: 10 })]);
  await assess(database, { type: 'country' }, asOf);
  expect((await assessmentTable(database)).map((row) => [row.region_code, row.status])).toEqual([
    ['east', 'unknown'],
    ['west', 'served'],
  ]);
});

test('an edit of a population touches that settlement alone', async () => {
  await setUpRegion();
  const places = settlements(randomFrom(7), 20);
  await insertSettlements(database, region, places);
  await assess(database, { type: 'country' }, asOf);
  await database.query(`update settlement set population = 251 where code = 's3'`);
  const keys = [
    { regionCode: region, code: 's3' },
    { regionCode: region, code: 'no-such' },
  ];
  const outcome = await assess(database, { type: 'settlements', keys }, asOf);
  expect(outcome).toMatchObject({ assessed: 1, flagged: 1 });
});

test('after random edits of evidence the scope of each edit gives the table that a whole country gives', async () => {
  await setUpRegion();
  const random = randomFrom(42);
  const places = settlements(random, 300);
  await insertSettlements(database, region, places);
  let pieces = evidence(random, 1, 400, places);
  await insertEvidence(database, region, pieces);
  await assess(database, { type: 'country' }, asOf);

  let changed = 0;
  for (let edit = 0; edit < 12; edit++) {
    const removed = pieces.slice(edit * 3, edit * 3 + 4);
    const added = evidence(random, 1000 * (edit + 1), 4, places);
    await deleteEvidence(
      database,
      region,
      removed.map(({ id }) => id),
    );
    await insertEvidence(database, region, added);
    pieces = [...pieces.filter((piece) => !removed.includes(piece)), ...added];
    changed += await assessEdit([...removed, ...added]);
  }
  expect(changed).toBeGreaterThan(30);

  const incremental = await assessmentTable(database);
  expect((await assess(database, { type: 'country' }, asOf)).changed).toEqual([]);
  await database.query('delete from assessment');
  await assess(database, { type: 'country' }, asOf);
  expect(await assessmentTable(database)).toEqual(incremental);

  const profile = await readProfile();
  const inMemory = assessCountry({ settlements: places, evidence: pieces, profile, populationThreshold: 250, asOf });
  const statuses = new Map(incremental.map((row) => [row.settlement_code, [row.status, row.reason, row.deciding]]));
  expect(new Set(inMemory.map(({ status }) => status)).size).toBe(5);
  inMemory.forEach(({ status, reason, deciding }, index) =>
    expect(statuses.get(places[index].code)).toEqual([status, reason, deciding]),
  );
});

/** Assesses what an edit of these pieces touches; how many assessments changed. */
async function assessEdit(pieces: readonly Evidence[]): Promise<number> {
  const boxes = pieces.map((piece) => extentOf(piece)).filter((box): box is Box => box !== null);
  const keys = pieces.flatMap(({ where }) =>
    where.type === 'settlement' ? [{ regionCode: region, code: where.code }] : [],
  );
  const inside = await assess(database, { type: 'boxes', regionCodes: [region], boxes }, asOf);
  const named = await assess(database, { type: 'settlements', keys }, asOf);
  return inside.changed.length + named.changed.length;
}

test('the share of a polygon that claims cover is that of ST_Area, whatever the polygons', async () => {
  await setUpRegion();
  const random = randomFrom(77);
  const villages = Array.from({ length: 60 }, (_, index) => ({
    code: `v${String(index).padStart(2, '0')}`,
    longitude: 60 + 4 * random(),
    latitude: 48 + 4 * random(),
    population: 400,
  }));
  await insertSettlements(database, region, villages);
  const shapes = villages.map(({ longitude, latitude }) => star(random, longitude, latitude, 0.02 + 0.02 * random()));
  await database.query(
    `update settlement set area = st_multi(st_setsrid(st_geomfromgeojson(shape), 4326))
     from unnest($1::text[], $2::text[]) as row (code, shape) where settlement.code = row.code`,
    [villages.map(({ code }) => code), shapes.map((shape) => JSON.stringify(shape))],
  );
  const claims = villages.flatMap(({ longitude, latitude }, index) =>
    [1, 2].map((part) => {
      const geometry = star(random, longitude + 0.02 * random(), latitude + 0.02 * random(), 0.01 + 0.06 * random());
      return claim(10 * index + part, 200, { type: 'area', geometry });
    }),
  );
  await insertEvidence(database, region, claims);
  const outcome = await assess(database, { type: 'country' }, asOf);
  const found = await database.query<{ covered: number; share: number; status: string }>(
    `select covered, status, st_area(st_intersection(area, claimed)::geography) / st_area(area::geography) as share
     from settlement
     join assessment on assessment.settlement_code = settlement.code
     cross join (select st_union(geometry) as claimed from evidence) as all_claims
     order by settlement.code`,
  );
  expect(Math.max(...found.map(({ covered, share }) => Math.abs(covered - share)))).toBeLessThan(0.01);
  expect(found.filter(({ share }) => share > 0.91).every(({ status }) => status === 'served')).toBe(true);
  expect(found.filter(({ share }) => share < 0.89).some(({ status }) => status === 'served')).toBe(false);
  expect(new Set(found.map(({ covered }) => covered)).size).toBeGreaterThan(30);
  expect(outcome.byStatus).toMatchObject({ served: expect.any(Number), underserved: expect.any(Number), contested: 0 });

  // An edit that touches a part of a polygon far from its point gives what the whole country would.
  await deleteEvidence(database, region, [claims[0].id]);
  await assessEdit([claims[0]]);
  expect((await assess(database, { type: 'country' }, asOf)).changed).toEqual([]);
});
