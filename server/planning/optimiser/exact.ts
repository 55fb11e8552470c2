import loadHighs from 'highs';
import { type Candidates, prepare } from './candidates.ts';
import { type Plan, type Problem, UNSERVED } from './model.ts';

/** Where HiGHS ends, at the latest: after nodes of the tree, or steps of the simplex method. */
interface Effort {
  nodes: number;
  iterations?: number;
}

export interface Exact {
  /** No plan costs less: proven. */
  bound: number;
  /** Null where none was found. */
  plan: Plan | null;
}

/** How many columns the whole model of a problem has. */
export function columnsOf({ quarters, settlements, pairParent, problem }: Candidates): number {
  let columns = 2 * settlements + pairParent.length * problem.operators + problem.floors.length;
  for (let bits of quarters) for (; bits !== 0; bits &= bits - 1) columns++;
  return columns;
}

/**
 * The whole problem as an integer programme, by HiGHS: for small cases, where it proves the best plan or has the better
 * bound. It ends by a count of nodes, never by the clock, so that the answer is the same each time.
 */
export async function solveExactly(
  problem: Problem,
  { nodes, iterations = Infinity }: Effort,
  candidates = prepare(problem),
): Promise<Exact> {
  const programme = write(candidates);
  const highs = await loadHighs();
  const { mipInterrupt } = highs.constants.callbackType;
  return highs.withModel(programme.model(highs), (model) => {
    model.options.set({ output_flag: false, mip_max_nodes: nodes, mip_rel_gap: 0, mip_abs_gap: 1e-9, random_seed: 1 });
    model.run({
      [mipInterrupt](event) {
        if (Number(event.data.mip_total_lp_iterations) > iterations) event.interrupt();
      },
    });
    const isOptimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
    const bound = (isOptimal ? model.getObjectiveValue() : Number(model.info.get('mip_dual_bound'))) * programme.unit;
    const hasPlan = Number(model.info.get('primal_solution_status')) === 2;
    return { bound, plan: hasPlan ? programme.read(model.getSolution().colValue) : null };
  });
}

type Highs = Awaited<ReturnType<typeof loadHighs>>;
type ModelData = Parameters<Highs['raw']['mipCall']>[0];

/** Columns and rows as they are thought of; a row's terms are [column, coefficient, …]. */
class Programme {
  readonly cost: number[] = [];
  readonly upper: number[] = [];
  readonly isInteger: boolean[] = [];
  readonly rows: { terms: number[]; lower: number; upper: number }[] = [];

  column(cost: number, upper: number, isInteger: boolean): number {
    this.upper.push(upper);
    this.isInteger.push(isInteger);
    return this.cost.push(cost) - 1;
  }

  row(terms: number[], lower: number, upper: number): void {
    if (terms.length > 0) this.rows.push({ terms, lower, upper });
  }
}

