import type { Database } from '../database/database.ts';
import { dated, drawLetter } from '../documents/letter.ts';
import { allOperators } from '../operators/queries.ts';
import type { Names } from '../places/schema.ts';
import type { ShownInquiry } from './schema.ts';
import { type PrintLanguage, words } from './words.ts';

/** A name in the language of a document, else in the first that has it. */
export const nameIn = (names: Names | null | undefined, language: PrintLanguage) =>
  names && (names[language] || names.kk || names.ru || names.en);

/** The inquiry with the answers that the reader may see, as a PDF on A4. */
export async function printInquiry(
  database: Database,
  inquiry: ShownInquiry,
  language: PrintLanguage,
  today: string,
): Promise<Buffer> {
  const say = words[language];
  const { regionCode, number, addressee, operatorCode, daysLeft, outcome } = inquiry;
  const operator = (await allOperators(database)).find(({ code }) => code === operatorCode);
  const late = daysLeft !== null && daysLeft < 0 ? ` (${say.overdue(-daysLeft)})` : '';
  const asked = addressee === 'ministry' ? say.ministry : nameIn(operator?.names, language);
  const { settlement, district, region } = inquiry.place;
  const place = [settlement, district, region].flatMap((names) => nameIn(names, language) ?? []).join(', ');
  const facts: [label: string, value: string][] = [
    [say.askedBy, `${inquiry.askedByName}, ${dated(inquiry.askedOn)}`],
    [say.addressee, asked ?? String(operatorCode)],
    [say.subject, place === '' ? say.subjects[inquiry.subject] : `${say.subjects[inquiry.subject]}: ${place}`],
  ];
  if (inquiry.figure !== null) facts.push([say.figure, inquiry.figure]);
  facts.push([say.dueOn, dated(inquiry.dueOn) + late]);

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
  return drawLetter({
    title: say.title(`${regionCode}/${number}`),
    language,
    facts,
    blocks,
    signature: [say.signature, inquiry.askedByName],
    printed: say.printed(dated(today)),
    page: say.page,
  });
}
