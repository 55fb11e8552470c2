import type { Commitment } from '../../server/assignments/schema.ts';
import { differingFields } from '../../client/planner/amend/differing-fields.ts';
import { differing } from '../../client/planner/details/compare-population.ts';

const present: Commitment = {
  operatorCode: 'aidahar',
  technology: 'fibre',
  startQuarter: '2027-Q1',
  finishQuarter: '2028-Q1',
  costTenge: 5_000_000,
  subsidyTenge: null,
  responsibleOfficer: '',
};

test('of an assignment only what this person wanted changed, and what is not so already, is compared', () => {
  expect(differingFields(present, { finishQuarter: '2027-Q4', technology: 'fibre' })).toEqual(['finishQuarter']);
  expect(differingFields(present, { costTenge: null })).toEqual(['costTenge']);
});

test('of a population what this person left alone is not compared, though another changed it', () => {
  const seen = { population: 100, populationDate: null, populationSource: 'census' };
  const theirs = { population: 150, populationDate: '2026-01-01', populationSource: 'akimat' };
  expect(differing(seen, theirs, { ...seen, population: 160 })).toEqual(['population']);
  expect(differing(seen, theirs, { ...seen, population: 150 })).toEqual([]);
});
