import { expect, test } from '@jest/globals';
import { inflateSync } from 'node:zlib';
import readXlsxFile from 'read-excel-file/node';
import { answerText, numberText } from '../../server/schedules/document/cells.ts';
import { presentDocument } from '../../server/schedules/document/content.ts';
import { schedulePdf } from '../../server/schedules/document/pdf.ts';
import { documentWords } from '../../server/schedules/document/words.ts';
import { aqsu, kokozek, partiesOfSmallCountry, qyzylzhar, reason } from './story.ts';

const story = partiesOfSmallCountry();
const { given, step } = story;

const bytes = async (by: typeof story.north, path: string) => {
  const reply = await by.fetch(`/api/schedules/north/${path}`);
  expect([path, reply.status]).toEqual([path, 200]);
  return { type: reply.headers.get('Content-Type'), body: Buffer.from(await reply.arrayBuffer()) };
};

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length;

/** One of each answer. */
async function answered() {
  const [one, two, three] = await story.propose([aqsu, kokozek, qyzylzhar]);
  await step(story.north, 'accept', [one]);
  await step(story.north, 'decline', [two], { reason });
  await step(story.north, 'counter', [three], { reason, counter: { finishQuarter: '2028-Q1', costTenge: 90_000_000 } });
}

test('the document is a PDF on A4 in Kazakh and in Russian, as it stands and as it was agreed', async () => {
  await story.approved([aqsu]);
  for (const language of ['kk', 'ru']) {
    for (const baseline of ['', '&baseline=1']) {
      const { type, body } = await bytes(story.north, `document.pdf?language=${language}${baseline}`);
      expect([type, body.subarray(0, 5).toString(), pagesOf(body)]).toEqual(['application/pdf', '%PDF-', 1]);
      expect(body.toString('latin1')).toMatch(new RegExp(`/Lang \\(${language}\\)`));
      expect(body.toString('latin1')).toContain('/MediaBox [0 0 841.89 595.28]');
    }
  }
});

test('what the operator answered is told in words of the language', async () => {
  await answered();
  const { rows, totals } = await presentDocument(given.database, 'north', '2026-11-22', true);
  expect(rows.map((row) => answerText(row, 'ru'))).toEqual([
    'Принято',
    'Отклонено; электроснабжение — No line of 10 kV before 2028',
    'Встречное предложение; Завершение: I\u00a0кв. 2028\u00a0г.; Стоимость, тенге: 90\u00a0000\u00a0000; ' +
      'электроснабжение — No line of 10 kV before 2028',
  ]);
  expect(answerText(rows[1], 'kk')).toBe('Бас тартылған; электрмен жабдықтау — No line of 10 kV before 2028');
  expect(totals).toEqual({ settlements: 2, residents: 2000, costTenge: 150_000_000, subsidyTenge: 100_000_000 });
});

test('a proposed row says until when', async () => {
  await story.propose([aqsu]);
  const { rows } = await presentDocument(given.database, 'north', '2026-11-22', true);
  expect(answerText(rows[0], 'kk')).toBe('Жауап күтілуде; жауап мерзімі: 30.11.2026');
});

test('the workbook has the same rows, with numbers as numbers', async () => {
  await answered();
  const { body } = await bytes(given.planner, 'document.xlsx?language=ru');
  const [{ data }] = (await readXlsxFile(body)) as unknown as { data: unknown[][] }[];
  expect(data.map((row) => row.slice(0, 5))).toEqual([
    ['№ п/п', 'Код КАТО', 'Населённый пункт', 'Область, район', 'Население, человек'],
    [1, '1001', 'Аксу', 'Область 10, Район', 1000],
    [2, '1002', 'Кокозек', 'Область 10, Район', 1000],
    [3, '1101', 'Кызылжар', 'Область 11, Район', 1000],
    [null, null, 'Итого', 'населённых пунктов: 2', 2000],
    [null, null, 'Не является утверждённым базовым планом', null, null],
  ]);
  expect(data.map((row) => row.slice(7))).toEqual([
    ['Начало', 'Завершение', 'Стоимость, тенге', 'Субсидия, тенге'],
    ['I\u00a0кв. 2027\u00a0г.', 'III\u00a0кв. 2027\u00a0г.', 75_000_000, 50_000_000],
    ['I\u00a0кв. 2027\u00a0г.', 'III\u00a0кв. 2027\u00a0г.', 75_000_000, 50_000_000],
    ['I\u00a0кв. 2027\u00a0г.', 'III\u00a0кв. 2027\u00a0г.', 75_000_000, 50_000_000],
    [null, null, 150_000_000, 100_000_000],
    [null, null, null, null],
  ]);
});

test('drafts are in the document of those who make them, not in the operator’s', async () => {
  await story.assign([aqsu]);
  const rows = async (by: typeof story.north) => {
    const { body } = await bytes(by, 'document.xlsx');
    const [{ data }] = (await readXlsxFile(body)) as unknown as { data: unknown[][] }[];
    return data.filter((row) => typeof row[0] === 'number').length;
  };
  expect([await rows(given.planner), await rows(story.north)]).toEqual([1, 0]);
});

test('numbers stand in groups of three, and what is not known is a dash', () => {
  expect([0, 999, 1000, 8_400_000_000, null].map(numberText)).toEqual([
    '0',
    '999',
    '1\u00a0000',
    '8\u00a0400\u00a0000\u00a0000',
    '—',
  ]);
});

test('a quarter is written as each language writes it', () => {
  expect([documentWords.kk.quarter('2027-Q3'), documentWords.ru.quarter('2027-Q4')]).toEqual([
    '2027\u00a0ж. III\u00a0тоқсан',
    'IV\u00a0кв. 2027\u00a0г.',
  ]);
});

/** The drawing of each page that has text on it. */
const drawings = (pdf: Buffer) =>
  [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, stream]) => {
    const bytes = Buffer.from(stream, 'latin1');
    const drawing = bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : '';
    return /^BT$/m.test(drawing) ? [drawing] : [];
  });

test('however many rows, no page has signatures or a heading of the table alone', async () => {
  await story.approved([aqsu]);
  const document = await presentDocument(given.database, 'north', '2026-11-22', true);
  for (let count = 14; count <= 24; count++) {
    const rows = Array.from({ length: count }, () => document.rows[0]);
    const cells = drawings(await schedulePdf({ ...document, rows }, 'ru')).map((page) => page.match(/ re$/gm)?.length);
    const onFirst = Math.max(...cells.map(Number));
    // Ten cells a row: the heading and the rows on the first page; the heading, a row and the totals on the last at least.
    expect([count, cells.length === 1 || cells.every((number) => Number(number) >= 30), onFirst % 10]).toEqual([
      count,
      true,
      0,
    ]);
  }
});
