import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { PlanningInput } from '../planning/input.ts';
import { PinChoice } from '../planning/pins/schema.ts';
import { textOf } from '../planning/problem.ts';
import { CommandError } from './environment.ts';
import { PlacesByCode } from './plan-place.ts';

const known = ['code', 'operator', 'technology', 'quarter', 'unserved'];

/**
 * The input with the pins of a CSV file beside its own, and in place of its own of the same settlements. Columns: code
 * (of a settlement, or `REGION/CODE`), operator, technology, quarter, unserved (yes). Throws CommandError with the line.
 */
export async function withPins(input: PlanningInput, path: string): Promise<PlanningInput> {
  const places = new PlacesByCode(input);
  const operators = new Set(input.operators.map(({ code }) => code));
  const pins = new Map(input.pins.map((pin) => [textOf(pin), pin]));
  for (const { line, row } of await rowsOf(path)) {
    const where = `${path}, line ${line}`;
    const { regionCode, code } = places.find(row.code ?? '', where);
    const choice = PinChoice.safeParse({
      operatorCode: row.operator || null,
      technology: row.technology || null,
      quarter: row.quarter || null,
      unserved: /^(yes|true|1)$/i.test(row.unserved ?? ''),
    });
    if (!choice.success) throw new CommandError(`${where}: ${z.prettifyError(choice.error)}`);
    const { operatorCode } = choice.data;
    if (operatorCode !== null && !operators.has(operatorCode))
      throw new CommandError(
        `${where}: there is no operator ${operatorCode}. There are: ${[...operators].join(', ')}.`,
      );
    pins.set(textOf({ regionCode, code }), { regionCode, code, ...choice.data });
  }
  return { ...input, pins: [...pins.values()] };
}

async function rowsOf(path: string): Promise<{ line: number; row: Partial<Record<string, string>> }[]> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new CommandError(`${path} cannot be read: ${error.message}`);
  });
  try {
    const records: { info: { lines: number }; record: Record<string, string> }[] = parse(text, {
      bom: true,
      columns: true,
      delimiter: [',', ';', '\t'],
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
    const unknown = Object.keys(records[0]?.record ?? {}).filter((column) => !known.includes(column));
    if (unknown.length > 0)
      throw new CommandError(`${path}: ${unknown.join(', ')} is not understood. Columns are ${known.join(', ')}.`);
    return records.map(({ info, record }) => ({ line: info.lines, row: record }));
  } catch (error) {
    if (error instanceof CsvError) throw new CommandError(`${path}: ${error.message}`);
    throw error;
  }
}
