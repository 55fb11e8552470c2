import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

// DejaVu has every letter of Kazakh and the sign of the tenge; the fonts that PDF readers have by themselves do not.
const fonts = createRequire(import.meta.url)
  .resolve('dejavu-fonts-ttf/package.json')
  .replace('package.json', 'ttf/');

const margin = 40;
const footerHeight = 24;
const padding = 3;

export interface Column {
  heading: string;
  /** Share of the width of the page. */
  share: number;
  align?: 'left' | 'right';
}

/** A document on A4 that is written from top to bottom; pages follow as they are needed. */
export class Paper {
  readonly #pdf: PDFKit.PDFDocument;
  #y = margin;

  constructor(about: { title: string; language: string; layout: 'portrait' | 'landscape' }) {
    this.#pdf = new PDFDocument({
      size: 'A4',
      layout: about.layout,
      // Breaks of pages are made here alone.
      margin: 0,
      bufferPages: true,
      lang: about.language,
      displayTitle: true,
      info: { Title: about.title, Creator: 'Baylanys' },
    });
    this.#pdf.registerFont('plain', `${fonts}DejaVuSans.ttf`).registerFont('bold', `${fonts}DejaVuSans-Bold.ttf`);
  }

  get #width(): number {
    return this.#pdf.page.width - 2 * margin;
  }

  get #bottom(): number {
    return this.#pdf.page.height - margin - footerHeight;
  }

  /** Leaves room of so many points. */
  space(points: number): void {
    this.#y += points;
  }

  text(text: string, { size = 9, bold = false, align = 'left' as 'left' | 'center' } = {}): void {
    this.#font(size, bold);
    const height = this.#pdf.heightOfString(text, { width: this.#width });
    this.#need(height);
    this.#pdf.text(text, margin, this.#y, { width: this.#width, align });
    this.#y += height + padding;
  }

  /** A table whose heading stands on every page; rows are never cut in two. The last rows may be `totals`. */
  table(
    columns: readonly Column[],
    rows: readonly (readonly string[])[],
    totals: readonly (readonly string[])[],
  ): void {
    const heading = columns.map((column) => column.heading);
    const height = this.#rowHeight(columns, heading, true);
    const begin = () => this.#row(columns, heading, height, { bold: true, filled: true });
    this.#need(height * 2);
    begin();
    for (const [cells, bold] of [
      ...rows.map((row) => [row, false] as const),
      ...totals.map((row) => [row, true] as const),
    ]) {
      const needed = this.#rowHeight(columns, cells, bold);
      if (this.#y + needed > this.#bottom) {
        this.#newPage();
        begin();
      }
      this.#row(columns, cells, needed, { bold, filled: bold });
    }
  }

  /** Blocks side by side, kept together on one page. */
  beside(blocks: readonly (readonly string[])[], size = 9): void {
    const width = (this.#width - (blocks.length - 1) * 30) / blocks.length;
    this.#font(size, false);
    const heights = blocks.map((lines) => this.#pdf.heightOfString(lines.join('\n'), { width, lineGap: 6 }));
    this.#need(Math.max(...heights));
    for (const [i, lines] of blocks.entries()) {
      this.#pdf.text(lines.join('\n'), margin + i * (width + 30), this.#y, { width, lineGap: 6 });
    }
    this.#y += Math.max(...heights);
  }

  /** Ends the document: every page gets its footer, on the right its number. */
  async end(footer: string, pageOf: (page: number, pages: number) => string): Promise<Buffer> {
    const { count } = this.#pdf.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.#pdf.switchToPage(page);
      this.#font(6.5, false);
      const y = this.#pdf.page.height - margin - footerHeight / 2;
      this.#pdf.text(footer, margin, y, { width: this.#width - 110 });
      this.#pdf.text(pageOf(page + 1, count), margin + this.#width - 100, y, { width: 100, align: 'right' });
    }
    this.#pdf.end();
    const parts: Buffer[] = [];
    for await (const part of this.#pdf) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }

  #font(size: number, bold: boolean): void {
    this.#pdf
      .font(bold ? 'bold' : 'plain')
      .fontSize(size)
      .fillColor('black');
  }

  #need(height: number): void {
    if (this.#y + height > this.#bottom) this.#newPage();
  }

  #newPage(): void {
    this.#pdf.addPage();
    this.#y = margin;
  }

  #widthOf(columns: readonly Column[], { share }: Column): number {
    return (share / columns.reduce((sum, column) => sum + column.share, 0)) * this.#width;
  }

  #rowHeight(columns: readonly Column[], cells: readonly string[], bold: boolean): number {
    this.#font(7.5, bold);
    const heights = columns.map((column, i) =>
      this.#pdf.heightOfString(cells[i] || ' ', { width: this.#widthOf(columns, column) - 2 * padding }),
    );
    return Math.max(...heights) + 2 * padding;
  }

  #row(
    columns: readonly Column[],
    cells: readonly string[],
    height: number,
    { bold, filled }: { bold: boolean; filled: boolean },
  ): void {
    let x = margin;
    for (const [i, column] of columns.entries()) {
      const width = this.#widthOf(columns, column);
      this.#pdf.lineWidth(0.5).rect(x, this.#y, width, height);
      if (filled) this.#pdf.fillAndStroke('#eeeeee', '#666666');
      else this.#pdf.stroke('#666666');
      this.#font(7.5, bold);
      this.#pdf.text(cells[i] ?? '', x + padding, this.#y + padding, {
        width: width - 2 * padding,
        align: column.align ?? 'left',
      });
      x += width;
    }
    this.#y += height;
  }
}
