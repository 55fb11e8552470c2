import { type Column, type Line, Paper } from '../../documents/paper.ts';
import { answerText, dateText, nameIn, numberText, placeText } from './cells.ts';
import type { DocumentRow, ScheduleDocument } from './content.ts';
import { type DocumentLanguage, documentWords } from './words.ts';

/** Points above the signatures. */
const above = 24;

/** The schedule as a PDF on A4 that officials sign. */
export async function schedulePdf(schedule: ScheduleDocument, language: DocumentLanguage): Promise<Buffer> {
  const words = documentWords[language];
  const operator = nameIn(schedule.operator, language);
  const { headings, signatures } = words;
  const paper = await Paper.begin({ title: `${words.title}: ${operator}`, language, layout: 'landscape' });
  paper.text(words.title, { size: 14, bold: true, align: 'center' });
  paper.text(words.subtitle, { size: 10, align: 'center' });
  paper.space(6);
  paper.text(words.parties(operator));
  paper.text(`${words.programme}: ${nameIn(schedule.programme, language)}`);
  paper.text(
    schedule.baseline === null
      ? `${words.version(schedule.scheduleVersion)}. ${words.notAgreed(dateText(schedule.asOf))}`
      : words.baseline(schedule.baseline.version, dateText(schedule.asOf)),
  );
  if (schedule.responsibleOfficer !== '') paper.text(`${words.officer}: ${schedule.responsibleOfficer}`);
  paper.space(6);

  const columns: Column[] = [
    { heading: headings.number, share: 38, align: 'right' },
    { heading: headings.settlement, share: 110 },
    { heading: headings.district, share: 98 },
    { heading: headings.residents, share: 66, align: 'right' },
    { heading: headings.answer, share: 108 },
    { heading: headings.technology, share: 78 },
    { heading: headings.start, share: 68 },
    { heading: headings.finish, share: 68 },
    { heading: headings.cost, share: 88, align: 'right' },
    { heading: headings.subsidy, share: 88, align: 'right' },
  ];
  const cells = (row: DocumentRow, i: number) => [
    String(i + 1),
    `${nameIn(row.names, language)}\n${row.code}`,
    placeText(row, language),
    numberText(row.population),
    answerText(row, language),
    words.technologies[row.technology],
    words.quarter(row.startQuarter),
    words.quarter(row.finishQuarter),
    numberText(row.costTenge),
    numberText(row.subsidyTenge),
  ];
  const { settlements, residents, costTenge, subsidyTenge } = schedule.totals;
  const sums = [numberText(costTenge), numberText(subsidyTenge)];
  const totals = ['', words.total, words.settlements(numberText(settlements)), numberText(residents), '', '', '', ''];
  const signing = (party: string): Line[] => [
    party,
    ...[signatures.position, signatures.name, signatures.signature, signatures.date].map((fillIn) => ({ fillIn })),
    words.stamp,
  ];
  const signed = [signing(signatures.ministry), signing(signatures.operator(operator))];
  // Nobody signs a page on which nothing stands.
  paper.table(columns, schedule.rows.map(cells), [[...totals, ...sums]], above + paper.heightBeside(signed));
  paper.space(above);
  paper.beside(signed);
  const { baseline } = schedule;
  return paper.end(baseline === null ? words.notFrozen : words.frozen(baseline.version, baseline.hash), words.page);
}
