import { openAction } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { writeOperator } from './queries.ts';
import type { Operator } from './schema.ts';

/** Adds operators that are not there yet, and tells the record. */
export function addOperators(database: Database, actor: string, operators: readonly Operator[]): Promise<void> {
  return database.transaction(async () => {
    const action = await openAction(database, { actor, verb: 'set-operator', regionCodes: [wholeCountry] });
    for (const operator of operators) {
      await writeOperator(database, operator);
      action.add(wholeCountry, { entity: 'operator', key: { code: operator.code }, before: null, after: operator });
    }
    await action.close();
  });
}
