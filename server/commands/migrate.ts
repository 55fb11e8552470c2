import type { Register } from './environment.ts';
import { openCountry } from './environment.ts';

/** Readies the database for a country of one's own: the demonstration is then never loaded. */
export const register: Register = (program, { settings }) => {
  program
    .command('migrate')
    .description('make or bring up to date the tables of the database, and leave it empty for a country of your own')
    .action(async () => {
      const database = await openCountry(settings);
      await database.close();
      console.log('The database is up to date.');
    });
};
