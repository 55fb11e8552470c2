import { readFile } from 'node:fs/promises';
import { warning } from '../checks/warnings.ts';
import { listArchive } from './archive.ts';
import type { Bytes } from './bytes.ts';
import { FileError } from './file-error.ts';
import { limits } from './limits.ts';
import type { FileRecord, OpenedFile } from './record.ts';

/** Opens the first sheet of an .xlsx workbook that has rows; its first row is the header. Throws FileError. */
export async function openWorkbook(bytes: Bytes): Promise<Omit<OpenedFile, 'hash' | 'bytes'>> {
  const inflated = (await listArchive(bytes.path)).reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (inflated > limits.heldBytes)
    throw new FileError('The workbook is too large to be held. Save the sheet as CSV.', { fault: 'too-large' });
  const { default: readWorkbook } = await import('read-excel-file/node');
  const sheets = await readWorkbook(await readFile(bytes.path)).catch((error: Error) => {
    throw new FileError(`The workbook cannot be read: ${error.message}`);
  });
  const filled = sheets.filter(({ data }) => data.length > 1);
  if (filled.length === 0) throw new FileError('The workbook has no sheet with a header and rows.', { fault: 'empty' });
  const { sheet, data } = filled[0];
  const columns = data[0].map(text);
  const records = data
    .slice(1)
    .map((row, at): FileRecord => ({
      line: at + 2,
      cells: Object.fromEntries(columns.map((column, place) => [column, text(row[place])])),
    }))
    .filter((record) => Object.values(record.cells).some((cell) => cell !== ''));
  return {
    format: 'table',
    description: `XLSX, sheet ${sheet}`,
    columns,
    delimiter: ',',
    decimalComma: false,
    sample: records.slice(0, limits.sampleRecords),
    warnings: filled.length > 1 ? [warning('first-sheet', { sheet, sheets: filled.length })] : [],
    async *records(onBytes) {
      yield* records;
      onBytes?.(bytes.size);
    },
  };
}

function text(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
}
