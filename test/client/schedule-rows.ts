import type { Row } from '../../client/schedules/rows.ts';

/** A row of a schedule, as it is where nothing else is said. */
export const row = (changes: Partial<Row> = {}): Row => ({
  regionCode: '11',
  code: '001',
  number: 1,
  operatorCode: 'north',
  technology: 'fibre',
  startQuarter: '2027-Q1',
  finishQuarter: '2027-Q4',
  costTenge: null,
  subsidyTenge: null,
  responsibleOfficer: '',
  stage: 'draft',
  reason: null,
  counter: null,
  proposedOn: null,
  answerDueOn: null,
  escalatedOn: null,
  escalatedTo: null,
  version: 7,
  names: { kk: 'Ақкөл', ru: 'Акколь', en: 'Akkol' },
  districtCode: '1101',
  population: 1200,
  daysLeft: null,
  workingDaysLeft: null,
  ...changes,
});
