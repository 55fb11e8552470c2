import { knownOnOf, languageOf, scopeOf, withLanguage } from '../../client/sharing/scope.ts';

test.each([
  ['/', {}, { flagged: 'true' }],
  [
    '/map?show=all&region=west&district=w1&operator=north&stage=approved&quarter=2027-Q3&search=%D0%B0%D2%9B',
    { region: 'west', district: 'w1', operator: 'north' },
    { region: 'west', district: 'w1', operator: 'north', stage: 'approved', quarter: '2027-Q3', query: 'ақ' },
  ],
  [
    '/map?show=population-missing&status=unknown&from=10',
    {},
    { populationMissing: 'true', status: 'unknown', populationFrom: '10' },
  ],
  ['/coverage?region=all', {}, { flagged: 'true' }],
  [
    '/coverage?region=west&tab=settlements&show=all&sort=-name&known-on=2026-05-01',
    { region: 'west' },
    { region: 'west' },
  ],
  ['/schedules?operator=north&search=a', { operator: 'north' }, { operator: 'north' }],
])('of %s the shared view has the part of the country %j and the settlements %j', (address, plan, settlements) => {
  const scope = scopeOf(address);
  expect([scope.plan, scope.settlements]).toEqual([plan, settlements]);
});

test('of the figures of places their measure and the cause are kept', () => {
  const { measure, cause } = scopeOf('/coverage?by=settlements&tab=overdue&cause=power');
  expect([measure, cause]).toEqual(['settlements', 'power']);
  expect(scopeOf('/map').measure).toBe('residents');
});

test('a link holds the language in which it shall be read, once', () => {
  const address = withLanguage('/map?place=west:a&selected=west:a,b&language=kk', 'ru');
  expect(address).toBe('/map?place=west:a&selected=west:a,b&language=ru');
  expect([languageOf(address), languageOf('/map')]).toEqual(['ru', null]);
});

test('a view of a past date is shared as of that date', () => {
  expect([knownOnOf('/coverage?known-on=2026-05-01'), knownOnOf('/coverage')]).toEqual(['2026-05-01', null]);
});
