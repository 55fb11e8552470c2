/** Rows that one statement writes. */
const rowsAtOnce = 5000;

/** Calls `work` with the rows, some thousands at a time. */
export async function inBatches<Row>(rows: readonly Row[], work: (batch: Row[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await work(rows.slice(from, from + rowsAtOnce));
}
