import { beforeAll, expect, test } from '@jest/globals';
import { addSoutherner, type Person, serviceOfSmallCountry } from '../service.ts';
import { readTile } from './read-tile.ts';

const given = serviceOfSmallCountry();
let northerner: Person;
let southerner: Person;

beforeAll(async () => {
  await addSoutherner(given.database);
  northerner = await given.service.as('operator');
  southerner = await given.service.as('southerner');
});

const fetchTile = (path: string, who = given.planner, init?: RequestInit) => who.fetch(`/api/tiles/${path}`, init);
const tile = async (path: string, who = given.planner) => readTile(await fetchTile(path, who));
const properties = async (path: string, who = given.planner) => (await tile(path, who)).map((one) => one.properties);

/** What a tile tells of Ақсу, as soon as it tells of this. */
async function aksuOnceIt(tells: (aksu: Record<string, unknown>) => boolean, who = given.planner) {
  for (;;) {
    const aksu = (await properties('8/177/86.mvt', who)).find(({ code }) => code === '1001')!;
    if (tells(aksu)) return aksu;
  }
}

test('from zoom 10 on a tile has the settlements one by one, with their names', async () => {
  const common = { region: '10', flagged: true, population: 1000, status: 'unknown' };
  expect(await tile('10/711/346.mvt')).toEqual([
    {
      layer: 'settlements',
      x: 1620,
      y: 3445,
      properties: { ...common, code: '1001', kk: 'Ақсу', ru: 'Аксу', en: 'Аксу' },
    },
    {
      layer: 'settlements',
      x: 2785,
      y: 3445,
      properties: { ...common, code: '1002', kk: 'Көкөзек', ru: 'Кокозек', en: 'Кокозек' },
    },
    {
      layer: 'settlements',
      x: 3950,
      y: 3445,
      properties: { ...common, code: '1003', flagged: false, population: 250, kk: 'Шағын', ru: 'Шагын', en: 'Шагын' },
    },
  ]);
});

test('at zoom 8 without names; a population that is unknown is not told', async () => {
  expect(await tile('8/178/86.mvt')).toEqual([
    {
      layer: 'settlements',
      x: 254,
      y: 2909,
      properties: { region: '10', code: '1004', flagged: false, status: 'unknown' },
    },
    {
      layer: 'settlements',
      x: 2293,
      y: 2909,
      properties: { region: '11', code: '1101', flagged: true, population: 1000, status: 'unknown' },
    },
    {
      layer: 'settlements',
      x: 2585,
      y: 2909,
      properties: { region: '11', code: '1102', flagged: false, population: 1000, status: 'served' },
    },
  ]);
});

test('below zoom 8 a tile has groups, in the middle of their settlements', async () => {
  const [all, ...others] = await tile('0/0/0.mvt');
  expect(others).toEqual([]);
  expect(all).toEqual({
    layer: 'groups',
    x: 2850,
    y: 1387,
    properties: {
      settlements: 6,
      residents: 4250,
      flagged: 3,
      flaggedResidents: 3000,
      assigned: 0,
      overdue: 0,
      served: 1,
    },
  });
  expect((await tile('7/88/43.mvt')).map(({ x }) => x)).toEqual([3786, 3932, 4077]);
  // Those of a filter are summed anew, those of all are kept.
  expect((await tile('7/88/43.mvt?flagged=true')).map(({ x }) => x)).toEqual([3786, 3932]);
  expect((await tile('7/89/43.mvt')).map(({ properties: { residents } }) => residents)).toEqual([0, 1000, 1000]);
});

test('a filter leaves what the list has; a tile where nothing is has nothing', async () => {
  const codes = async (query: string) => (await properties(`8/178/86.mvt?${query}`)).map(({ code }) => code);
  expect(await codes('region=11')).toEqual(['1101', '1102']);
  expect(await codes('status=served')).toEqual(['1102']);
  expect(await codes('populationMissing=true')).toEqual(['1004']);
  expect(await codes('query=УШКОН')).toEqual(['1102']);
  expect(await codes('query=110')).toEqual(['1101', '1102']);
  expect((await fetchTile('8/0/0.mvt')).status).toBe(204);
});

test('what is no tile is refused', async () => {
  expect((await fetchTile('15/0/0.mvt')).status).toBe(404);
  expect((await fetchTile('3/8/0.mvt')).status).toBe(400);
  expect((await fetchTile('3/0/8.mvt')).status).toBe(400);
  expect((await fetchTile('3/0/0.mvt', given.service.nobody)).status).toBe(401);
});

