import { changesOfAction } from '../changes/queries.ts';
import { openAction } from '../changes/record.ts';
import type { ChangeItem, Verb } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { notFound, Problem } from '../http/problem.ts';
import { allOperators } from '../operators/queries.ts';
import { settlementsByKeys } from '../places/queries.ts';
import type { SettlementKey } from '../places/schema.ts';
import { textOf, unique } from '../assignments/facts.ts';
import { deletePins, pinsOf, writePins } from './queries.ts';
import type { PinReply, PinRequest, PlanningPin } from './pins/schema.ts';

/** Who pins, and on which date. */
export interface Planner {
  login: string;
  today: string;
}

/** Pins settlements, those that exist, in one action; of those named twice the last counts. */
export async function pin(database: Database, planner: Planner, { groups }: PinRequest) {
  const choices = new Map(
    groups.flatMap(({ settlements, pin: choice }) => settlements.map((key) => [textOf(key), choice])),
  );
  const settlements = unique(
    groups.flatMap((group) => group.settlements),
    textOf,
  );
  const operators = new Set((await allOperators(database)).map(({ code }) => code));
  const unknown = groups.map((group) => group.pin.operatorCode).find((code) => code !== null && !operators.has(code));
  if (unknown !== undefined) {
    throw new Problem(422, 'Invalid input', `operatorCode: there is no operator ${unknown}.`, {
      refusal: 'unknown-operator',
    });
  }
  return change(database, planner, 'pin', settlements, async (before, version) => {
    const there = await settlementsByKeys(database, settlements);
    const after = there.map(({ regionCode, code }): PlanningPin => ({
      regionCode,
      code,
      ...choices.get(textOf({ regionCode, code }))!,
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

/** Takes pinning, or freeing, back: whose pin is still as that action left it gets what it had before. */
export async function undoPins(database: Database, planner: Planner, actionId: string): Promise<PinReply> {
  const changes = (await changesOfAction(database, actionId)).filter(({ verb }) => verb === 'pin' || verb === 'unpin');
  if (changes.length === 0) throw notFound(`action ${actionId}`);
  const [{ actor, verb }] = changes;
  if (actor !== planner.login) {
    throw new Problem(403, 'Not allowed', `This is for: ${actor}, who did it.`, {
      refusal: 'done-by-another',
      values: { actor },
    });
  }
  const pairs = changes.flatMap(({ items }) => items.map(({ before, after }) => ({ before, after }) as Pair));
  const settlements = pairs.map(({ before, after }) => (after ?? before)!);
  const reverse = verb === 'pin' ? 'unpin' : 'pin';
  return change(
    database,
    planner,
    reverse,
    settlements,
    async (present, version) => {
      const ours = pairs.filter((pair) => {
        const { version: left } = pair.after ?? { version: undefined };
        return present.get(textOf((pair.after ?? pair.before)!))?.version === left;
      });
      const restored = ours.flatMap(({ before }) =>
        before === null ? [] : [{ ...before, version: version(before.regionCode) }],
      );
      await deletePins(
        database,
        ours.flatMap(({ after }) => (after === null ? [] : [after])),
      );
      await writePins(database, restored);
      const now = new Map(restored.map((row) => [textOf(row), row]));
      return ours.map(({ before, after }) => ({ before: after, after: now.get(textOf((after ?? before)!)) ?? null }));
    },
    actionId,
  );
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
  undoes?: string,
): Promise<PinReply> {
  return database.transaction(async () => {
    const regionCodes = settlements.map(({ regionCode }) => regionCode);
    const action = await openAction(database, { actor: login, verb, regionCodes, undoes });
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
