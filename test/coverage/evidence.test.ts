import { expect, test } from '@jest/globals';
import { today } from '../country.ts';
import { serviceOfSmallCountry } from '../service.ts';

const given = serviceOfSmallCountry();

const claim = {
  kind: 'claim',
  operatorCode: 'south',
  technology: 'fibre',
  download: 100,
  upload: 100,
  latency: 10,
  tests: null,
  devices: null,
  observedOn: today,
};

const square = (west: number, east: number) => ({
  type: 'area',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 50],
        [east, 50],
        [east, 50.2],
        [west, 50.2],
        [west, 50],
      ],
    ],
  },
});

const served = async () => (await given.planner.send('GET', '/api/country/live')).body.status;

test('a claim across two regions serves what it covers in both, its edge included; changed and removed, no longer', async () => {
  const added = await given.planner.send('POST', '/api/evidence', { ...claim, where: square(70.2, 71.1) });
  expect([added.status, Object.keys(added.body.versions)]).toEqual([200, ['10', '11']]);
  expect(added.body.changed.map(({ code }: { code: string }) => code)).toEqual(['1002', '1003', '1004', '1101']);
  expect(await served()).toBe('kssss' + 's');

  const { id, versions } = added.body;
  const smaller = { seen: versions, evidence: { ...claim, where: square(70.25, 70.35) } };
  const changed = await given.planner.send('PUT', `/api/evidence/${id}`, smaller);
  expect(changed.body.versions).toEqual({ '10': versions['10'] + 1 });
  expect(await served()).toBe('kkskks');

  const stale = await given.planner.send('DELETE', `/api/evidence/${id}`, { seen: versions });
  expect(stale.status).toBe(409);
  const removed = await given.planner.send('DELETE', `/api/evidence/${id}`, { seen: changed.body.versions });
  expect(removed.body.changed).toEqual([{ regionCode: '10', code: '1003' }]);
  expect(await served()).toBe('kkkkks');
});

test('a claim for one settlement', async () => {
  const where = { type: 'settlement', code: '1001' };
  const added = await given.planner.send('POST', '/api/evidence', { ...claim, where });
  expect(added.body.changed).toEqual([{ regionCode: '10', code: '1001' }]);
  expect(await served()).toBe('skkkks');
  await given.planner.send('DELETE', `/api/evidence/${added.body.id}`, { seen: added.body.versions });
});

test('a circle reaches as far as its radius and no farther', async () => {
  const where = (radius: number) => ({ type: 'circle', longitude: 70.1, latitude: 50.1, radius });
  // From 70.1 to 70.2 at 50.1 degrees north it is 7,154.69 m along the ellipsoid.
  const near = await given.planner.send('POST', '/api/evidence', { ...claim, where: where(7154) });
  expect(await served()).toBe('skkkks');
  const far = { seen: near.body.versions, evidence: { ...claim, where: where(7155) } };
  const changed = await given.planner.send('PUT', `/api/evidence/${near.body.id}`, far);
  expect(await served()).toBe('sskkks');
  await given.planner.send('DELETE', `/api/evidence/${near.body.id}`, { seen: changed.body.versions });
});

test.each([
  [
    'an operator that is not there',
    { operatorCode: 'west', where: square(70, 71) },
    'operatorCode: there is no operator west.',
  ],
  [
    'a place outside the country',
    { where: square(10, 11) },
    'where: no region and no settlement of this country is there.',
  ],
])('%s is refused', async (_, changes, detail) => {
  const { status, body } = await given.planner.send('POST', '/api/evidence', { ...claim, ...changes });
  expect([status, body.detail]).toEqual([422, detail]);
});
