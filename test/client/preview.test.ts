import type { Candidate, Plan } from '../../server/assignments/rules.ts';
import type { Commitment, ConflictCode } from '../../server/assignments/schema.ts';
import { amending, assigning, preview } from '../../client/planner/assign/preview.ts';

const commitment: Commitment = {
  operatorCode: 'aidahar',
  technology: 'fibre',
  startQuarter: '2027-Q1',
  finishQuarter: '2027-Q4',
  costTenge: null,
  subsidyTenge: null,
  responsibleOfficer: '',
};
const free: Candidate = { status: 'unserved', flagged: true, population: 900, assignments: [] };
const assigned = (operatorCode: string) => ({
  ...free,
  assignments: [{ ...commitment, number: 1, operatorCode, stage: 'draft' as const, version: 3 }],
});

const planWith = (capacity: number | null): Plan => ({
  currentQuarter: '2026-Q4',
  technologies: new Set(['fibre']),
  capacities: new Map([['aidahar', capacity]]),
  finishing: () => 0,
});
const nobody = new Set<ConflictCode>();

test('what the rules refuse is skipped, what they warn of is not', () => {
  const candidates = [free, assigned('aidahar'), assigned('bolat'), { ...free, status: 'served' as const }];
  const outcome = preview([10, 20, 30, 40], assigning(candidates, commitment), planWith(null), nobody);
  expect(outcome.accepted).toEqual([10, 30]);
  expect(outcome.skipped).toEqual([20, 40]);
  expect(outcome.groups.map(({ code, severity, rows }) => [code, severity, rows])).toEqual([
    ['same-operator-overlaps', 'error', [20]],
    ['already-served', 'error', [40]],
    ['another-operator', 'warning', [30]],
  ]);
});

test('a warning that the planner heeds skips too, and leaves its capacity to others', () => {
  const candidates = [assigned('bolat'), free, free];
  const proposals = assigning(candidates, commitment);
  expect(preview([10, 20, 30], proposals, planWith(2), nobody)).toMatchObject({ accepted: [10, 20], skipped: [30] });
  const heeding = new Set<ConflictCode>(['another-operator']);
  expect(preview([10, 20, 30], proposals, planWith(2), heeding)).toMatchObject({ accepted: [20, 30], skipped: [10] });
});

test('details of a conflict are told once', () => {
  const candidates = [assigned('bolat'), assigned('bolat'), assigned('kerqula')];
  const { groups } = preview([1, 2, 3], assigning(candidates, commitment), planWith(null), nobody);
  expect(groups[0].details.map(({ detail }) => detail)).toEqual(['bolat', 'kerqula']);
});

test('an assignment that is changed is not in its own way', () => {
  const proposals = amending([assigned('aidahar')], [1], { finishQuarter: '2028-Q1' });
  expect(preview([10], proposals, planWith(1), nobody)).toMatchObject({ accepted: [10], groups: [] });
  expect(proposals[0].commitment).toMatchObject({ operatorCode: 'aidahar', finishQuarter: '2028-Q1' });
});
