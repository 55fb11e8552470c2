export type Cell = string | number | boolean | null;

/** An XLSX workbook of one sheet: the header, which stays in view, and the rows below it. Text is never a formula. */
export async function workbookOf(
  sheet: string,
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<Buffer> {
  const top = header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const below = rows.map((row) => row.map((value) => (value === null ? null : { value, type: typeOf(value) })));
  const columns = header.map((name, at) => ({ width: widthOf([name, ...rows.slice(0, 200).map((row) => row[at])]) }));
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile([top, ...below], { sheet, columns, stickyRowsCount: 1 }).toBuffer();
}

const typeOf = (value: Exclude<Cell, null>) =>
  typeof value === 'string' ? String : typeof value === 'number' ? Number : Boolean;

const widthOf = (cells: readonly Cell[]) =>
  Math.min(60, Math.max(...cells.map((cell) => String(cell ?? '').length)) + 2);
