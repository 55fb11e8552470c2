import type { ImportReport, ImportWarning, Reject } from '../../server/imports/schema.ts';
import type { Fault } from '../checks/reasons.ts';
import type { FileRecord } from '../files/record.ts';

const rejectsInReport = 1000;

/** Takes each rejected record, to write it down for the person. */
export type RejectSink = (record: FileRecord, faults: readonly Fault[]) => Promise<void> | void;

/** Counts what becomes of the rows of a file. */
export class Tally {
  rowsRead = 0;
  added = 0;
  changed = 0;
  unchanged = 0;
  removed = 0;
  rejected = 0;
  /** Rows that are none of what the source brings. */
  skipped = 0;
  readonly rejects: Reject[] = [];
  readonly rejectsByReason: ImportReport['rejectsByReason'] = {};
  readonly warnings: ImportWarning[] = [];
  readonly #sink: RejectSink;

  constructor(sink: RejectSink = () => {}) {
    this.#sink = sink;
  }

  /** Rejects a record for these faults; each is listed and counted. */
  async reject(record: FileRecord, faults: readonly Fault[]): Promise<void> {
    this.rejected += 1;
    for (const fault of faults) {
      this.rejectsByReason[fault.reason] = (this.rejectsByReason[fault.reason] ?? 0) + 1;
      if (this.rejects.length < rejectsInReport) this.rejects.push({ line: record.line, ...fault });
    }
    await this.#sink(record, faults);
  }

  get wrote(): boolean {
    return this.added + this.changed + this.removed > 0;
  }
}
