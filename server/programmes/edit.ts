import { openAction } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { currentProgramme, replaceProgramme } from './queries.ts';
import type { Programme } from './schema.ts';

/** Makes this the programme in force, and tells the record. */
export function setProgramme(database: Database, actor: string, programme: Programme): Promise<void> {
  return database.transaction(async () => {
    const action = await openAction(database, { actor, verb: 'set-programme', regionCodes: [wholeCountry] });
    const before = await currentProgramme(database);
    await replaceProgramme(database, programme);
    if (before !== undefined && before.code !== programme.code) {
      action.add(wholeCountry, { entity: 'programme', key: { code: before.code }, before, after: null });
    }
    const same = before?.code === programme.code ? before : null;
    action.add(wholeCountry, { entity: 'programme', key: { code: programme.code }, before: same, after: programme });
    await action.close();
  });
}
