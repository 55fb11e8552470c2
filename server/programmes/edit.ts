import { openAction } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import type { DayCount } from '../calendar/schema.ts';
import { notFound } from '../http/problem.ts';
import { type Clock, clockOf, currentProgramme, replaceProgramme, writeClock } from './queries.ts';
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

/** Sets how long an operator has from now on, and tells the record. */
export function setClock(database: Database, actor: string, clock: Clock, count: DayCount): Promise<DayCount> {
  return database.transaction(async () => {
    const action = await openAction(database, { actor, verb: 'set-clock', regionCodes: [wholeCountry] });
    const programme = await currentProgramme(database);
    if (programme === undefined) throw notFound('programme yet: load a country first');
    const written = ({ days, kind }: DayCount) => ({ [`${clock}Days`]: days, [`${clock}DaysKind`]: kind });
    const before = written(await clockOf(database, clock));
    await writeClock(database, programme.code, clock, count);
    const key = { code: programme.code };
    action.add(wholeCountry, { entity: 'programme', key, before, after: written(count) });
    await action.close();
    return count;
  });
}
