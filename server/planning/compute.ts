import { performance } from 'node:perf_hooks';
import type { PlanningInput } from './input.ts';
import { check } from './optimiser/checker.ts';
import { type Options, type Pin, type Progress, type Solution, UNSERVED } from './optimiser/model.ts';
import { solveBest } from './optimiser/solve-best.ts';
import { effortFor, solve } from './optimiser/solve.ts';
import { choiceOf, type NamedProblem, problemOf, textOf } from './problem.ts';
import { rowsOf } from './rows.ts';
import type { PlanChoice, PlanRequest, PlanRow, PlanSummary, ScenarioAnswer, ScenarioQuestion } from './schema.ts';
import { summaryOf } from './summary.ts';
import { type KeptPrices, keptPrices, parentText } from './why.ts';

/** A finished plan as it is kept: what questions to it, and the words why, set out from. */
export interface KeptSolution {
  link: number[];
  quarter: number[];
  prices: KeptPrices & { floors: number[] };
  cost: number;
  bound: number | null;
}

/** What is computed: a plan, or the answer to a question to one that is finished. */
export interface Task {
  input: PlanningInput;
  question: ScenarioQuestion | null;
  base: { solution: KeptSolution; rows: PlanRow[]; summary: PlanSummary } | null;
}

export interface Computed {
  rows: PlanRow[];
  summary: PlanSummary;
  answer: ScenarioAnswer | null;
  solution: KeptSolution;
}

/** Computes a plan, or answers a question. Pure but for the clock that tells its seconds. */
export async function compute(task: Task, onProgress: (progress: Progress) => void = () => {}): Promise<Computed> {
  const begun = performance.now();
  const input = task.question === null ? task.input : asked(task.input, task.question);
  const named = problemOf(input);
  const forced = task.question?.question === 'why-not' ? forcedPin(named, task.question) : undefined;
  if (forced === null) return impossible(task);
  if (forced !== undefined) named.problem.pins = [...named.problem.pins, forced];
  const solution =
    task.base === null
      ? await solveBest(named.problem, { ...optionsOf(input), onProgress })
      : repair(named, task, onProgress);
  const rows = rowsOf(named, solution.plan);
  const summary = summaryOf(
    named,
    {
      ...solution,
      valid: check(named.problem, solution.plan).faults.length === 0,
      seconds: (performance.now() - begun) / 1000,
    },
    rows,
  );
  const kept: KeptSolution = {
    link: Array.from(solution.plan.link),
    quarter: Array.from(solution.plan.quarter),
    prices: { ...keptPrices(solution.prices), floors: Array.from(solution.prices.floors) },
    cost: solution.cost,
    bound: Number.isFinite(solution.bound) ? solution.bound : null,
  };
  return { rows, summary, solution: kept, answer: task.base && answerOf(task, solution, rows, summary) };
}

/** The input with the pin of the settlement asked about left out. */
function asked(input: PlanningInput, { settlement }: ScenarioQuestion): PlanningInput {
  return { ...input, pins: input.pins.filter((pin) => textOf(pin) !== textOf(settlement)) };
}

/** The choice that is forced, in numbers; null where no link is of it. */
function forcedPin(
  named: NamedProblem,
  { settlement, choice }: { settlement: { regionCode: string; code: string }; choice: PlanChoice },
): Pin | null {
  const { input, links, linksOf } = named;
  const number = named.numberOf.get(textOf(settlement));
  if (number === undefined) return null;
  const pin = choiceOf(input, number, choice);
  const fits = linksOf[number].filter(
    (link) =>
      (pin.operator === undefined || links.operator[link] === pin.operator) &&
      (pin.technology === undefined || links.technology[link] === pin.technology) &&
      (choice.parent === null || hangsOn(named, link, textOf(choice.parent))),
  );
  if (fits.length === 0) return null;
  if (choice.parent !== null) {
    const [link] = fits;
    if (links.parent[link] === -1) pin.node = links.anchor[link];
    else pin.parent = links.parent[link];
  }
  return pin;
}

function hangsOn({ input, links }: NamedProblem, link: number, parent: string): boolean {
  if (links.parent[link] !== -1) return textOf(input.settlements[links.parent[link]]) === parent;
  const { at } = input.anchors[links.anchor[link]];
  return 'settlement' in at && textOf(at.settlement) === parent;
}

