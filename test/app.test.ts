import { expect, test } from '@jest/globals';
import { serviceOfSmallCountry } from './service.ts';

const given = serviceOfSmallCountry();

test('a supervisor can ask whether it lives and whether it is ready', async () => {
  expect(await given.service.nobody.send('GET', '/health')).toEqual({ status: 200, body: { status: 'ok' } });
  expect(await given.service.nobody.send('GET', '/ready')).toEqual({ status: 200, body: { status: 'ready' } });
});

test('it is not ready while its database is gone, and lives all the same', async () => {
  const { query } = given.database;
  given.database.query = () => Promise.reject(new Error('connection lost'));
  try {
    const { status, body } = await given.service.nobody.send('GET', '/ready');
    expect([status, body.title]).toEqual([503, 'Not ready']);
    expect((await given.service.nobody.send('GET', '/health')).status).toBe(200);
  } finally {
    given.database.query = query;
  }
});

test('the description of the API names shapes, parameters and who may call', async () => {
  const { body } = await given.service.nobody.send('GET', '/api/openapi.json');
  const assign = body.paths['/api/assignments'].post;
  expect([body.openapi, assign.description]).toEqual(['3.1.0', 'For: planner, administrator.']);
  expect(assign.requestBody.content['application/json'].schema.required).toEqual(['settlements', 'commitment']);
  const detail = body.paths['/api/settlements/{regionCode}/{code}'].get;
  expect(detail.parameters.map(({ name, in: place }: { name: string; in: string }) => `${place} ${name}`)).toEqual([
    'path regionCode',
    'path code',
  ]);
});

test('the page to read it by loads nothing from elsewhere', async () => {
  const page = await given.service.nobody.fetch('/api/docs');
  expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'self'");
  const addresses = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
  expect(addresses).toEqual(['docs/swagger-ui.css', 'docs/swagger-ui-bundle.js', 'docs/start.js']);
  for (const address of addresses) expect((await given.service.nobody.fetch(`/api/${address}`)).status).toBe(200);
});

test('a body that is no JSON, and one that is too large, are refused as such', async () => {
  const post = (body: string) =>
    given.planner.fetch('/api/assignments', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  expect((await post('{"settlements": [')).status).toBe(400);
  expect((await post(JSON.stringify({ padding: 'x'.repeat(5_000_000) }))).status).toBe(413);
});

test('answers carry headers that keep other sites out', async () => {
  const { headers } = await given.service.nobody.fetch('/health');
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('X-Powered-By')).toBeNull();
});
