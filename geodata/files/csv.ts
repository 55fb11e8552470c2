import { Readable } from 'node:stream';
import { type Options, parse } from 'csv-parse';
import type { Bytes } from './bytes.ts';
import { detectDecimalComma, detectDelimiter } from './delimiter.ts';
import { decodedText, detectEncoding } from './encoding.ts';
import { FileError } from './file-error.ts';
import { limits } from './limits.ts';
import type { FileRecord, OpenedFile } from './record.ts';

/** A published form without a header line: how to know it by its first row, and the names of its columns. */
export interface HeaderlessForm {
  matches(delimiter: string, firstRow: readonly string[]): boolean;
  columns: readonly string[];
}

interface RawRow {
  line: number;
  cells: string[];
}

/** Opens a table of text: encoding, delimiter, decimal comma and header are found out. Throws FileError. */
export async function openCsv(
  bytes: Bytes,
  forms: readonly HeaderlessForm[],
): Promise<Omit<OpenedFile, 'hash' | 'bytes'>> {
  const encoding = await detectEncoding(bytes);
  const delimiter = detectDelimiter(await firstText(bytes, encoding.name));
  const quoted = delimiter !== '\t';
  const sample: RawRow[] = [];
  for await (const row of rawRows(bytes, encoding.name, delimiter, quoted)) {
    sample.push(row);
    if (sample.length > limits.sampleRecords) break;
  }
  if (sample.length === 0) throw new FileError('The file has no rows.', { fault: 'empty' });

  const form = forms.find((one) => one.matches(delimiter, sample[0].cells));
  const columns = form?.columns ?? headerOf(sample[0]);
  const body = form === undefined ? sample.slice(1) : sample;
  const decimalComma = detectDecimalComma(body.map((row) => row.cells));
  const toRecord = (row: RawRow): FileRecord => ({
    line: row.line,
    cells: Object.fromEntries(columns.map((column, at) => [column, (row.cells[at] ?? '').trim()])),
    misshapen: misshapen(row, columns),
  });

  return {
    format: 'table',
    description: `CSV, ${encoding.name}, separated by ${delimiter === '\t' ? 'tabs' : `"${delimiter}"`}${decimalComma ? ', decimal comma' : ''}`,
    columns,
    delimiter,
    decimalComma,
    sample: body.map(toRecord),
    warnings: [],
    async *records(onBytes) {
      let header = form === undefined;
      let last: RawRow | null = null;
      for await (const row of rawRows(bytes, encoding.name, delimiter, quoted, onBytes)) {
        if (header) {
          header = false;
          continue;
        }
        if (last !== null) yield toRecord(last);
        last = row;
      }
      if (last === null) return;
      // A row that stops early at the very end of a file without a last line break was cut off.
      if (!encoding.endsWithLineBreak && last.cells.length < columns.length)
        throw new FileError(
          `the file ends in the middle of this row (${last.cells.length} of ${columns.length} cells): it is cut short. Copy it again.`,
          { fault: 'cut-short', line: last.line },
        );
      yield toRecord(last);
    },
  };
}

/** A row with more filled cells than the header has columns is shifted. */
function misshapen(row: RawRow, columns: readonly string[]): string | undefined {
  const more = row.cells.slice(columns.length).some((cell) => cell.trim() !== '');
  return more ? `${row.cells.length} cells, ${columns.length} columns` : undefined;
}

function headerOf(row: RawRow): string[] {
  const columns = row.cells.map((cell) => cell.trim());
  while (columns.at(-1) === '') columns.pop();
  const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) !== at);
  if (twice !== undefined)
    throw new FileError(`the header names the column ${twice} twice`, {
      fault: 'header-twice',
      line: row.line,
      value: twice,
    });
  return columns;
}

async function firstText(bytes: Bytes, encoding: string): Promise<string> {
  let text = '';
  for await (const part of decodedText(bytes, encoding)) {
    text += part;
    if (text.length > 100_000) break;
  }
  return text;
}

async function* rawRows(
  bytes: Bytes,
  encoding: string,
  delimiter: string,
  quoted: boolean,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<RawRow> {
  const text = Readable.from(decodedText(bytes, encoding, onBytes), { objectMode: false, encoding: 'utf8' });
  const options: Options = {
    delimiter,
    quote: quoted ? '"' : null,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: limits.rowCharacters,
    info: true,
  };
  const parser = parse(options);
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let previousEnd = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const breaks = record.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
      yield { line: Math.max(previousEnd + 1, info.lines - breaks), cells: record };
      previousEnd = info.lines;
    }
  } catch (error) {
    throw inWords(error as Error & { code?: string; lines?: number }, previousEnd + 1);
  } finally {
    text.destroy();
  }
}

function inWords(error: Error & { code?: string; lines?: number }, line: number): Error {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return new FileError(
      'a quoted cell that begins here is never closed: the file is cut short or a quote is missing.',
      { fault: 'open-quote', line },
    );
  if (error.code?.startsWith('CSV_')) return new FileError(error.message, { line: error.lines ?? line });
  return error;
}
