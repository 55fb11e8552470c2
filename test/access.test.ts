import { beforeAll, expect, test } from '@jest/globals';
import { everyRole } from '../server/accounts/access.ts';
import { type Person, serviceOfSmallCountry } from './service.ts';

const given = serviceOfSmallCountry();
const people = new Map<string, Person>();

beforeAll(async () => {
  people.set('nobody', given.service.nobody);
  for (const role of everyRole as string[]) people.set(role, await given.service.as(role));
});

/** Who may call each route. A route that is not in this list, or for others than it says, fails the test. */
const expected: Record<string, string> = {
  'get /api/installation': 'anyone',
  'post /api/session': 'anyone',
  'get /api/session': 'planner operator deputy administrator',
  'delete /api/session': 'planner operator deputy administrator',
  'get /api/session/openid': 'anyone',
  'get /api/session/openid/callback': 'anyone',
  'get /api/country': 'planner operator deputy administrator',
  'get /api/country/names/:language': 'planner operator deputy administrator',
  'get /api/country/names/:language/others': 'planner operator deputy administrator',
  'get /api/country/live': 'planner operator deputy administrator',
  'post /api/country/rows': 'planner operator deputy administrator',
  'get /api/country/boundaries': 'planner operator deputy administrator',
  'get /api/settlements': 'planner operator deputy administrator',
  'get /api/settlements/summary': 'planner operator deputy administrator',
  'get /api/settlements/keys': 'planner operator deputy administrator',
  'get /api/settlements/nearest': 'planner operator deputy administrator',
  'post /api/settlements/within': 'planner operator deputy administrator',
  'get /api/settlements/:regionCode/:code': 'planner operator deputy administrator',
  'patch /api/settlements/:regionCode/:code': 'planner administrator',
  'get /api/exports/settlements.:format': 'planner operator deputy administrator',
  'get /api/tiles.json': 'planner operator deputy administrator',
  'get /api/style.json': 'planner operator deputy administrator',
  'get /api/tiles/:z/:x/:y.mvt': 'planner operator deputy administrator',
  'get /api/programme': 'planner operator deputy administrator',
  'get /api/operators': 'planner operator deputy administrator',
  'patch /api/operators/:code': 'planner administrator',
  'post /api/evidence': 'planner administrator',
  'get /api/evidence/:id': 'planner administrator',
  'put /api/evidence/:id': 'planner administrator',
  'delete /api/evidence/:id': 'planner administrator',
  'get /api/assignments/finishing': 'planner administrator',
  'post /api/assignments': 'planner administrator',
  'patch /api/assignments': 'planner administrator',
  'post /api/assignments/withdrawals': 'planner administrator',
  'post /api/assignments/steps': 'planner operator administrator',
  'get /api/commitments': 'planner operator deputy administrator',
  'get /api/calendar-feed': 'operator',
  'post /api/calendar-feed': 'operator',
  'delete /api/calendar-feed': 'operator',
  'get /api/calendar/:token.ics': 'anyone',
  'put /api/attachments/:id': 'planner operator deputy administrator',
  'get /api/attachments/:id': 'planner operator deputy administrator',
  'get /api/attachments/:id/thumbnail': 'planner operator deputy administrator',
  'get /api/progress/:regionCode/:code/:number': 'planner operator deputy administrator',
  'post /api/progress-reports': 'planner operator administrator',
  'post /api/blockers/decisions': 'planner administrator',
  'post /api/inspections': 'planner administrator',
  'get /api/schedules': 'planner operator deputy administrator',
  'get /api/schedules/unanswered': 'planner operator deputy administrator',
  'post /api/schedules/:operatorCode/versions': 'planner administrator',
  'post /api/schedules/:operatorCode/approval': 'planner administrator',
  'get /api/schedules/:operatorCode/baselines/:version': 'planner operator deputy administrator',
  'get /api/schedules/:operatorCode/comparison': 'planner operator deputy administrator',
  'get /api/schedules/:operatorCode/document.:format': 'planner operator deputy administrator',
  'get /api/change-requests': 'planner operator deputy administrator',
  'post /api/change-requests': 'planner operator administrator',
  'post /api/change-requests/decisions': 'planner administrator',
  'get /api/approval-clock': 'planner operator deputy administrator',
  'put /api/approval-clock': 'planner administrator',
  'get /api/signing-key': 'anyone',
  'post /api/actions/:actionId/undo': 'planner administrator',
  'get /api/actions': 'planner administrator',
  'get /api/contradictions': 'planner operator deputy administrator',
  'get /api/contradictions/unclaimed': 'planner deputy administrator',
  'get /api/exports/contradictions.:format': 'planner operator deputy administrator',
  'get /api/exports/unclaimed.:format': 'planner deputy administrator',
  'get /api/inspections/routes': 'planner administrator',
  'get /api/exports/inspection-routes.:format': 'planner administrator',
  'get /api/what-if': 'planner deputy administrator',
  'get /api/what-if/choices': 'planner deputy administrator',
  'get /api/exports/what-if.:format': 'planner deputy administrator',
  'get /api/what-ifs': 'planner deputy administrator',
  'post /api/what-ifs': 'planner deputy administrator',
  'get /api/what-ifs/:id': 'planner deputy administrator',
  'delete /api/what-ifs/:id': 'planner deputy administrator',
  'get /api/inquiries': 'planner operator deputy administrator',
  'post /api/inquiries': 'deputy',
  'get /api/inquiries/:regionCode/:number': 'planner operator deputy administrator',
  'post /api/inquiries/:regionCode/:number/answers': 'planner operator administrator',
  'post /api/inquiries/:regionCode/:number/outcome': 'deputy',
  'get /api/inquiries/:regionCode/:number/document.pdf': 'planner operator deputy administrator',
  'get /api/challenges': 'planner operator deputy administrator',
  'post /api/challenges': 'planner deputy administrator',
  'get /api/challenges/:regionCode/:number': 'planner operator deputy administrator',
  'post /api/challenges/:regionCode/:number/rebuttal': 'operator',
  'post /api/challenges/:regionCode/:number/retraction': 'planner deputy administrator',
  'post /api/challenges/:regionCode/:number/decision': 'planner administrator',
  'post /api/challenges/:regionCode/:number/reversal': 'planner administrator',
  'get /api/challenges/:regionCode/:number/document.pdf': 'planner operator deputy administrator',
  'get /api/challenge-clock': 'planner operator deputy administrator',
  'put /api/challenge-clock': 'planner administrator',
  'get /api/notices': 'planner operator deputy administrator',
  'get /api/notices/unread': 'planner operator deputy administrator',
  'post /api/notices/read': 'planner operator deputy administrator',
  'get /api/account': 'planner operator deputy administrator',
  'patch /api/account': 'planner operator deputy administrator',
  'get /api/unsubscribe/:token': 'anyone',
  'post /api/unsubscribe/:token': 'anyone',
  'get /api/share-links': 'planner deputy administrator',
  'post /api/share-links': 'planner deputy administrator',
  'delete /api/share-links/:id': 'planner deputy administrator',
  'get /api/shared/:token': 'anyone',
  'get /api/shared/:token/coverage': 'anyone',
  'get /api/shared/:token/curve': 'anyone',
  'get /api/shared/:token/overdue': 'anyone',
  'get /api/shared/:token/settlements': 'anyone',
  'get /api/shared/:token/boundaries': 'anyone',
  'get /api/shared/:token/tiles.json': 'anyone',
  'get /api/shared/:token/style.json': 'anyone',
  'get /api/shared/:token/tiles/:z/:x/:y.mvt': 'anyone',
  'get /api/reports/coverage': 'planner operator deputy administrator',
  'get /api/reports/curve': 'planner operator deputy administrator',
  'get /api/reports/overdue': 'planner operator deputy administrator',
  'get /api/reports/changes': 'planner deputy administrator',
  'get /api/reports/settlements': 'planner deputy administrator',
  'get /api/exports/coverage.:format': 'planner deputy administrator',
  'get /api/exports/overdue.:format': 'planner deputy administrator',
  'get /api/exports/known-settlements.:format': 'planner deputy administrator',
  'get /api/planning/parameters': 'planner administrator',
  'put /api/planning/parameters/:code': 'planner administrator',
  'get /api/planning/pins': 'planner administrator',
  'put /api/planning/pins': 'planner administrator',
  'post /api/planning/pins/removals': 'planner administrator',
  'post /api/planning/pins/undo': 'planner administrator',
  'get /api/planning/network': 'planner administrator',
  'post /api/planning/outlook': 'planner administrator',
  'get /api/planning/scenarios': 'planner administrator',
  'post /api/planning/scenarios': 'planner administrator',
  'get /api/planning/scenarios/:id': 'planner administrator',
  'delete /api/planning/scenarios/:id': 'planner administrator',
  'post /api/planning/scenarios/:id/cancellation': 'planner administrator',
  'get /api/planning/scenarios/:id/rows': 'planner administrator',
  'get /api/planning/scenarios/:id/settlements/:regionCode/:code': 'planner administrator',
  'post /api/planning/scenarios/:id/questions': 'planner administrator',
  'post /api/planning/scenarios/:id/assignments': 'planner administrator',
  'get /api/planning/comparison': 'planner administrator',
  'get /api/live': 'planner operator deputy administrator',
  'get /api/imports': 'planner administrator',
  'post /api/imports': 'planner administrator',
  'post /api/imports/:id/load': 'planner administrator',
  'delete /api/imports/:id': 'planner administrator',
  'get /api/imports/:id/rejects': 'planner administrator',
};

