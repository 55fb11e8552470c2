import { createRequire } from 'node:module';

// DejaVu has every letter of Kazakh and the sign of the tenge; the fonts that PDF readers have by themselves do not.
const fonts = createRequire(import.meta.url)
  .resolve('dejavu-fonts-ttf/package.json')
  .replace('package.json', 'ttf/');

const margin = 40;
const footerHeight = 24;
const padding = 3;
const gutter = 30;
/** Between the lines of blocks side by side: room to write by hand. */
const lead = 8;

export interface Column {
  heading: string;
  /** Share of the width of the page. */
  share: number;
  align?: 'left' | 'right';
}

/** A line of a block: a text, or what somebody fills in by hand behind its label. */
export type Line = string | { fillIn: string };

const textOf = (line: Line): string => (typeof line === 'string' ? line : line.fillIn);

/** How long the line is to write on, points. */
const fillInLength = 190;

/** A document on A4 that is written from top to bottom; pages follow as they are needed. */
export class Paper {
  readonly #pdf: PDFKit.PDFDocument;
  #y = margin;

  /** A document of which nothing is written. */
  static async begin(about: { title: string; language: string; layout: 'portrait' | 'landscape' }): Promise<Paper> {
    const { default: PDFDocument } = await import('pdfkit');
    return new Paper(
      new PDFDocument({
        size: 'A4',
        layout: about.layout,
        // Breaks of pages are made here alone.
        margin: 0,
        bufferPages: true,
        lang: about.language,
        displayTitle: true,
        info: { Title: about.title, Creator: 'Baylanys' },
      }),
    );
  }

  private constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf;
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

  /** A text on one page, with room below it on the same page for so many points of what follows. */
  text(text: string, { size = 9, bold = false, align = 'left' as 'left' | 'center', followedBy = 0 } = {}): void {
    this.#font(size, bold);
    const height = this.#pdf.heightOfString(text, { width: this.#width });
    this.#need(height + followedBy);
    this.#pdf.text(text, margin, this.#y, { width: this.#width, align });
    this.#y += height + padding;
  }

  /** A text of any length: what does not fit on a page goes on upon the next, from a whole word. */
  paragraph(text: string, { size = 9, followedBy = 0 } = {}): void {
    this.#font(size, false);
    const heightOf = (part: string) => this.#pdf.heightOfString(part, { width: this.#width });
    const room = this.#bottom - this.#y;
    if (heightOf(text) + followedBy <= room) return this.text(text, { size });
    const lines = Math.floor(Math.min(room, heightOf(text) - 1) / heightOf('A'));
    // One line alone is not parted from its paragraph.
    const cut = lines < 2 ? 0 : this.#fitting(text, lines * heightOf('A') + 1);
    if (cut > 0) this.text(text.slice(0, cut), { size });
    this.#newPage();
    this.paragraph(text.slice(cut).trimStart(), { size, followedBy: cut === 0 ? 0 : followedBy });
  }

  /** How many characters fill a height: whole words, unless one word is longer than that. */
  #fitting(text: string, height: number): number {
    let [least, most] = [0, text.length];
    while (least < most) {
      const middle = Math.ceil((least + most) / 2);
      if (this.#pdf.heightOfString(text.slice(0, middle), { width: this.#width }) <= height) least = middle;
      else most = middle - 1;
    }
    if (least === text.length) return least;
    const space = text.lastIndexOf(' ', least);
    return space > 0 ? space : least;
  }

  /**
   * A table whose heading stands on every page; rows are never cut in two. The last rows may be `totals`: they, the row
   * before them and so many points of what follows stand on one page.
   */
  table(
    columns: readonly Column[],
    rows: readonly (readonly string[])[],
    totals: readonly (readonly string[])[],
    followedBy = 0,
  ): void {
    const heading = columns.map((column) => column.heading);
    const height = this.#rowHeight(columns, heading, true);
    const begin = () => this.#row(columns, heading, height, { bold: true, filled: true });
    const lines = [...rows.map((cells) => ({ cells, bold: false })), ...totals.map((cells) => ({ cells, bold: true }))];
    const heights = lines.map(({ cells, bold }) => this.#rowHeight(columns, cells, bold));
    const last = Math.max(0, rows.length - 1);
    const ending = heights.slice(last).reduce((sum, one) => sum + one, followedBy);
    this.#need(height + (last === 0 ? ending : heights[0]));
    begin();
    for (const [i, { cells, bold }] of lines.entries()) {
      if (i > 0 && i <= last && this.#y + (i === last ? ending : heights[i]) > this.#bottom) {
        this.#newPage();
        begin();
      }
      this.#row(columns, cells, heights[i], { bold, filled: bold });
    }
  }

  /** Blocks side by side on one page, each line level with its neighbours; the lines to write on begin below each other. */
  beside(blocks: readonly (readonly Line[])[]): void {
    this.#need(this.heightBeside(blocks));
    const width = this.#widthBeside(blocks);
    const labels = blocks.flat().flatMap((line) => (typeof line === 'string' ? [] : line.fillIn));
    const behind = Math.max(0, ...labels.map((label) => this.#pdf.widthOfString(label))) + 2 * padding;
    for (const [at, height] of this.#linesBeside(blocks).entries()) {
      for (const [i, lines] of blocks.entries()) {
        const line = lines[at] ?? '';
        const x = margin + i * (width + gutter);
        this.#pdf.text(textOf(line), x, this.#y, { width });
        if (typeof line !== 'string') {
          const y = this.#y + this.#pdf.currentLineHeight();
          const to = x + Math.min(behind + fillInLength, width);
          this.#pdf
            .lineWidth(0.5)
            .moveTo(x + behind, y)
            .lineTo(to, y)
            .stroke('#000000');
        }
      }
      this.#y += height;
    }
  }

  heightBeside(blocks: readonly (readonly Line[])[]): number {
    return this.#linesBeside(blocks).reduce((sum, height) => sum + height, 0);
  }

  #widthBeside = (blocks: readonly unknown[]) => (this.#width - (blocks.length - 1) * gutter) / blocks.length;

  #linesBeside(blocks: readonly (readonly Line[])[]): number[] {
    this.#font(9, false);
    const width = this.#widthBeside(blocks);
    return Array.from({ length: Math.max(...blocks.map((lines) => lines.length)) }, (_, line) =>
      Math.max(...blocks.map((lines) => this.#pdf.heightOfString(textOf(lines[line] ?? '') || ' ', { width }) + lead)),
    );
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
