import { beforeAll, expect, test } from '@jest/globals';
import { sortKey as sortKeyOfPages } from '../../client/i18n/alphabet.ts';
import { sortKey } from '../../server/country/table/order.ts';
import { serviceOfSmallCountry } from '../service.ts';

const given = serviceOfSmallCountry();

const ask = async (path: string, body?: unknown) => {
  const reply = await given.planner.send(body === undefined ? 'GET' : 'POST', `/api/settlements${path}`, body);
  expect([path, reply.status, reply.status === 200 ? '' : reply.body]).toEqual([path, 200, '']);
  return reply.body;
};
const codes = (rows: { code: string }[]) => rows.map(({ code }) => code);

/** The codes of a whole list, so many at a time. */
async function list(query: string, limit: number): Promise<string[]> {
  const found: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    const page = await ask(`?${query}&limit=${limit}${cursor}`);
    found.push(...codes(page.rows));
    next = page.next;
  }
  return found;
}

beforeAll(async () => {
  await given.database.query(`update settlement set population = 1200 where code = '1101'`);
});

test('a list in an order, page by page', async () => {
  const byPopulation = ['1101', '1001', '1002', '1102', '1003', '1004'];
  expect(await list('sort=population', 2)).toEqual(byPopulation);
  expect(await list('sort=population', 100)).toEqual(byPopulation);
  expect(await list('sort=name&language=kk', 4)).toEqual(['1001', '1004', '1002', '1101', '1102', '1003']);
  expect(await list('sort=name&language=ru', 1)).toEqual(['1001', '1004', '1002', '1101', '1102', '1003']);
  expect(await list('sort=district&region=10', 3)).toEqual(['1001', '1004', '1002', '1003']);
  expect(await list('sort=code&flagged=true', 2)).toEqual(['1001', '1002', '1101']);
});

test('a row of such a list is as one of any list, and says what is in time', async () => {
  const [row] = (await ask('?sort=name&limit=1')).rows;
  const [plain] = (await ask('?limit=1')).rows;
  expect(row).toEqual({ ...plain, inTime: [] });
});

test('a page goes on where the last settlement stood, though more people live there by now', async () => {
  const { next } = await ask('?sort=population&limit=2');
  const { settlement } = await ask('/10/1001');
  const known = { version: settlement.version, population: 5000, populationDate: null, populationSource: null };
  const { status } = await given.planner.send('PATCH', '/api/settlements/10/1001', known);
  expect(status).toBe(200);
  const { rows } = await ask(`?sort=population&cursor=${encodeURIComponent(next)}`);
  expect(codes(rows)).toEqual(['1002', '1102', '1003', '1004']);
  const unknown = await given.planner.send('GET', '/api/settlements?sort=population&cursor=1~10~9999');
  expect(unknown.status).toBe(422);
});

test('what all that match amount to', async () => {
  expect(await ask('/summary')).toEqual({
    settlements: 6,
    residents: 8450,
    populationMissing: 1,
    flagged: 3,
    flaggedResidents: 7200,
    districts: 2,
  });
  expect(await ask('/summary?region=11&flagged=true')).toMatchObject({ settlements: 1, residents: 1200, districts: 1 });
});

test('the keys of those that match, everywhere or inside a ring', async () => {
  expect(codes((await ask('/keys?flagged=true')).keys).sort()).toEqual(['1001', '1002', '1101']);
  const polygon = [
    [70.15, 50],
    [70.35, 50],
    [70.35, 50.2],
    [70.15, 50.2],
  ];
  expect(codes((await ask('/within', { polygon })).keys).sort()).toEqual(['1002', '1003']);
  expect((await ask('/within', { polygon, filter: { flagged: 'true' } })).keys).toEqual([
    { regionCode: '10', code: '1002' },
  ]);
});

test('the nearest to a point', async () => {
  const { rows } = await ask('/nearest?longitude=71.12&latitude=50.1&limit=2');
  expect(rows.map(({ code, distance }: any) => [code, Math.round(distance)])).toEqual([
    ['1101', 1427],
    ['1102', 5706],
  ]);
});

test('names are in the order in which the pages have them', () => {
  for (const name of ['Ақсу', 'Әулиекөл', 'Ёлкино', 'Іле', 'Aksu 2']) expect(sortKey(name)).toBe(sortKeyOfPages(name));
});