const quickShare = 1 / 3;

/** Counts, never the clock, so that a plan repeats. */
function optionsOf({ request, settlements }: PlanningInput, effort: PlanRequest['effort'] = request.effort): Options {
  const { steps, moves } = effortFor(settlements.length);
  return { seed: request.seed, steps, moves: Math.round(moves * (effort === 'full' ? 1 : quickShare)) };
}

/**
 * The plan of the base with the settlement asked about taken out and placed anew, and what hung on it; by moves alone
 * where there is no room for it as the plan stands. A search from the beginning would move hundreds for reasons of its
 * own, and tell nothing of the choice.
 */
function repair(named: NamedProblem, { base, question }: Task, onProgress: (progress: Progress) => void): Solution {
  const from = startOf(named, base!.solution, question!);
  const options = optionsOf(named.input, 'quick');
  const placed = solve(named.problem, { ...options, steps: 0, moves: 0, from, onProgress });
  const unmet = new Set(base!.summary.unmetPins.map(textOf));
  const isMet = placed.unmetPins.every((number) => unmet.has(textOf(named.input.settlements[number])));
  return isMet ? placed : solve(named.problem, { ...options, steps: 0, from, onProgress });
}

/** A forced choice only takes possibilities away, so that the bound still holds; a pin that is left out gives more. */
function startOf(
  { numberOf }: NamedProblem,
  { link, quarter, prices, bound }: KeptSolution,
  { question, settlement }: ScenarioQuestion,
): Options['from'] {
  const plan = { link: Int32Array.from(link), quarter: Int8Array.from(quarter) };
  const number = numberOf.get(textOf(settlement))!;
  plan.link[number] = UNSERVED;
  plan.quarter[number] = UNSERVED;
  return {
    plan,
    prices: {
      crews: Float64Array.from(prices.crews),
      subsidy: Float64Array.from(prices.subsidy),
      budget: prices.budget,
      floors: Float64Array.from(prices.floors),
    },
    ...(question === 'why-not' && bound !== null && { bound }),
  };
}

const movedTold = 500;

function answerOf(
  { base }: Task,
  { cost, unmetPins }: Solution,
  rows: readonly PlanRow[],
  summary: PlanSummary,
): ScenarioAnswer {
  const before = new Map(base!.rows.map((row) => [textOf(row), row]));
  const pairs = rows.map((after) => ({ before: before.get(textOf(after))!, after }));
  const moved = pairs.filter((pair) => differs(pair.before, pair.after));
  const already = new Set(base!.summary.unmetPins.map(textOf));
  const isNew = summary.unmetPins.some((key) => !already.has(textOf(key)));
  return {
    by: 'solving',
    possible: unmetPins.length === 0 || !isNew,
    difference: cost - base!.solution.cost,
    costTenge: summary.planned.costTenge - base!.summary.planned.costTenge,
    subsidyTenge: summary.planned.subsidyTenge - base!.summary.planned.subsidyTenge,
    personMonths: summary.personMonths - base!.summary.personMonths,
    moved: byResidents(moved)
      .slice(0, movedTold)
      .map(({ before: was, after: is }) => ({ regionCode: is.regionCode, code: is.code, before: was, after: is })),
    movedCount: moved.length,
  };
}

export const byResidents = <Pair extends { after: PlanRow }>(pairs: readonly Pair[]): Pair[] =>
  pairs.toSorted((a, b) => b.after.residents - a.after.residents || (textOf(a.after) < textOf(b.after) ? -1 : 1));

/** Whether a settlement is connected otherwise in one plan than in another. */
export const differs = (a: PlanRow, b: PlanRow): boolean =>
  a.state !== b.state ||
  a.operatorCode !== b.operatorCode ||
  a.technology !== b.technology ||
  a.finishQuarter !== b.finishQuarter ||
  parentText(a.parent) !== parentText(b.parent);

/** What is forced cannot be built: nothing is moved. */
function impossible({ base }: Task): Computed {
  const { rows, summary, solution } = base!;
  const nothing = { difference: 0, costTenge: 0, subsidyTenge: 0, personMonths: 0, moved: [], movedCount: 0 };
  return { rows, summary, solution, answer: { by: 'solving', possible: false, ...nothing } };
}