const samples: Record<string, string> = {
  z: '8',
  x: '178',
  y: '86',
  language: 'kk',
  regionCode: '10',
  code: '1001',
  id: '00000000-0000-4000-8000-00000000ffff',
  actionId: '00000000-0000-4000-8000-00000000ffff',
  number: '1',
  token: '00000000-0000-4000-8000-00000000ffff.none',
  format: 'csv',
  operatorCode: 'north',
  version: '1',
};

const statusFor = async (person: Person, method: string, path: string) => {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => samples[name]);
  const cut = new AbortController();
  const { status } = await person.fetch(filled, { method: method.toUpperCase(), signal: cut.signal });
  cut.abort();
  return status;
};

test('the list names every route that there is, and no other', async () => {
  const { body } = await given.service.nobody.send('GET', '/api/openapi.json');
  const routes = Object.entries(body.paths as Record<string, object>).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(routes.sort()).toEqual(Object.keys(expected).sort());
});

test.each(Object.entries(expected).filter(([route]) => route !== 'delete /api/session'))(
  '%s is for: %s',
  async (route, roles) => {
    const [method, path] = route.split(' ');
    for (const [who, person] of people) {
      const status = await statusFor(person, method, path);
      const may = roles === 'anyone' || roles.split(' ').includes(who);
      const kind = status === 401 ? 'not signed in' : status === 403 ? 'not allowed' : 'let in';
      expect([who, kind]).toEqual([who, may ? 'let in' : who === 'nobody' ? 'not signed in' : 'not allowed']);
    }
  },
);

