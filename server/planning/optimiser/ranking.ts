import type { Candidates } from './candidates.ts';
import { priced } from './draft.ts';
import type { Prices } from './model.ts';

/** Links ordered within each settlement, the cheapest by prices, in its best quarter, first. */
export function rankLinks(candidates: Candidates, prices: Prices): Int32Array {
  const { settlements, first, money, moneyWeight, quarters, problem, time } = candidates;
  const value = new Float64Array(money.length);
  const ranked = Int32Array.from(money, (_, link) => link);
  for (let s = 0; s < settlements; s++) {
    for (let link = first[s]; link < first[s + 1]; link++) {
      let least = Infinity;
      for (let quarter = 0; quarter < problem.quarters; quarter++) {
        if (((quarters[link] >>> quarter) & 1) === 0) continue;
        const cost = priced(candidates, prices, link, quarter) + time[s * (problem.quarters + 1) + quarter];
        least = Math.min(least, cost);
      }
      value[link] = least + money[link] * moneyWeight;
    }
    ranked.subarray(first[s], first[s + 1]).sort((a, b) => value[a] - value[b] || a - b);
  }
  return ranked;
}
