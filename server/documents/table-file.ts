import { stringify } from 'csv-stringify/sync';
import { type Cell, workbookOf } from './workbook.ts';

export const fileFormats = ['csv', 'xlsx', 'geojson'] as const;
export type FileFormat = (typeof fileFormats)[number];

export const mediaTypes: Record<FileFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
};

/** What spreadsheets know UTF-8 by. */
export const byteOrderMark = '\ufeff';

/** A row of a table, its cells by the names of their columns, and where on the map it is. */
export interface TableRow<Column extends string> {
  cells: Record<Column, Cell>;
  geometry: object | null;
}

/** A table as a file: CSV with a byte order mark, an XLSX workbook of one sheet, or GeoJSON. Text is never a formula. */
export async function tableFile<Column extends string>(
  format: FileFormat,
  name: string,
  columns: readonly Column[],
  rows: readonly TableRow<Column>[],
): Promise<string | Buffer> {
  const values = () => rows.map(({ cells }) => columns.map((column) => cells[column]));
  if (format === 'xlsx') return workbookOf(name, columns, values());
  if (format === 'csv')
    return (
      byteOrderMark +
      stringify([[...columns], ...values()], {
        escape_formulas: true,
        cast: { boolean: String },
      })
    );
  const features = rows.map(({ cells, geometry }) => ({ type: 'Feature', geometry, properties: cells }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}
