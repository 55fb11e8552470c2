import {
  challengeStates,
  pathOf,
  readFilters,
  readPath,
  readStart,
  writeFilters,
  writeStart,
} from '../../client/challenges/address.ts';
import { ChallengeState } from '../../server/challenges/schema.ts';

test('the states to choose from are those of the wire', () => {
  expect(challengeStates).toEqual(ChallengeState.options);
});

test.each([
  ['/challenges', { page: 'list' }],
  ['/challenges/new', { page: 'raise' }],
  ['/challenges/west/12', { page: 'one', key: { regionCode: 'west', number: 12 } }],
  ['/challenges/west/one', { page: 'list' }],
])('the path %s is %j', (path, place) => {
  expect(readPath(path)).toEqual(place);
});

test('the path of a challenge leads to it', () => {
  const key = { regionCode: 'а/b', number: 3 };
  expect(readPath(pathOf(key))).toEqual({ page: 'one', key });
});

test('filters are what the address says; what it says wrongly is not said', () => {
  const query = '?state=undefended&region=west&settlement=a&operator=north';
  expect(writeFilters(readFilters(query))).toBe(query);
  expect(writeFilters(readFilters('?state=late&region=west'))).toBe('?region=west');
});

test('the form begins with the settlements and the claim of the address', () => {
  const start = { region: 'west', settlements: ['a', 'b'], evidence: 'e' };
  expect(writeStart(start)).toBe('?region=west&settlement=a&settlement=b&evidence=e');
  expect(readStart('?region=west&settlement=a&settlement=b&settlement=a&evidence=e')).toEqual(start);
  expect(readStart('?settlement=a')).toEqual({ region: '', settlements: [], evidence: '' });
});
