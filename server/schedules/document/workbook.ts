import { type Cell, workbookOf } from '../../documents/workbook.ts';
import { answerText, nameIn, placeText } from './cells.ts';
import type { ScheduleDocument } from './content.ts';
import { type DocumentLanguage, documentWords } from './words.ts';

/** The schedule as an XLSX workbook: the rows and columns of the document, with numbers to reckon with. */
export function scheduleWorkbook(schedule: ScheduleDocument, language: DocumentLanguage): Promise<Buffer> {
  const words = documentWords[language];
  const { headings } = words;
  const header = [
    headings.number,
    headings.code,
    headings.settlement,
    headings.district,
    headings.residents,
    headings.answer,
    headings.technology,
    headings.start,
    headings.finish,
    headings.cost,
    headings.subsidy,
  ];
  const rows = schedule.rows.map((row, i): Cell[] => [
    i + 1,
    row.code,
    nameIn(row.names, language),
    placeText(row, language),
    row.population,
    answerText(row, language),
    words.technologies[row.technology],
    words.quarter(row.startQuarter),
    words.quarter(row.finishQuarter),
    row.costTenge,
    row.subsidyTenge,
  ]);
  const { totals, baseline } = schedule;
  const sums: Cell[] = [null, null, words.total, words.settlements(String(totals.settlements)), totals.residents];
  const foot = baseline === null ? words.notFrozen : words.frozen(baseline.version, baseline.hash);
  return workbookOf(words.sheet, header, [
    ...rows,
    [...sums, null, null, null, null, totals.costTenge, totals.subsidyTenge],
    [null, null, foot, null, null, null, null, null, null, null, null],
  ]);
}
