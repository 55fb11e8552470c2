import { expect, test } from '@jest/globals';
import { type Candidate, conflictsOf, type Plan, type Proposal } from '../../server/assignments/rules.ts';
import type { Commitment } from '../../server/assignments/schema.ts';

const plan: Plan = {
  currentQuarter: '2026-Q4',
  technologies: new Set(['fibre', '4g']),
  capacities: new Map([
    ['north', 2],
    ['south', null],
  ]),
  finishing: (operatorCode, quarter) => (operatorCode === 'north' && quarter === '2027-Q3' ? 1 : 0),
};

const commitment: Commitment = {
  operatorCode: 'south',
  technology: 'fibre',
  startQuarter: '2027-Q1',
  finishQuarter: '2027-Q3',
  costTenge: null,
  subsidyTenge: null,
  responsibleOfficer: '',
};

const flagged: Candidate = { status: 'unserved', flagged: true, population: 1000, assignments: [] };

const propose = (changes: Partial<Commitment> = {}, candidate: Partial<Candidate> = {}): Proposal => ({
  candidate: { ...flagged, ...candidate },
  commitment: { ...commitment, ...changes },
  own: null,
});

const codes = (proposals: Proposal[]) =>
  conflictsOf(proposals, plan).map((conflicts) => conflicts.map(({ code, severity }) => `${severity} ${code}`));

const assigned = (operatorCode: string, startQuarter: string, finishQuarter: string, stage = 'draft' as const) => ({
  assignments: [{ number: 1, operatorCode, startQuarter, finishQuarter, stage }],
});

test('a flagged settlement can be assigned', () => {
  expect(codes([propose()])).toEqual([[]]);
});

test.each([
  ['error unknown-operator', propose({ operatorCode: 'west' })],
  ['error technology-unsuitable', propose({ technology: 'copper' })],
  ['error dates-reversed', propose({ startQuarter: '2027-Q4' })],
  ['error dates-past', propose({ startQuarter: '2026-Q1', finishQuarter: '2026-Q3' })],
  ['error already-served', propose({}, { status: 'served', flagged: false })],
  ['warning population-missing', propose({}, { population: null, flagged: false })],
  ['warning not-flagged', propose({}, { population: 250, flagged: false })],
  ['warning another-operator', propose({}, assigned('north', '2027-Q1', '2027-Q3'))],
  ['error same-operator-overlaps', propose({}, assigned('south', '2026-Q4', '2027-Q1'))],
])('%s', (conflict, proposal) => {
  expect(codes([proposal])).toEqual([[conflict]]);
});

test('the same operator before or after is no conflict, nor is what it declined', () => {
  expect(codes([propose({}, assigned('south', '2026-Q3', '2026-Q4'))])).toEqual([[]]);
  const declined = {
    assignments: [{ ...assigned('south', '2027-Q1', '2027-Q3').assignments[0], stage: 'declined' as const }],
  };
  expect(codes([propose({}, declined)])).toEqual([[]]);
});

test('capacity is given out in order; those that do not fit are refused', () => {
  const north = propose({ operatorCode: 'north' });
  expect(codes([north, north, propose({ operatorCode: 'north', finishQuarter: '2027-Q4' })])).toEqual([
    [],
    ['error capacity-exceeded'],
    [],
  ]);
});

test('an amended assignment gives back the capacity that it took, and is not in its own way', () => {
  const own = {
    number: 1,
    operatorCode: 'north',
    startQuarter: '2027-Q1',
    finishQuarter: '2027-Q3',
    stage: 'draft' as const,
  };
  const amended: Proposal = { ...propose({ operatorCode: 'north' }, { assignments: [own] }), own: 1, replaces: own };
  expect(codes([amended, amended])).toEqual([[], []]);
});
