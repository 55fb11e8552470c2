import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from '@jest/globals';
import { generateCountry } from '../../geodata/demonstration/country.ts';
import { nameSettlements } from '../../geodata/demonstration/names.ts';
import { writeAssignments } from '../../server/assignments/queries.ts';
import { Commitments } from '../../server/commitments/schema.ts';
import { aqsu, kokozek, partiesOfSmallCountry, qyzylzhar } from '../schedules/story.ts';

const story = partiesOfSmallCountry();
const { given } = story;
let deputy: typeof given.planner;
beforeAll(async () => void (deputy = await given.service.as('deputy')));

const list = (by: typeof given.planner, query = '') => story.ask(by, 'GET', `/api/commitments${query}`);

test('a company has its own commitments as columns, with their places and the days left to answer', async () => {
  await story.propose([aqsu, qyzylzhar]);
  await story.propose([kokozek], 'south');
  const { columns, ...rest } = await list(story.north);
  expect(rest).toEqual({
    operatorCode: 'north',
    asOf: '2026-11-22',
    regions: [
      { code: '10', names: { kk: '10 облысы', ru: 'Область 10', en: 'Region 10' } },
      { code: '11', names: { kk: '11 облысы', ru: 'Область 11', en: 'Region 11' } },
    ],
    places: [
      { region: 0, code: '1001', names: { kk: 'Аудан', ru: 'Район', en: 'District' } },
      { region: 1, code: '1101', names: { kk: 'Аудан', ru: 'Район', en: 'District' } },
    ],
  });
  expect(columns).toMatchObject({
    place: [0, 1],
    code: ['1001', '1101'],
    number: [1, 1],
    nameKk: ['Ақсу', 'Қызылжар'],
    nameRu: ['Аксу', 'Кызылжар'],
    nameEn: ['', ''],
    population: [1000, 1000],
    stage: ['proposed', 'proposed'],
    startQuarter: ['2027-Q1', '2027-Q1'],
    answerDueOn: ['2026-11-30', '2026-11-30'],
    daysLeft: [8, 8],
    workingDaysLeft: [6, 6],
  });
});

test('what has not been sent is not the company’s yet; those who oversee say whose they ask for', async () => {
  await story.assign([aqsu]);
  expect((await list(story.north)).columns.code).toEqual([]);
  for (const by of [given.planner, deputy]) {
    expect((await list(by, '?operator=north')).columns.stage).toEqual(['draft']);
    expect((await list(by, '?operator=south')).columns.stage).toEqual([]);
    const { status, body } = await by.send('GET', '/api/commitments');
    expect([status, body.detail]).toEqual([422, 'operator: say whose commitments, as in ?operator=CODE.']);
    expect((await by.send('GET', '/api/commitments?operator=nobody')).status).toBe(404);
  }
});

test('of another company an operator learns nothing, not even that it exists', async () => {
  await story.propose([aqsu], 'south');
  const other = await story.north.send('GET', '/api/commitments?operator=south');
  const nobody = await story.north.send('GET', '/api/commitments?operator=nobody');
  expect([other.status, other.body.detail]).toEqual([404, 'There is no operator south.']);
  expect([nobody.status, nobody.body.detail]).toEqual([404, 'There is no operator nobody.']);
  expect((await list(story.north, '?operator=north')).columns.code).toEqual([]);
});

test('what was agreed has its deadline and how it stands against it', async () => {
  await given.database.query('delete from blocker');
  const [{ version }] = await story.approved([aqsu]);
  const standing = async () => {
    const { deadline, standing: how } = (await list(story.north)).columns;
    return [deadline, how];
  };
  expect(await standing()).toEqual([['2027-09-30'], ['on-time']]);
  await story.ask(story.north, 'POST', '/api/progress-reports', {
    ...aqsu,
    number: 1,
    version,
    id: '00000000-0000-4000-8000-000000000101',
    writtenAt: '2026-11-22T09:00:00Z',
    blockers: [
      {
        id: '00000000-0000-4000-8000-000000000102',
        cause: 'power',
        owedBy: 'ministry',
        since: '2026-11-20',
        text: '10 kV',
      },
    ],
  });
  expect(await standing()).toEqual([['2027-09-30'], ['at-risk']]);
});

test('what has not changed is not sent again', async () => {
  const first = await story.north.fetch('/api/commitments');
  const headers = { 'If-None-Match': first.headers.get('ETag')! };
  expect((await story.north.fetch('/api/commitments', { headers })).status).toBe(304);
  await story.propose([aqsu]);
  expect((await story.north.fetch('/api/commitments', { headers })).status).toBe(200);
});

test('three hundred commitments in 44 districts weigh at most 10 kB on the line', async () => {
  const country = generateCountry();
  const names = nameSettlements(country);
  const { districts } = country.divisions;
  const villages = [...names.keys()].filter((i) => i >= country.towns.length && country.districts[i] < 50);
  const chosen = villages.filter((_, at) => at % 4 === 0).slice(0, 300);
  for (const district of new Set(chosen.map((i) => country.districts[i]))) {
    const { code, names: called } = districts[district];
    await given.database.query(
      `insert into place (region_code, code, level, parent_code, type_code, name_kk, name_ru, name_en)
       values ('10', $1, 'district', '10', '', $2, $3, $4)`,
      [code, called.kk, called.ru, called.en],
    );
  }
  for (const i of chosen) {
    const { kk, ru, en } = names[i];
    await given.database.query(
      `insert into settlement (region_code, code, district_code, kind, name_kk, name_ru, name_en, population, location, version)
       values ('10', $1, $2, 'village', $3, $4, $5, $6, st_setsrid(st_makepoint(70.5, 50), 4326), 0)`,
      [String(351_000_000 + i * 137), districts[country.districts[i]].code, kk, ru, en, country.residents[i]],
    );
  }
  await writeAssignments(
    given.database,
    chosen.map((i) => ({
      regionCode: '10',
      code: String(351_000_000 + i * 137),
      number: 1,
      operatorCode: 'north',
      technology: i % 3 === 0 ? '4g' : 'fibre',
      startQuarter: `2027-Q${1 + (i % 4)}`,
      finishQuarter: `2028-Q${1 + (i % 4)}`,
      costTenge: (60 + ((i * 7919) % 300)) * 1_000_000,
      subsidyTenge: (20 + ((i * 104_729) % 100)) * 1_000_000,
      responsibleOfficer: ['А. Сәрсенов', 'Б. Омаров', 'Г. Ким'][i % 3],
      stage: (['proposed', 'approved', 'under_construction', 'operational'] as const)[(i * 31) % 4],
      reason: null,
      counter: null,
      proposedOn: '2026-11-22',
      answerDueOn: (i * 31) % 4 === 0 ? '2026-11-30' : null,
      escalatedOn: null,
      escalatedTo: null,
      version: 40 + (i % 60),
    })),
  );
  const reply = Commitments.parse(await list(story.north));
  expect([reply.columns.code.length, reply.places.length]).toEqual([300, 44]);
  expect(gzipSync(JSON.stringify(reply)).length).toBeLessThanOrEqual(10_000);
});
