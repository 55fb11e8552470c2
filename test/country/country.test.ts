import { beforeAll, expect, test } from '@jest/globals';
import { decodeCountry, withOtherNames } from '../../client/store/country.ts';
import { today } from '../country.ts';
import { serviceOfSmallCountry } from '../service.ts';

const given = serviceOfSmallCountry();

const get = async (path: string) => (await given.planner.send('GET', path)).body;
const codes = async (query: string) =>
  (await get(`/api/settlements?${query}`)).rows.map(({ code }: { code: string }) => code);

test('the country comes as columns, in the order of region and code', async () => {
  const columns = await get('/api/country');
  expect(columns).toEqual({
    hash: expect.any(String),
    regions: ['10', '11'],
    districts: { code: ['1001', '1101'], region: [0, 1] },
    codeSeries: [{ prefix: '', digits: 4, rows: 6 }],
    codeNumber: [1001, 1, 1, 1, 97, 1],
    region: [0, 0, 0, 0, 1, 1],
    district: [0, 0, 0, 0, 1, 0],
    population: [1000, 1000, 250, -1, 1000, 1000],
    longitude: { thousandths: [70_100, 100, 100, 100, 700, 100], digits: '000000' },
    latitude: { thousandths: [50_100, 0, 0, 0, 0, 0], digits: '000000' },
  });
});

test('names come as they are shown in a language, and then exactly in all', async () => {
  const shown = await get('/api/country/names/en');
  expect([shown.hash, shown.language]).toEqual([(await get('/api/country/live')).names, 'en']);
  const country = decodeCountry(await get('/api/country'), shown);
  expect(country.regions.map(({ names }) => names)).toEqual([
    { kk: '', ru: '', en: 'Region 10' },
    { kk: '', ru: '', en: 'Region 11' },
  ]);
  expect(country.names[5]).toEqual({ kk: '', ru: '', en: 'Ушконыр' });
  const whole = withOtherNames(country, await get('/api/country/names/en/others'));
  expect(whole.regions[0].names).toEqual({ kk: '10 облысы', ru: 'Область 10', en: 'Region 10' });
  expect(whole.districts[1].names).toEqual({ kk: 'Аудан', ru: 'Район', en: 'District' });
  expect(whole.names[5]).toEqual({ kk: 'Үшқоңыр', ru: 'Ушконыр', en: 'Ушконыр' });
});

test('what is asked for in the state that the living part names may be kept for good, and nothing else', async () => {
  const { columns, names, boundaries } = await get('/api/country/live');
  const caching = async (path: string) => (await given.planner.fetch(path)).headers.get('Cache-Control');
  for (const [path, hash] of [
    ['/api/country?', columns],
    ['/api/country/names/ru?', names],
    ['/api/country/names/ru/others?', names],
    ['/api/country/boundaries?', boundaries],
    ['/api/country/boundaries?districts=false&', boundaries],
  ]) {
    expect(await caching(`${path}hash=${hash}`)).toBe('private, max-age=31536000, immutable');
    expect(await caching(`${path}hash=another`)).toBe('private, no-cache');
    expect(await caching(path)).toBe('private, no-cache');
  }
});

test('boundaries come as one topology, a shared border once', async () => {
  const { objects, arcs } = await get('/api/country/boundaries');
  const codes = (collection: { geometries: { properties: { code: string } }[] }) =>
    collection.geometries.map(({ properties }) => properties.code);
  expect([codes(objects.regions), codes(objects.districts)]).toEqual([
    ['10', '11'],
    ['1001', '1101'],
  ]);
  // Between the two regions, around the western one, around the eastern one.
  expect(arcs).toHaveLength(3);
});

test('the living part says who is flagged: more than 250 people, and not served', async () => {
  const live = await get('/api/country/live');
  expect([live.status, live.flagged]).toEqual(['kkkkks', '110010']);
});

test('columns and living part, asked for together after a change, do not wait for each other', async () => {
  await given.database.query(`insert into chain (region_code, sequence, hash) values ('elsewhere', 1, '')`);
  const { query } = given.database;
  given.database.query = async (sql, parameters) => {
    if (sql.includes('from place')) await new Promise((resolve) => setTimeout(resolve, 200));
    return query.call(given.database, sql, parameters) as Promise<never[]>;
  };
  try {
    const [columns, live] = await Promise.all([get('/api/country'), get('/api/country/live')]);
    expect(live.columns).toBe(columns.hash);
  } finally {
    given.database.query = query;
  }
});

test('what has not changed is not sent again', async () => {
  for (const path of ['/api/country', '/api/country/live', '/api/country/boundaries']) {
    const first = await given.planner.fetch(path);
    const again = await given.planner.fetch(path, { headers: { 'If-None-Match': first.headers.get('ETag')! } });
    expect([path, again.status, await again.text()]).toEqual([path, 304, '']);
  }
});

