import { areaFault } from '../checks/crossings.ts';
import type { Fault } from '../checks/reasons.ts';
import type { FileRecord, OpenedFile } from '../files/record.ts';
import { areaOf, type Reading, type RowOf, type Source, type Target } from './source.ts';

/** A record with what a source made of it. It is rejected when it has faults. */
export interface ReadRow<T extends Target> {
  record: FileRecord;
  row: RowOf[T] | null;
  faults: Fault[];
  /** What was wrong and could be put right. */
  repaired?: Fault;
}

/** Reads a file through a source, record by record; areas are checked for crossings without holding up other work. */
export async function* readRows<T extends Target>(
  file: OpenedFile,
  source: Source<T>,
  reading: Omit<Reading, 'decimalComma'>,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<ReadRow<T>> {
  const whole: Reading = { ...reading, decimalComma: file.decimalComma };
  for await (const record of file.records(onBytes)) {
    const { row, faults } = source.parse(record, whole);
    const area = row === null ? null : areaOf(row);
    const found = area === null ? null : await areaFault(area);
    if (found === null) {
      yield { record, row, faults };
      continue;
    }
    const value = 'at' in found ? found.at.map((degrees) => Math.round(degrees * 1e6) / 1e6).join(', ') : null;
    const fault: Fault = { column: null, value, reason: found.reason };
    if (source.repairs && found.reason !== 'too-tangled')
      yield { record, row: { ...row!, crosses: true }, faults, repaired: fault };
    else yield { record, row: null, faults: [...faults, fault] };
  }
}
