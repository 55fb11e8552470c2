import { basename } from 'node:path';
import { inWords, type Reason, reasons } from '../../geodata/checks/reasons.ts';
import { warningInWords } from '../../geodata/checks/warnings.ts';
import type { ImportReport } from '../imports/schema.ts';

const rejectsShown = 10;

/** What became of a file, for a terminal. */
export function linesOf(path: string, report: ImportReport, dryRun: boolean): string[] {
  const { added, changed, unchanged, removed, rejected, rejects } = report;
  const counts = { added, changed, unchanged, removed, rejected };
  const shown = Object.entries(counts).filter(([, count]) => count > 0);
  const lines = [
    `${basename(path)}: taken for ${report.kind} (${report.chosenBecause})`,
    `  ${dryRun ? 'dry run, nothing was written: ' : ''}${report.rowsRead} rows: ${shown.map(([what, count]) => `${count} ${what}`).join(', ')}`,
    ...report.warnings.map((warning) => `  note: ${warningInWords(warning)}`),
    ...Object.entries(report.rejectsByReason).map(([reason, count]) => `  ${count} × ${reasons[reason as Reason]}`),
    ...rejects.slice(0, rejectsShown).map((reject) => `    line ${reject.line}: ${inWords(reject)}`),
  ];
  if (rejects.length > rejectsShown) lines.push('    … the others with --rejects FILE');
  return lines;
}
