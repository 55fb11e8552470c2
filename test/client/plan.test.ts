import type { Stage } from '../../server/assignments/schema.ts';
import { shippedProfiles } from '../../server/assessment/profiles.ts';
import { countingTechnologies } from '../../server/programmes/rules.ts';
import { candidateOf, finishingIn, planOf } from '../../client/store/plan.ts';
import { sortRows } from '../../client/store/sort.ts';
import { summarise } from '../../client/store/summary.ts';
import { smallCountry, smallLive } from './small-country.ts';

const profile = shippedProfiles().find(({ code }) => code === 'kazakhstan-2024')!;
const programme = {
  profile: { ...profile, technologies: countingTechnologies(profile) },
  currentQuarter: '2026-Q4',
};
const operators = [{ code: 'aidahar', names: { kk: '', ru: '', en: '' }, quarterlyCapacity: 3 }];

test('what finishes in a quarter is counted by operator, but for what was given up', () => {
  const withStage = (stage: Stage) => ({
    ...smallLive,
    assignments: smallLive.assignments.with(2, [{ ...smallLive.assignments[0][0], stage }]),
  });
  const [declined, accepted] = [withStage('declined'), withStage('accepted')];
  expect(planOf(finishingIn(declined), operators, programme).finishing('aidahar', '2027-Q4')).toBe(1);
  expect(planOf(finishingIn(accepted), operators, programme).finishing('aidahar', '2027-Q4')).toBe(2);
  expect(planOf(finishingIn(accepted), operators, programme).finishing('aidahar', '2027-Q1')).toBe(0);
  expect(planOf(finishingIn(accepted), operators, programme).capacities.get('aidahar')).toBe(3);
});

test('technologies that count are those of the profile’s families', () => {
  expect(countingTechnologies(profile)).toEqual([
    'fibre',
    'cable',
    'copper',
    'fixed-wireless',
    '4g',
    '5g',
    'satellite',
  ]);
  expect([...planOf(new Map(), operators, programme).technologies]).toEqual(countingTechnologies(profile));
});

test('a candidate is what the rules ask of a settlement', () => {
  expect(candidateOf(smallLive, 2)).toEqual({ status: 'unknown', flagged: false, population: null, assignments: [] });
});

test('a summary counts each district once and does not take unknown people for none', () => {
  expect(summarise(smallCountry, smallLive, new Set([0, 1, 2]))).toEqual({
    settlements: 3,
    people: 1290,
    populationMissing: 1,
    districts: 1,
  });
});

test('rows are ordered by people with the unknown last, or by name in the language of the page', () => {
  expect(sortRows([2, 1, 0], 'population', smallCountry, smallLive, 'kk')).toEqual([0, 1, 2]);
  expect(sortRows([2, 1, 0], 'name', smallCountry, smallLive, 'kk')).toEqual([0, 1, 2]);
  expect(sortRows([0, 1, 2], 'name', smallCountry, smallLive, 'en')).toEqual([0, 2, 1]);
});
