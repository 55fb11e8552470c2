import { Paper } from './paper.ts';

/** Points that the line to sign on takes, with the room above it. */
const signatureHeight = 45;

/** A document of a few facts and of what people wrote, to be signed. */
export interface Letter {
  title: string;
  language: string;
  facts: readonly (readonly [label: string, value: string])[];
  blocks: readonly (readonly [heading: string, text: string])[];
  /** What stands before and after the line to sign on. */
  signature: readonly [before: string, after: string];
  printed: string;
  page(page: number, pages: number): string;
}

/** A letter as a PDF on A4. */
export async function drawLetter({
  title,
  language,
  facts,
  blocks,
  signature,
  printed,
  page,
}: Letter): Promise<Buffer> {
  const paper = await Paper.begin({ title, language, layout: 'portrait' });
  paper.text(title, { size: 14, bold: true });
  paper.space(8);
  for (const [label, value] of facts) paper.text(`${label}: ${value}`, { size: 10 });
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
  paper.text(`${signature[0]}: ______________________   ${signature[1]}`, { size: 10 });
  return paper.end(printed, page);
}

/** A date as documents have it, `22.11.2026`. */
export const dated = (date: string) => date.split('-').reverse().join('.');
