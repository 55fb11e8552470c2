import { z } from 'zod';
import { openFile } from '../../geodata/files/open.ts';
import type { FileRecord } from '../../geodata/files/record.ts';
import type { PlanningInput } from '../planning/input.ts';
import { PinChoice } from '../planning/pins/schema.ts';
import { textOf } from '../planning/problem.ts';
import { CommandError } from './environment.ts';
import { PlacesByCode } from './plan-place.ts';
import { refusal } from './refusal.ts';

const known = ['code', 'operator', 'technology', 'quarter', 'unserved'];

/**
 * The input with the pins of a table, CSV or a workbook, beside its own, and in place of its own of the same settlements.
 * Columns: code (of a settlement, or `REGION/CODE`), operator, technology, quarter, unserved (yes). Throws CommandError
 * with the line.
 */
export async function withPins(input: PlanningInput, path: string): Promise<PlanningInput> {
  const places = new PlacesByCode(input);
  const operators = new Set(input.operators.map(({ code }) => code));
  const pins = new Map(input.pins.map((pin) => [textOf(pin), pin]));
  for await (const { line, cells, misshapen } of recordsOf(path)) {
    const where = `${path}, line ${line}`;
    if (misshapen !== undefined) throw new CommandError(`${where}: ${misshapen}`);
    const { code: place = '', operator, technology, quarter, unserved = '' } = cells as Partial<Record<string, string>>;
    const { regionCode, code } = places.find(place, where);
    const choice = PinChoice.safeParse({
      operatorCode: operator || null,
      technology: technology || null,
      quarter: quarter || null,
      unserved: /^(yes|true|1)$/i.test(unserved),
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

async function* recordsOf(path: string): AsyncGenerator<FileRecord> {
  try {
    const { columns, records } = await openFile(path);
    const unknown = columns.filter((column) => !known.includes(column));
    if (unknown.length > 0)
      throw new CommandError(`${path}: ${unknown.join(', ')} is not understood. Columns are ${known.join(', ')}.`);
    yield* records();
  } catch (error) {
    throw refusal(path, error);
  }
}
