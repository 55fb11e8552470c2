import type { MoreOf } from '../../server/planning/answers/schema.ts';
import type { BindingLimit } from '../../server/planning/plans/schema.ts';

type Crews = Extract<BindingLimit, { limit: 'crews' }>;

/** A limit that holds a plan back; crews of all quarters together, since a crew is there in each of them. */
export type HoldingLimit = Exclude<BindingLimit, Crews> | (Omit<Crews, 'quarter'> & { quarters: string[] });

/** The limits that hold a plan back, worth most first: an operator's crews with the quarters in which they are short. */
export function holdingLimits(binding: readonly BindingLimit[]): HoldingLimit[] {
  const limits: HoldingLimit[] = [];
  for (const limit of binding) {
    if (limit.limit !== 'crews') {
      limits.push(limit);
      continue;
    }
    const { quarter, ...crews } = limit;
    const known = limits.find((one) => one.limit === 'crews' && one.operatorCode === crews.operatorCode);
    if (known?.limit === 'crews') {
      known.quarters.push(quarter);
      known.used += crews.used;
      known.available += crews.available;
      known.worth += crews.worth;
    } else limits.push({ ...crews, quarters: [quarter] });
  }
  for (const limit of limits) if (limit.limit === 'crews') limit.quarters.sort();
  return limits.toSorted((a, b) => b.worth - a.worth);
}

const billion = 1e9;

/** A little more of a limit: one crew, which connects one more settlement in every quarter; or a billion tenge. */
export function moreOf(limit: HoldingLimit): MoreOf {
  if (limit.limit === 'crews') return { limit: 'crews', operatorCode: limit.operatorCode, perQuarter: 1 };
  return limit.limit === 'subsidy'
    ? { limit: 'subsidy', year: limit.year, tenge: billion }
    : { limit: 'budget', tenge: billion };
}
