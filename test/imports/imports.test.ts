import { serviceOfSmallCountry } from '../service.ts';

const given = serviceOfSmallCountry();

/** Uploads a file as the planner. */
async function upload(fileName: string, content: string, about: Record<string, string> = {}) {
  const reply = await given.planner.fetch(`/api/imports?${new URLSearchParams({ fileName, ...about })}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: content,
  });
  return { status: reply.status, body: (await reply.json()) as any };
}

const populations = 'code,population\n1003,300\n1004,-5\n9999,10\n1001,1000\n';

test('an upload tells what loading would change, and changes nothing', async () => {
  const { status, body } = await upload('populations.csv', populations, { source: 'Census' });
  expect(status).toBe(200);
  expect(body.report).toMatchObject({
    kind: 'populations',
    format: 'CSV, utf-8, separated by ","',
    columns: ['code', 'population'],
    fields: { code: 'code', population: 'population' },
    rowsRead: 4, added: 0, changed: 2, unchanged: 0, removed: 0, rejected: 2,
    rejectsByReason: { negative: 1, 'unknown-settlement': 1 },
    warnings: [],
    importId: null,
  }); // prettier-ignore
  const before = await given.planner.send('GET', '/api/settlements/10/1003');
  expect(before.body.settlement.population).toBe(250);
  expect((await given.planner.send('GET', '/api/imports')).body).toEqual({ rows: [] });
  await given.planner.send('DELETE', `/api/imports/${body.id}`);
});

test('it is loaded once, by the person who uploaded it; its rejected rows can be had before and after', async () => {
  const { body } = await upload('populations.csv', populations, { source: 'Census' });
  const rejects = async () => (await given.planner.fetch(`/api/imports/${body.id}/rejects`)).text();
  const refused = await rejects();
  expect(refused.split('\r\n')[1]).toBe('1004,-5,3,population,-5,negative');

  const other = await given.service.as('planner2');
  expect((await other.send('POST', `/api/imports/${body.id}/load`, {})).status).toBe(404);
  const loaded = await given.planner.send('POST', `/api/imports/${body.id}/load`, {});
  expect(loaded.body).toMatchObject({ changed: 2, rejected: 2, importId: expect.any(String) });
  expect((await given.planner.send('GET', '/api/settlements/10/1003')).body.settlement.population).toBe(300);
  const [row] = (await given.planner.send('GET', '/api/imports')).body.rows;
  expect(row).toMatchObject({
    fileName: 'populations.csv',
    source: 'Census',
    changed: 2,
    rejected: 2,
    actor: 'planner',
  });

  expect((await given.planner.send('POST', `/api/imports/${body.id}/load`, {})).status).toBe(404);
  expect(await rejects()).toBe(refused);
});

test('rejected rows come as CSV from a table whatever it was named, and as GeoJSON from features', async () => {
  const named = async (id: string) => {
    const reply = await given.planner.fetch(`/api/imports/${id}/rejects`);
    return [reply.headers.get('Content-Disposition'), reply.headers.get('Content-Type')];
  };
  const table = await upload('2026.txt', populations);
  expect(await named(table.body.id)).toEqual(['attachment; filename=2026-refused.csv', 'text/csv; charset=utf-8']);
  const feature = { type: 'Feature', properties: { code: 'x' }, geometry: { type: 'Polygon', coordinates: [[]] } };
  const features = await upload('regions.json', JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
  expect(features.body.report).toMatchObject({ kind: 'boundaries', rejected: 1 });
  expect((await named(features.body.id))[0]).toBe('attachment; filename=regions-refused.geojson');
});

test.each([
  ['nothing', '', { fault: 'empty', line: null, columns: [] }],
  ['other headers', 'a,b\n1,2\n', { fault: 'unknown-columns', line: null, columns: ['a', 'b'] }],
  ['an unclosed quote', 'code,population\n1,"2\n', { fault: 'open-quote', line: 2, value: null, columns: [] }],
])('a file with %s is refused with what is wrong, in words and as a code', async (_, content, refusal) => {
  const { status, body } = await upload('file.csv', content);
  expect(status).toBe(422);
  expect(body).toMatchObject({ title: 'File refused', detail: expect.any(String), refusal });
});

test('a header that is not known is named by a mapping', async () => {
  const { body } = await upload('other.csv', 'a,b\n1003,301\n', {
    kind: 'populations',
    mapping: '{"code": "a", "population": "b"}',
  });
  expect(body.report).toMatchObject({ fields: { code: 'a', population: 'b' }, changed: 1, rejected: 0 });
  expect((await upload('other.csv', 'a,b\n1,2\n', { mapping: 'code=a' })).body.detail).toBe(
    'mapping: must be JSON such as {"code": "their header"}',
  );
});
