import type { PlanningInput } from '../planning/input.ts';
import type { SettlementKey } from '../places/schema.ts';
import { CommandError } from './environment.ts';

/** Finds the settlements of a plan by what a person writes: a code, or `REGION/CODE` where regions share one. */
export class PlacesByCode {
  readonly #found = new Map<string, SettlementKey[]>();

  constructor({ settlements, committed }: Pick<PlanningInput, 'settlements' | 'committed'>) {
    for (const { regionCode, code } of [...settlements, ...committed]) {
      for (const text of [code, `${regionCode}/${code}`])
        this.#found.set(text, [...(this.#found.get(text) ?? []), { regionCode, code }]);
    }
  }

  /** Throws CommandError where there is none, or more than one; `where` says who asks for it. */
  find(text: string, where: string): SettlementKey {
    const keys = this.#found.get(text) ?? [];
    if (keys.length === 1) return keys[0];
    const ways = keys.map(({ regionCode, code }) => `${regionCode}/${code}`).join(' or ');
    throw new CommandError(
      keys.length === 0
        ? `${where}: the plan has no settlement ${text}. It plans flagged settlements of what is asked for.`
        : `${where}: ${text} is in several regions: write ${ways}.`,
      2,
    );
  }
}