test.each([
  ['region=11', ['1101', '1102']],
  ['district=1001', ['1001', '1002', '1003', '1004']],
  ['flagged=true', ['1001', '1002', '1101']],
  ['status=served', ['1102']],
  ['populationMissing=true', ['1004']],
  ['populationFrom=251&populationTo=1000&region=10', ['1001', '1002']],
  ['stage=none&region=11', ['1101', '1102']],
  ['query=қызыл', ['1101']],
  ['query=Кызыл', ['1101']],
  ['query=ушконыр', ['1102']],
  ['query=100', ['1001', '1002', '1003', '1004']],
  ['query=%25', []],
  // North connects 1001 by 2027-Q2, south 1002 by 2027-Q3: no assignment is both north's and of 2027-Q3.
  ['operator=north', ['1001']],
  ['stage=draft', ['1001', '1002']],
  ['operator=north&quarter=2027-Q3', []],
  ['operator=south&quarter=2027-Q3&stage=draft', ['1002']],
])('settlements by %s', async (query, expected) => {
  expect(await codes(query)).toEqual(expected);
});

beforeAll(async () => {
  for (const [code, operator, quarter] of [
    ['1001', 'north', '2027-Q2'],
    ['1002', 'south', '2027-Q3'],
  ])
    await given.database.query(
      `insert into assignment (region_code, settlement_code, number, operator_code, technology, start_quarter,
         finish_quarter, responsible_officer, stage, version)
       values ('10', $1, 1, $2, 'fibre', '2027-Q1', $3, '', 'draft', 0)`,
      [code, operator, quarter],
    );
});

test('a list goes on from its cursor until there is no more', async () => {
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = await get(`/api/settlements?limit=4${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    seen.push(...page.rows.map(({ code }: { code: string }) => code));
    cursor = page.next;
  } while (cursor !== null);
  expect(seen).toEqual(['1001', '1002', '1003', '1004', '1101', '1102']);
});

test('details explain the status by its evidence', async () => {
  const detail = await get('/api/settlements/11/1102');
  expect(detail.assessment).toEqual({
    status: 'served',
    flagged: false,
    reason: 'register-meets',
    confidence: 'medium',
    best: { kind: 'register', operatorCode: 'south', technology: 'fibre', download: 100, upload: 100, latency: 10 },
    deciding: ['00000000-0000-4000-8000-000000000001'],
    missing: ['measurement'],
    covered: null,
    coveredBy: null,
    measured: [],
    contradictions: [],
    unclaimed: false,
    assessedOn: today,
  });
  expect(detail.evidence).toMatchObject([
    { kind: 'register', where: 'settlement', deciding: true, dataset: 'register' },
  ]);
});

test("an operator is not shown another's evidence", async () => {
  const operator = await given.service.as('operator');
  const { body } = await operator.send('GET', '/api/settlements/11/1102');
  expect(body.evidence).toEqual([]);
});

test('a population is written at the version that was seen, assessed at once, and recorded', async () => {
  const { settlement } = await get('/api/settlements/10/1004');
  const edit = {
    version: settlement.version,
    population: 300,
    populationDate: '2026-10-01',
    populationSource: 'akimat',
  };
  const { status, body } = await given.planner.send('PATCH', '/api/settlements/10/1004', edit);
  expect([status, body.settlement.population, body.assessment.flagged]).toEqual([200, 300, true]);
  expect(body.history).toMatchObject([{ actor: 'planner', verb: 'edit-settlement' }]);

  const stale = await given.planner.send('PATCH', '/api/settlements/10/1004', { ...edit, population: 400 });
  expect([stale.status, stale.body.present.population]).toEqual([409, 300]);

  const action = body.history[0].actionId;
  await given.planner.send('POST', `/api/actions/${action}/undo`, {});
  const restored = await get('/api/settlements/10/1004');
  expect([restored.settlement.population, restored.assessment.flagged]).toEqual([null, false]);
});

test('a settlement that is not there', async () => {
  const { status, body } = await given.planner.send('GET', '/api/settlements/10/9999');
  expect([status, body.detail]).toEqual([404, 'There is no settlement 9999 in region 10.']);
});

test('exports have exactly the filtered rows; CSV begins with a byte order mark', async () => {
  const csv = Buffer.from(await (await given.planner.fetch('/api/exports/settlements.csv?region=11')).arrayBuffer());
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [header, ...lines] = csv.toString('utf8').slice(1).trimEnd().split('\n');
  expect(header).toBe(
    'code,name_kk,name_ru,name_en,region_code,district_code,population,population_date,population_source,longitude,' +
      'latitude,status,flagged,reason,best_download_mbps,operator,technology,start_quarter,finish_quarter,stage',
  );
  expect(lines).toEqual([
    '1101,Қызылжар,Кызылжар,Кызылжар,11,1101,1000,,,71.1,50.1,unknown,true,no-evidence,,,,,,',
    '1102,Үшқоңыр,Ушконыр,Ушконыр,11,1101,1000,,,71.2,50.1,served,false,register-meets,100,,,,,',
  ]);
  const geojson = JSON.parse(await (await given.planner.fetch('/api/exports/settlements.geojson?region=11')).text());
  expect(geojson.features.map((feature: { geometry: object }) => feature.geometry)).toEqual([
    { type: 'Point', coordinates: [71.1, 50.1] },
    { type: 'Point', coordinates: [71.2, 50.1] },
  ]);
});
