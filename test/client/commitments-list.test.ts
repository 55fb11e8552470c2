import { Commitments } from '../../server/commitments/schema.ts';
import { decodeCommitments } from '../../client/schedules/decode.ts';

test('columns become rows again, with their places and the names that were left out', () => {
  const list: Commitments = {
    operatorCode: 'north',
    asOf: '2026-11-22',
    regions: [{ code: '11', names: { kk: 'Ақмола', ru: 'Акмола', en: 'Akmola' } }],
    places: [
      { region: 0, code: '1101', names: { kk: 'Ақкөл ауданы', ru: 'Аккольский район', en: 'Akkol District' } },
      { region: 0, code: null, names: null },
    ],
    columns: {
      place: [0, 1],
      nameKk: ['Ақкөл', 'Астана'],
      nameRu: ['Акколь', ''],
      nameEn: ['', ''],
      population: [1200, null],
      code: ['001', '002'],
      number: [1, 2],
      technology: ['fibre', '4g'],
      startQuarter: ['2027-Q1', '2027-Q2'],
      finishQuarter: ['2027-Q4', '2028-Q1'],
      stage: ['proposed', 'under_construction'],
      reason: [null, null],
      counter: [null, null],
      answerDueOn: ['2026-11-30', null],
      escalatedOn: [null, null],
      escalatedTo: [null, null],
      version: [7, 9],
      daysLeft: [8, null],
      workingDaysLeft: [6, null],
      deadline: [null, '2028-04-10'],
      standing: [null, 'at-risk'],
    },
  };
  expect(Commitments.parse(list)).toEqual(list);
  const [first, second] = decodeCommitments(list);
  expect(first).toMatchObject({
    regionCode: '11',
    code: '001',
    operatorCode: 'north',
    names: { kk: 'Ақкөл', ru: 'Акколь', en: 'Акколь' },
    district: { en: 'Akkol District' },
    region: { en: 'Akmola' },
    daysLeft: 8,
  });
  expect(second).toMatchObject({
    number: 2,
    names: { kk: 'Астана', ru: 'Астана', en: 'Астана' },
    district: null,
    population: null,
    deadline: '2028-04-10',
    standing: 'at-risk',
  });
});
