import { kinds, readView, sizes, writeView } from '../../client/contradictions/address.ts';
import { challengeAddress, placeAddress } from '../../client/contradictions/words.ts';
import { Contradiction } from '../../server/assessment/schema.ts';
import { sizeOf } from '../../server/contradictions/rules.ts';
import { type ContradictionRow, Size } from '../../server/contradictions/schema.ts';

test('the words to choose from are those of the wire', () => {
  expect([sizes, kinds]).toEqual([Size.options, Contradiction.shape.by.options]);
});

test('a view is what the address says; what it says wrongly is not said', () => {
  const whole = '/contradictions?region=west&operator=north&by=inspection&size=to-500&confidence=0.95';
  expect(writeView(readView(new URL(whole, 'http://x').search))).toBe(whole);
  expect(writeView(readView(''))).toBe('/contradictions');
  expect(readView('?side=both&size=huge&by=hearsay&confidence=2')).toEqual(readView(''));
});

test('of service that nobody claims there is no operator and no inspection', () => {
  expect(writeView(readView('?side=unclaimed&operator=north&by=inspection&region=west'))).toBe(
    '/contradictions?region=west&side=unclaimed',
  );
});

test('links lead to the settlement and to the challenge of the claim', () => {
  const row = { regionCode: 'а', code: '01', claims: ['id-1', 'id-2'] } as unknown as ContradictionRow;
  expect(placeAddress(row)).toBe('/map?place=%D0%B0:01');
  expect(challengeAddress(row)).toBe('/challenges/new?region=%D0%B0&settlement=01&evidence=id-1');
});

test.each([
  [null, 'unknown'],
  [0, 'to-250'],
  [250, 'to-250'],
  [251, 'to-500'],
  [1000, 'to-1000'],
  [5000, 'to-5000'],
  [5001, 'above-5000'],
])('a settlement of %p is of the size %s', (population, size) => expect(sizeOf(population)).toBe(size));