function write(candidates: Candidates) {
  const { settlements, first, parent, operator, carries, money, work, subsidy, quarters: bits } = candidates;
  const { pair, pairChild, pairParent, time, moneyWeight, problem, original } = candidates;
  const { operators, quarters, years, yearOf, crews, objective, floors } = problem;
  const programme = new Programme();
  /** Rows of limits collect their terms as columns are made. */
  const crewTerms: number[][] = Array.from({ length: operators * quarters }, () => []);
  const yearTerms: number[][] = Array.from({ length: years }, () => []);
  const moneyTerms: number[] = [];
  const chosen: { column: number; s: number; link: number; quarter: number }[] = [];
  const ofLink: (typeof chosen)[] = Array.from(money, () => []);
  const ofSettlement: number[][] = Array.from({ length: settlements }, () => []);
  const place: number[] = [];
  for (let s = 0; s < settlements; s++) {
    place.push(programme.column(0, settlements, false));
    ofSettlement[s].push(programme.column(time[s * (quarters + 1) + quarters], 1, true), 1);
    for (let link = first[s]; link < first[s + 1]; link++) {
      for (let quarter = 0; quarter < quarters; quarter++) {
        if (((bits[link] >>> quarter) & 1) === 0) continue;
        const column = programme.column(money[link] * moneyWeight + time[s * (quarters + 1) + quarter], 1, true);
        const one = { column, s, link, quarter };
        chosen.push(one);
        ofLink[link].push(one);
        ofSettlement[s].push(column, 1);
        crewTerms[operator[link] * quarters + quarter].push(column, work[link]);
        yearTerms[yearOf[quarter]].push(column, subsidy[link]);
        moneyTerms.push(column, money[link]);
      }
    }
  }
  for (const terms of ofSettlement) programme.row(terms, 1, 1);
  const linksOf = (s: number) => Array.from({ length: first[s + 1] - first[s] }, (_, i) => first[s] + i);
  const termsOf = (links: number[], last: number, sign: 1 | -1) =>
    links.flatMap((link) =>
      ofLink[link].filter(({ quarter }) => quarter <= last).flatMap(({ column }) => [column, sign]),
    );
  for (let one = 0; one < pairParent.length; one++) {
    const child = pairChild[one];
    const p = pairParent[one];
    const through = linksOf(child).filter((link) => pair[link] === one);
    const ready = linksOf(p).filter((link) => carries[link] === 1 && parent[link] !== child);
    for (let last = 0; last < quarters; last++)
      programme.row([...termsOf(through, last, 1), ...termsOf(ready, last, -1)], -Infinity, 0);
    // Places along the way forbid loops (Miller, Tucker and Zemlin 1960).
    const terms = termsOf(through, quarters, 1).map((term, i) => (i % 2 === 1 ? settlements + 1 : term));
    programme.row([...terms, place[p], 1, place[child], -1], -Infinity, settlements);
    const fee = problem.settlements.accessFee[child];
    for (let by = 0; by < operators && fee > 0; by++) {
      const own = through.filter((link) => operator[link] === by);
      if (own.length === 0) continue;
      const paid = programme.column(fee === Infinity ? 0 : fee * moneyWeight, fee === Infinity ? 0 : 1, false);
      const same = ready.filter((link) => operator[link] === by);
      programme.row([...termsOf(own, quarters, 1), ...termsOf(same, quarters, -1), paid, -1], -Infinity, 0);
      if (fee < Infinity) moneyTerms.push(paid, fee);
    }
  }
  crewTerms.forEach((terms, slot) => programme.row(terms, -Infinity, crews[slot]));
  yearTerms.forEach((terms, year) => programme.row(terms, -Infinity, problem.subsidy[year]));
  if (objective.kind === 'service') programme.row(moneyTerms, -Infinity, objective.budget);
  for (const { region, quarter: last, residents, price } of floors) {
    const missing = programme.column(price, Infinity, false);
    const served = chosen.filter(({ s, quarter }) => quarter <= last && problem.settlements.region[s] === region);
    programme.row(
      [missing, 1, ...served.flatMap(({ column, s }) => [column, problem.settlements.residents[s]])],
      residents,
      Infinity,
    );
  }
  const unit =
    Math.max(1, ...money.map((cost) => cost * moneyWeight), ...time.filter((_, i) => i % (quarters + 1) < quarters)) /
    1000;
  return {
    unit,
    model: (highs: Highs) => inRows(highs, programme, unit),
    read(values: ArrayLike<number>): Plan {
      const plan = {
        link: new Int32Array(settlements).fill(UNSERVED),
        quarter: new Int8Array(settlements).fill(UNSERVED),
      };
      for (const { column, s, link, quarter } of chosen) {
        if (values[column] < 0.5) continue;
        plan.link[s] = original[link];
        plan.quarter[s] = quarter;
      }
      return plan;
    },
  };
}

/** Costs in such a unit, and every limit's row by its greatest term, that numbers are of a size that a solver likes. */
function inRows(highs: Highs, { cost, upper, isInteger, rows }: Programme, unit: number): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const scales = rows.map(({ terms }) => Math.max(...terms.filter((_, i) => i % 2 === 1).map(Math.abs)) || 1);
  rows.forEach(({ terms }, row) => {
    for (let at = 0; at < terms.length; at += 2) {
      indices.push(terms[at]);
      values.push(terms[at + 1] / scales[row]);
    }
    starts.push(indices.length);
  });
  const finite = (value: number) =>
    value === Infinity ? highs.infinity : value === -Infinity ? -highs.infinity : value;
  return {
    numCols: cost.length,
    numRows: rows.length,
    colCost: cost.map((value) => value / unit),
    colLower: cost.map(() => 0),
    colUpper: upper.map(finite),
    rowLower: rows.map(({ lower }, row) => finite(lower / scales[row])),
    rowUpper: rows.map((row, at) => finite(row.upper / scales[at])),
    matrix: { format: 'csr', numRows: rows.length, numCols: cost.length, starts, indices, values },
    integrality: Int32Array.from(isInteger, Number),
  } as ModelData;
}
