import type { Database } from '../database/database.ts';
import { Paper } from '../documents/paper.ts';
import { allOperators } from '../operators/queries.ts';
import type { Names } from '../places/schema.ts';
import type { ShownInquiry } from './schema.ts';
import { type PrintLanguage, words } from './words.ts';

/** Points that the line to sign on takes, with the room above it. */
const signatureHeight = 45;

/** The inquiry with the answers that the reader may see, as a PDF on A4. */
export async function printInquiry(
  database: Database,
  inquiry: ShownInquiry,
  language: PrintLanguage,
  today: string,
): Promise<Buffer> {
  const say = words[language];
  const { regionCode, number, addressee, operatorCode, daysLeft, outcome } = inquiry;
  const nameIn = (names: Names | null | undefined) => names && (names[language] || names.kk || names.ru || names.en);
  const operator = (await allOperators(database)).find(({ code }) => code === operatorCode);
  const title = say.title(`${regionCode}/${number}`);
  const paper = new Paper({ title, language, layout: 'portrait' });
  const line = (label: string, value: string) => paper.text(`${label}: ${value}`, { size: 10 });
  const late = daysLeft !== null && daysLeft < 0 ? ` (${say.overdue(-daysLeft)})` : '';

  paper.text(title, { size: 14, bold: true });
  paper.space(8);
  line(say.askedBy, `${inquiry.askedByName}, ${dated(inquiry.askedOn)}`);
  line(say.addressee, addressee === 'ministry' ? say.ministry : (nameIn(operator?.names) ?? String(operatorCode)));
  const { settlement, district, region } = inquiry.place;
  const place = [settlement, district, region].flatMap((names) => nameIn(names) ?? []).join(', ');
  line(say.subject, place === '' ? say.subjects[inquiry.subject] : `${say.subjects[inquiry.subject]}: ${place}`);
  if (inquiry.figure !== null) line(say.figure, inquiry.figure);
  line(say.dueOn, dated(inquiry.dueOn) + late);

  const blocks: [heading: string, text: string][] = [
    [say.question, inquiry.question],
    ...inquiry.answers.map(({ party, text, answeredByName, answeredOn }): [string, string] => [
      `${say.answer(party)}: ${answeredByName}, ${dated(answeredOn)}`,
      text,
    ]),
  ];
  if (inquiry.answers.length === 0) blocks.push([say.answer(addressee), say.noAnswer]);
  if (outcome !== null) {
    blocks.push([`${say.outcome}: ${say.outcomes[outcome]}, ${dated(inquiry.outcomeOn!)}`, inquiry.outcomeText ?? '']);
  }
  for (const [i, [heading, text]] of blocks.entries()) {
    const paragraphs = text.split('\n').filter((one) => one.trim() !== '');
    // A heading stands above two lines of its text, and the signature below some of the last.
    const signed = i === blocks.length - 1 ? signatureHeight : 0;
    paper.space(10);
    paper.text(heading, { size: 11, bold: true, followedBy: paragraphs.length === 0 ? signed : 30 + signed });
    for (const [at, paragraph] of paragraphs.entries()) {
      paper.paragraph(paragraph, { size: 10, followedBy: at === paragraphs.length - 1 ? signed : 0 });
    }
  }
  paper.space(30);
  paper.text(`${say.signature}: ______________________   ${inquiry.askedByName}`, { size: 10 });
  return paper.end(say.printed(dated(today)), say.page);
}

const dated = (date: string) => date.split('-').reverse().join('.');
