import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { openAction } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { changedSince, Problem } from '../http/problem.ts';
import { deleteParameter, setParameters, writeParameter } from './queries.ts';
import { ParameterCode, ShippedParameter, type Parameter, type SetParameter } from './parameters/schema.ts';

/** What things cost where the ministry has not said otherwise, each with its source: geodata/costs. */
export const shippedParameters: readonly ShippedParameter[] = z
  .array(ShippedParameter)
  .length(ParameterCode.options.length)
  .parse(JSON.parse(readFileSync(new URL('../../geodata/costs/defaults.json', import.meta.url), 'utf8')));

/** The parameters in force, in the order in which they ship. */
export async function parametersInForce(database: Database): Promise<Parameter[]> {
  const set = new Map((await setParameters(database)).map((row) => [row.code, row]));
  return shippedParameters.map((shipped) => {
    const own = set.get(shipped.code);
    if (own === undefined) return { ...shipped, shipped: null, version: 0 };
    const { value, source, dated } = shipped;
    return { ...shipped, ...own, shipped: { value, source, dated } };
  });
}

/** Sets a parameter as the person saw it, or takes back what was set, and tells the record. */
export function setParameter(
  database: Database,
  actor: string,
  code: ParameterCode,
  { version, set }: SetParameter,
): Promise<Parameter> {
  const find = async () => (await parametersInForce(database)).find((parameter) => parameter.code === code)!;
  return database.transaction(async () => {
    const action = await openAction(database, { actor, verb: 'set-cost', regionCodes: [wholeCountry] });
    const present = await find();
    if (present.version !== version) throw changedSince(present);
    if (set !== null) checkRange(present, set.value);
    const before = present.shipped === null ? null : told(present);
    if (set === null) await deleteParameter(database, code);
    else await writeParameter(database, { code, ...set, version: action.sequence(wholeCountry) });
    if (set !== null || before !== null) {
      action.add(wholeCountry, { entity: 'cost-parameter', key: { code }, before, after: set });
    }
    await action.close();
    return find();
  });
}

const told = ({ value, source, dated }: Parameter) => ({ value, source, dated });

function checkRange({ code, least, most }: Parameter, value: number): void {
  if (value >= least && value <= most) return;
  throw new Problem(422, 'Invalid input', `value: ${code} is from ${least} to ${most}, not ${value}.`, {
    refusal: 'parameter-range',
    values: { code, least, most, value },
  });
}
