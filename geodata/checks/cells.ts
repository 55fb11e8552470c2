import type { FileRecord } from '../files/record.ts';
import { dateOfUnixSeconds, readDate } from './dates.ts';
import type { Fault, Reason } from './reasons.ts';

/** Our field → the file's own column. */
export type Columns = Readonly<Record<string, string>>;

const shown = (value: unknown) => {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};

/** Reads the cells of one record by our names of them, and collects what is wrong. */
export class Cells {
  readonly faults: Fault[] = [];
  readonly #record: FileRecord;
  readonly #columns: Columns;
  readonly #decimalComma: boolean;

  constructor(record: FileRecord, columns: Columns, decimalComma: boolean) {
    this.#record = record;
    this.#columns = columns;
    this.#decimalComma = decimalComma;
    if (record.misshapen !== undefined)
      this.faults.push({ column: null, value: record.misshapen, reason: 'misshapen' });
  }

  /** Notes a fault of a field, or of the record as a whole. */
  fault(field: string | null, reason: Reason, value: unknown = field === null ? null : this.text(field)): void {
    const column = field === null ? null : (this.#columns[field] ?? field);
    this.faults.push({ column, value: value === null ? null : shown(value), reason });
  }

  /** The text of a field, trimmed; empty where there is none. */
  text(field: string): string {
    const value = this.#record.cells[this.#columns[field]];
    return value === null || value === undefined ? '' : String(value).trim();
  }

  /** The text of a field; a fault where it is empty. */
  required(field: string, reason: Reason = 'missing'): string {
    const text = this.text(field);
    if (text === '') this.fault(field, reason);
    return text;
  }

  /** A number from 0 to `maximum`, or from `minimum`; null where it is empty, or faulty and noted. */
  number(field: string, { minimum = 0, maximum }: { minimum?: number; maximum: number }): number | null {
    const text = this.text(field);
    if (text === '') return null;
    const value = this.#parse(text);
    if (value === null) this.fault(field, 'bad-number');
    else if (value < minimum) this.fault(field, minimum === 0 ? 'negative' : 'absurd');
    else if (value > maximum) this.fault(field, 'absurd');
    else return value;
    return null;
  }

  /** As number; whole. */
  integer(field: string, range: { minimum?: number; maximum: number }): number | null {
    const value = this.number(field, range);
    if (value === null || Number.isInteger(value)) return value;
    this.fault(field, 'bad-number');
    return null;
  }

  /** A coordinate in degrees, unchecked: any number. Null where it is missing or faulty, and noted. */
  degrees(field: string): number | null {
    if (this.required(field) === '') return null;
    const value = this.#parse(this.text(field));
    if (value === null) this.fault(field, 'bad-number');
    return value;
  }

  date(field: string): string | null {
    const text = this.text(field);
    if (text === '') return null;
    const date = readDate(text);
    if (date === null) this.fault(field, 'bad-date');
    return date;
  }

  unixDate(field: string): string | null {
    const seconds = this.number(field, { maximum: Number.MAX_SAFE_INTEGER });
    if (seconds === null || seconds === 0) return null;
    const date = dateOfUnixSeconds(seconds);
    if (date === null) this.fault(field, 'bad-date');
    return date;
  }

  #parse(text: string): number | null {
    // Spaces, plain, no-break and narrow, part thousands.
    const digits = text.replace(/(?<=\d)[\u0020\u00a0\u202f](?=\d{3}(?!\d))/g, '');
    const pointed = this.#decimalComma ? digits.replace(',', '.') : digits;
    return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(pointed) ? Number(pointed) : null;
  }
}