test('who has a tile gets it again only when something in it has changed, and an operator sees its own assignments', async () => {
  const west = await fetchTile('8/177/86.mvt');
  const east = await fetchTile('8/178/86.mvt');
  const groups = await fetchTile('7/88/43.mvt');
  const again = (path: string, reply: Response) =>
    fetchTile(path, given.planner, { headers: { 'If-None-Match': reply.headers.get('ETag')! } });
  expect((await again('8/177/86.mvt', west)).status).toBe(304);

  for (const [operatorCode, startQuarter, finishQuarter] of [
    ['south', '2027-Q1', '2027-Q3'],
    ['north', '2027-Q2', '2027-Q4'],
  ]) {
    const commitment = { operatorCode, technology: 'fibre', startQuarter, finishQuarter };
    const settlements = [{ regionCode: '10', code: '1001' }];
    const { body } = await given.planner.send('POST', '/api/assignments', { settlements, commitment });
    expect(body.done.length).toBe(1);
  }

  const common = { region: '10', code: '1001', flagged: true, population: 1000, status: 'unknown', overdue: false };
  const south = { ...common, stage: 'draft', operator: 'south', finish: '2027-Q3' };
  expect(await aksuOnceIt(({ assignments }) => assignments === 2)).toEqual({ ...south, assignments: 2 });
  const isAssigned = ({ stage }: Record<string, unknown>) => stage !== undefined;
  expect(await aksuOnceIt(isAssigned, southerner)).toEqual({ ...south, assignments: 1 });
  const north = { ...south, operator: 'north', finish: '2027-Q4' };
  expect(await aksuOnceIt(isAssigned, northerner)).toEqual({ ...north, assignments: 1 });
  expect(await properties('8/177/86.mvt?operator=south', northerner)).toEqual([]);
  expect((await properties('8/177/86.mvt?stage=none', northerner)).map(({ code }) => code)).toEqual(['1002', '1003']);

  expect((await again('8/177/86.mvt', west)).status).toBe(200);
  expect((await again('8/178/86.mvt', east)).status).toBe(304);
  expect((await again('7/88/43.mvt', groups)).status).toBe(200);
  const assigned = async (path: string, who?: Person) =>
    (await properties(path, who)).map((group) => group.assigned as number);
  expect(await assigned('7/88/43.mvt')).toEqual([1, 0, 0]);
  expect(await assigned('0/0/0.mvt')).toEqual([1]);
  expect(await assigned('7/88/43.mvt', northerner)).toEqual([1, 0, 0]);
});

test('other programs are told where the tiles are and how to draw them', async () => {
  const { body } = await given.planner.send('GET', '/api/tiles.json');
  expect(body).toMatchObject({
    tilejson: '3.0.0',
    tiles: [`${given.service.address}/api/tiles/{z}/{x}/{y}.mvt`],
    bounds: [70.1, 50.1, 71.2, 50.1],
    minzoom: 0,
    maxzoom: 14,
  });
  const style = (await given.planner.send('GET', '/api/style.json')).body;
  expect(style.sources.baylanys.url).toBe(`${given.service.address}/api/tiles.json`);
  // QGIS understands a colour and a filter, and no colour that depends on what is drawn.
  const [ground, ...circles] = style.layers;
  expect(ground.type).toBe('background');
  expect(circles).toHaveLength(3 * 6 + 7);
  expect(
    circles.filter(({ filter, paint }: any) => filter === undefined || !/^#\w{6}$/.test(paint['circle-color'])),
  ).toEqual([]);
});

test('by a link that is live programs of maps have all this without signing in, until it is revoked', async () => {
  const share = async (more: object) =>
    (await given.planner.send('POST', '/api/share-links', { address: '/', expiresOn: '2027-12-31', ...more })).body;
  const { id, token } = await share({});
  const { nobody, address } = given.service;
  const base = `/api/shared/${token}`;
  const { body } = await nobody.send('GET', `${base}/tiles.json`);
  expect(body.tiles).toEqual([`${address}${base}/tiles/{z}/{x}/{y}.mvt`]);
  const style = (await nobody.send('GET', `${base}/style.json`)).body;
  expect(style.sources).toEqual({ baylanys: { type: 'vector', url: `${address}${base}/tiles.json` } });

  const reply = await nobody.fetch(`${base}/tiles/8/178/86.mvt`);
  expect(reply.headers.get('Access-Control-Allow-Origin')).toBe('*');
  const etag = reply.headers.get('ETag')!;
  expect((await readTile(reply)).map(({ properties: { code } }) => code)).toEqual(['1004', '1101', '1102']);
  const again = await nobody.fetch(`${base}/tiles/8/178/86.mvt`, { headers: { 'If-None-Match': etag } });
  expect(again.status).toBe(304);
  expect((await nobody.fetch(`${base}/tiles/3/8/0.mvt`)).status).toBe(400);

  const frozen = await share({ frozenOn: '2026-11-01' });
  expect((await nobody.fetch(`/api/shared/${frozen.token}/tiles/8/178/86.mvt`)).status).toBe(404);
  await given.planner.send('DELETE', `/api/share-links/${id}`);
  expect((await nobody.fetch(`${base}/tiles/8/178/86.mvt`)).status).toBe(404);
});

test('a session that ends has no more tiles at once, however fast they were answered before', async () => {
  const leaving = await given.service.as('deputy');
  expect((await fetchTile('8/178/86.mvt', leaving)).status).toBe(200);
  expect((await fetchTile('8/178/86.mvt', leaving)).status).toBe(200);
  expect((await leaving.send('DELETE', '/api/session')).status).toBe(204);
  expect((await fetchTile('8/178/86.mvt', leaving)).status).toBe(401);
});

test('a tile is sent compressed to whoever takes that, and as it is to whoever does not', async () => {
  const encodingOf = async (accepted: string) =>
    (await fetchTile('8/178/86.mvt', given.planner, { headers: { 'Accept-Encoding': accepted } })).headers.get(
      'Content-Encoding',
    );
  expect(await encodingOf('br, gzip')).toBe('gzip');
  expect(await encodingOf('gzip;q=0, br')).toBe(null);
  expect(await encodingOf('identity')).toBe(null);
});
