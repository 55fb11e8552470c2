import { openAction } from '../changes/record.ts';
import type { ChangeItem, Verb } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import { allOperators } from '../operators/queries.ts';
import { settlementsByKeys } from '../places/queries.ts';
import type { SettlementKey } from '../places/schema.ts';
import { textOf, unique } from '../assignments/facts.ts';
import { deletePins, pinsOf, writePins } from './queries.ts';
import type { PinReply, PinRequest, PlanningPin } from './schema.ts';

/** Who pins, and on which date. */
export interface Planner {
  login: string;
  today: string;
}

/** Pins these settlements alike, those that exist. */
export async function pin(database: Database, planner: Planner, request: PinRequest) {
  const { pin: choice } = request;
  const settlements = unique(request.settlements, textOf);
  const { operatorCode } = choice;
  if (operatorCode !== null && !(await allOperators(database)).some(({ code }) => code === operatorCode)) {
    throw new Problem(422, 'Invalid input', `operatorCode: there is no operator ${operatorCode}.`, {
      refusal: 'unknown-operator',
    });
  }
  return change(database, planner, 'pin', settlements, async (before, version) => {
    const there = await settlementsByKeys(database, settlements);
    const after = there.map(({ regionCode, code }): PlanningPin => ({
      regionCode,
      code,
      ...choice,
      pinnedBy: planner.login,
      pinnedOn: planner.today,
      version: version(regionCode),
    }));
    await writePins(database, after);
    return after.map((now) => ({ before: before.get(textOf(now)) ?? null, after: now }));
  });
}

/** Takes back the pins of these settlements, those that have one. */
export function unpin(database: Database, planner: Planner, settlements: readonly SettlementKey[]) {
  return change(database, planner, 'unpin', settlements, async (before) => {
    await deletePins(database, settlements);
    return [...before.values()].map((gone) => ({ before: gone, after: null }));
  });
}

interface Pair {
  before: PlanningPin | null;
  after: PlanningPin | null;
}

function change(
  database: Database,
  { login }: Planner,
  verb: Verb,
  settlements: readonly SettlementKey[],
  work: (before: ReadonlyMap<string, PlanningPin>, version: (regionCode: string) => number) => Promise<Pair[]>,
): Promise<PinReply> {
  return database.transaction(async () => {
    const regionCodes = settlements.map(({ regionCode }) => regionCode);
    const action = await openAction(database, { actor: login, verb, regionCodes });
    const before = new Map((await pinsOf(database, settlements)).map((row) => [textOf(row), row]));
    const pairs = await work(before, (regionCode) => action.sequence(regionCode));
    for (const pair of pairs) action.add((pair.after ?? pair.before)!.regionCode, itemOf(pair));
    await action.close();
    return { actionId: pairs.length > 0 ? action.id : null, done: pairs.map((pair) => (pair.after ?? pair.before)!) };
  });
}

function itemOf({ before, after }: Pair): ChangeItem {
  const { regionCode, code } = (after ?? before)!;
  return { entity: 'planning-pin', key: { regionCode, settlementCode: code }, before, after };
}
