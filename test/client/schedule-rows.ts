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
  stage: 'draft',
  reason: null,
  counter: null,
  answerDueOn: null,
  escalatedOn: null,
  escalatedTo: null,
  version: 7,
  names: { kk: 'Ақкөл', ru: 'Акколь', en: 'Akkol' },
  region: { kk: 'Ақмола облысы', ru: 'Акмолинская область', en: 'Akmola Region' },
  district: { kk: 'Ақкөл ауданы', ru: 'Аккольский район', en: 'Akkol District' },
  population: 1200,
  daysLeft: null,
  workingDaysLeft: null,
  deadline: null,
  standing: null,
  ...changes,
});
