import { beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { serviceOfSmallCountry } from '../service.ts';

const given = serviceOfSmallCountry();

beforeAll(async () => {
  await given.database.query(
    `insert into assignment (region_code, settlement_code, number, operator_code, technology, start_quarter, finish_quarter,
       responsible_officer, stage, version)
     values ('10', '1001', 1, 'north', 'fibre', '2027-Q1', '2027-Q3', '', 'draft', 0),
       ('10', '1001', 2, 'south', '4g', '2027-Q1', '2027-Q4', '', 'draft', 0)`,
  );
  await given.database.query(`update settlement set name_ru = '=1+1' where code = '1002'`);
});

const workbook = async (query: string, by = given.planner) => {
  const reply = await by.fetch(`/api/exports/settlements.xlsx${query}`);
  expect(reply.headers.get('Content-Type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  const [{ sheet, data }] = await readWorkbook(Buffer.from(await reply.arrayBuffer()));
  expect(sheet).toBe('settlements');
  return data;
};

test('a workbook holds exactly the filtered rows, with numbers as numbers and text as text', async () => {
  const [header, ...rows] = await workbook('?region=10&populationFrom=251');
  const named = rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
  expect(named.map(({ code, name_ru, population, flagged }) => [code, name_ru, population, flagged])).toEqual([
    ['1001', 'Аксу', 1000, true],
    ['1002', '=1+1', 1000, true],
  ]);
  expect(named[0]).toMatchObject({ longitude: 70.1, operator: 'north; south', finish_quarter: '2027-Q3; 2027-Q4' });
});

test('the same rows as the CSV', async () => {
  const csv = await (await given.planner.fetch('/api/exports/settlements.csv')).text();
  const [header, ...rows] = parse(csv, { bom: true }) as string[][];
  const [columns, ...cells] = await workbook('');
  expect(columns).toEqual(header);
  expect(cells.map(([code]) => code)).toEqual(rows.map(([code]) => code));
});

test('a filter that nothing matches gives the header alone', async () => {
  expect(await workbook('?query=nowhere')).toHaveLength(1);
});

test("an operator's workbook names no other company", async () => {
  const rows = await workbook('?region=10', await given.service.as('operator'));
  expect(JSON.stringify(rows)).toContain('north');
  expect(JSON.stringify(rows)).not.toContain('south');
});
