import { regionsWithSettlements } from '../../assessment/queries.ts';
import { numbered } from '../../assignments/bulk.ts';
import { assignmentsInStages } from '../../assignments/queries.ts';
import type { Stage } from '../../assignments/schema.ts';
import { quarterNumber, quarterOf } from '../../calendar/quarters.ts';
import { inTimeAmong } from '../../construction/in-time.ts';
import type { Database } from '../../database/database.ts';
import { fewRows, inThread } from '../../threads/threads.ts';
import type { Assigned } from './assigned.ts';
import { columnsOf, type TableColumns } from './build.ts';
import { assignmentBlock, type SettlementBlock, settlementBlock } from './queries.ts';
import { SettlementTable } from './table.ts';

const buildModule = new URL('./build.ts', import.meta.url);

/** Stages in which a quarter can pass while the clock stands still. */
const building: readonly Stage[] = ['approved', 'under_construction', 'returned'];

/** Reads the whole country, a region at a time, as of a date. */
export async function readTable(database: Database, today: string): Promise<SettlementTable> {
  const regionCodes = (await regionsWithSettlements(database)).sort();
  const blocks: SettlementBlock[] = [];
  for (const regionCode of regionCodes) blocks.push(await settlementBlock(database, regionCode));
  // Putting a country in order takes too long for requests to wait for it.
  const isLarge = blocks.reduce((sum, { settlements }) => sum + settlements, 0) > fewRows;
  const [columns] = isLarge
    ? await inThread<TableColumns>(buildModule, 'columnsOf', { blocks }, {}, 1)
    : columnsOf({ blocks });
  const table = new SettlementTable(regionCodes, columns);
  const isInTime = await inTimeNumbers(database, today);
  const quarter = quarterNumber(quarterOf(today));
  for (const regionCode of regionCodes) {
    const { codes, numbers, operatorCodes, stages, finishQuarters } = await assignmentBlock(database, regionCode);
    for (let i = 0; i < codes.length;) {
      const code = codes[i];
      const assigned: Assigned[] = [];
      for (; codes[i] === code && i < codes.length; i++) {
        const number = numbers[i];
        const inTime = isInTime(numbered({ regionCode, code, number }));
        const stage = stages[i] as Stage;
        assigned.push({ number, operatorCode: operatorCodes[i], stage, finishQuarter: finishQuarters[i], inTime });
      }
      const row = table.find({ regionCode, code });
      if (row >= 0) table.assigned.write(row, assigned, quarter);
    }
  }
  return table;
}

/** Is the assignment of this text in time though its quarter is past? */
async function inTimeNumbers(database: Database, today: string): Promise<(text: string) => boolean> {
  const assignments = await assignmentsInStages(database, building, null);
  const texts = new Set(assignments.filter(await inTimeAmong(database, assignments, today)).map(numbered));
  return (text) => texts.has(text);
}
