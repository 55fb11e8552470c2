import { type Difference, replay, type Replayed } from '../replay/replay.ts';
import { withScratch } from '../replay/scratch.ts';
import { CommandError, openInstallation, type Register } from './environment.ts';

/** Rebuilds the present tables from the record of changes, elsewhere, and says where the two part. */
export const register: Register = (program, { settings }) => {
  program
    .command('replay')
    .description('rebuild the present tables from the record of changes in a scratch database, and compare them')
    .action(async () => {
      const database = await openInstallation(settings);
      try {
        const outcome = await withScratch(database, settings.databaseUrl, (scratch) => replay(database, scratch));
        const fault = faultOf(outcome);
        if (fault !== null) throw new CommandError(fault);
        if (!('rows' in outcome)) return;
        const tables = Object.entries(outcome.rows).map(([table, count]) => `${table} ${count}`);
        console.log(`The record rebuilds the present tables: ${tables.join(', ')}.`);
        if (outcome.others.length > 0) console.log(`Recorded, but not rebuilt: ${outcome.others.join(', ')}.`);
      } finally {
        await database.close();
      }
    });
};

function faultOf(outcome: Replayed): string | null {
  if ('altered' in outcome) {
    const { regionCode, sequence } = outcome.altered;
    return `The record was altered: change ${sequence} of the chain ${regionCode}.`;
  }
  if ('alteredShape' in outcome) return `The record was altered: the shape ${outcome.alteredShape}.`;
  return 'difference' in outcome ? told(outcome.difference) : null;
}

function told({ table, key, column, present, rebuilt }: Difference): string {
  if (column !== null) return `${table} ${key}: ${column} is ${present}, but by the record ${rebuilt}.`;
  return rebuilt === null
    ? `${table} ${key}: the row is there, but not by the record.`
    : `${table} ${key}: the row is not there, but it is by the record.`;
}
