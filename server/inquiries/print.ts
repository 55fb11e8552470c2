import type { Database } from '../database/database.ts';
import { Paper } from '../documents/paper.ts';
import { allOperators } from '../operators/queries.ts';
import type { Names } from '../places/schema.ts';
import type { ShownInquiry } from './schema.ts';
import { type PrintLanguage, words } from './words.ts';

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

  const block = (heading: string, text: string) => {
    paper.space(10);
    paper.text(heading, { size: 11, bold: true });
    for (const part of paragraphs(text)) paper.text(part, { size: 10 });
  };
  block(say.question, inquiry.question);
  for (const { party, text, answeredByName, answeredOn } of inquiry.answers) {
    block(`${say.answer(party)}: ${answeredByName}, ${dated(answeredOn)}`, text);
  }
  if (inquiry.answers.length === 0) block(say.answer(addressee), say.noAnswer);
  if (outcome !== null) {
    block(`${say.outcome}: ${say.outcomes[outcome]}, ${dated(inquiry.outcomeOn!)}`, inquiry.outcomeText ?? '');
  }
  paper.space(30);
  paper.text(`${say.signature}: ______________________   ${inquiry.askedByName}`, { size: 10 });
  return paper.end(say.printed(dated(today)), say.page);
}

const dated = (date: string) => date.split('-').reverse().join('.');

/** Paragraphs, the long ones in pieces that fit on a page. */
function paragraphs(text: string): string[] {
  const longest = 1500;
  return text.split('\n').flatMap((paragraph) => {
    const pieces: string[] = [];
    for (let rest = paragraph; rest !== '';) {
      const cut = rest.length <= longest ? rest.length : rest.lastIndexOf(' ', longest);
      const end = cut <= 0 ? Math.min(longest, rest.length) : cut;
      pieces.push(rest.slice(0, end));
      rest = rest.slice(end).trimStart();
    }
    return pieces;
  });
}