test('whoever signs out is nobody from then on', async () => {
  const deputy = await given.service.as('deputy');
  expect(await statusFor(deputy, 'delete', '/api/session')).toBe(204);
  expect(await statusFor(deputy, 'get', '/api/country')).toBe(401);
  expect(await statusFor(given.service.nobody, 'delete', '/api/session')).toBe(401);
});

test('a wrong password and an unknown login get the same answer', async () => {
  const wrong = await given.service.nobody.send('POST', '/api/session', { login: 'deputy', password: 'wrong' });
  const unknown = await given.service.nobody.send('POST', '/api/session', { login: 'nobody', password: 'wrong' });
  expect([wrong.status, wrong.body.detail]).toEqual([401, 'No account has this login and password.']);
  expect([unknown.status, unknown.body.detail]).toEqual([401, 'No account has this login and password.']);
});

test('the tenth failure on one account is the last that is tried', async () => {
  const statuses = [];
  for (let attempt = 1; attempt <= 11; attempt++) {
    const { status } = await given.service.nobody.send('POST', '/api/session', {
      login: 'administrator',
      password: `${attempt}`,
    });
    statuses.push(status);
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
});

test("another site's page cannot write in a person's name", async () => {
  const { status } = await people
    .get('planner')!
    .fetch('/api/assignments', { method: 'POST', headers: { Origin: 'https://elsewhere.example' }, body: '{}' });
  expect(status).toBe(403);
});

test('what is not there is a problem with an id to quote', async () => {
  const reply = await people.get('planner')!.fetch('/api/nothing');
  expect(reply.status).toBe(404);
  expect(reply.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
  expect(await reply.json()).toEqual({
    type: 'about:blank',
    title: 'Not found',
    status: 404,
    detail: 'There is no GET /nothing.',
    requestId: reply.headers.get('X-Request-Id'),
  });
});
