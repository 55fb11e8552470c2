import { performance } from 'node:perf_hooks';
import type { PlanningInput } from './input.ts';
import { check } from './optimiser/checker.ts';
import { withWider } from './optimiser/explain.ts';
import { type Options, type Pin, type Progress, type Solution, UNSERVED } from './optimiser/model.ts';
import { solveBest } from './optimiser/solve-best.ts';
import { effortFor, solve } from './optimiser/solve.ts';
import { choiceOf, type NamedProblem, problemOf, textOf } from './problem.ts';
import { rowsOf } from './rows.ts';
import type { MoreOf, PlanChoice, ScenarioAnswer, ScenarioQuestion, SettlementQuestion } from './answers/schema.ts';
import type { PlanRow, PlanSummary } from './plans/schema.ts';
import type { PlanRequest } from './requests/schema.ts';
import { summaryOf } from './summary.ts';
import { type KeptPrices, keptPrices, parentText } from './why.ts';
import { widerInput } from './wider.ts';

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
  asked: { question: ScenarioQuestion; base: Base } | null;
}

/** A finished plan that a question is put to. */
export interface Base {
  solution: KeptSolution;
  rows: PlanRow[];
  summary: PlanSummary;
}

export interface Computed {
  rows: PlanRow[];
  summary: PlanSummary;
  answer: ScenarioAnswer | null;
  solution: KeptSolution;
}

type Tell = (progress: Progress) => void;

/** Computes a plan, or answers a question. Pure but for the clock that tells its seconds. */
export async function compute({ input, asked }: Task, onProgress: Tell = () => {}): Promise<Computed> {
  const begun = performance.now();
  if (asked === null) {
    const named = problemOf(input);
    const solution = await solveBest(named.problem, { ...optionsOf(input), onProgress });
    return { ...told(named, solution, begun), answer: null };
  }
  const { question, base } = asked;
  return question.question === 'more'
    ? widened(input, question.more, base, onProgress, begun)
    : placedAnew(input, question, base, onProgress, begun);
}

/** What becomes of a plan that was found. */
function told(named: NamedProblem, solution: Solution, begun: number): Base {
  const rows = rowsOf(named, solution.plan);
  const { faults, parts } = check(named.problem, solution.plan);
  const checked = { valid: faults.length === 0, unservedCost: parts.unserved };
  const seconds = (performance.now() - begun) / 1000;
  return {
    rows,
    summary: summaryOf(named, { ...solution, ...checked, seconds }, rows),
    solution: {
      link: Array.from(solution.plan.link),
      quarter: Array.from(solution.plan.quarter),
      prices: { ...keptPrices(solution.prices), floors: Array.from(solution.prices.floors) },
      cost: solution.cost,
      bound: Number.isFinite(solution.bound) ? solution.bound : null,
    },
  };
}

/** Why not that one? What does the pin cost? The settlement is placed anew in the plan. */
function placedAnew(
  input: PlanningInput,
  question: SettlementQuestion,
  base: Base,
  onProgress: Tell,
  begun: number,
): Computed {
  const named = problemOf(withoutPin(input, question));
  if (question.question === 'why-not') {
    const forced = forcedPin(named, question);
    if (forced === null) return impossible(base);
    named.problem.pins = [...named.problem.pins, forced];
  }
  const solution = repair(named, base, question, onProgress);
  const found = told(named, solution, begun);
  const already = new Set(base.summary.unmetPins.map(textOf));
  const isNew = found.summary.unmetPins.some((key) => !already.has(textOf(key)));
  return { ...found, answer: answerOf(base, found, solution.unmetPins.length === 0 || !isNew) };
}

/** What would more of a limit bring? The plan is searched on with it, and without it as well. */
function widened(input: PlanningInput, more: MoreOf, base: Base, onProgress: Tell, begun: number): Computed {
  const wider = widerInput(input, more);
  if (wider === null) return impossible(base);
  const named = problemOf(input);
  const namedWider = problemOf(wider);
  const { seed, moves } = optionsOf(input, 'quick');
  const finished = { ...startOf(base.solution), cost: base.solution.cost };
  const effort = { seed, moves, onProgress };
  const [before, after] = withWider(named.problem, namedWider.problem, finished, effort);
  const found = told(namedWider, after, begun);
  const answer = answerOf(told(named, before, begun), found, true);
  return { ...found, answer: { ...answer, searching: base.solution.cost - before.cost } };
}

/** The input with the pin of the settlement asked about left out. */
function withoutPin(input: PlanningInput, { settlement }: SettlementQuestion): PlanningInput {
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
function repair(named: NamedProblem, base: Base, question: SettlementQuestion, onProgress: Tell): Solution {
  const { plan, prices } = startOf(base.solution);
  const number = named.numberOf.get(textOf(question.settlement))!;
  plan.link[number] = UNSERVED;
  plan.quarter[number] = UNSERVED;
  // A forced choice only takes possibilities away, so that the bound still holds; a pin that is left out gives more.
  const bound = question.question === 'why-not' ? (base.solution.bound ?? undefined) : undefined;
  const options = { ...optionsOf(named.input, 'quick'), steps: 0, from: { plan, prices, bound }, onProgress };
  const placed = solve(named.problem, { ...options, moves: 0 });
  const unmet = new Set(base.summary.unmetPins.map(textOf));
  const isMet = placed.unmetPins.every((one) => unmet.has(textOf(named.input.settlements[one])));
  return isMet ? placed : solve(named.problem, options);
}

/** A plan as it was kept, to set out from. */
function startOf({ link, quarter, prices }: KeptSolution): Pick<Solution, 'plan' | 'prices'> {
  return {
    plan: { link: Int32Array.from(link), quarter: Int8Array.from(quarter) },
    prices: {
      crews: Float64Array.from(prices.crews),
      subsidy: Float64Array.from(prices.subsidy),
      budget: prices.budget,
      floors: Float64Array.from(prices.floors),
    },
  };
}

const movedTold = 500;

function answerOf(base: Base, { rows, summary, solution }: Base, possible: boolean): ScenarioAnswer {
  const before = new Map(base.rows.map((row) => [textOf(row), row]));
  const pairs = rows.map((after) => ({ before: before.get(textOf(after))!, after }));
  const moved = pairs.filter((pair) => differs(pair.before, pair.after));
  return {
    by: 'solving',
    possible,
    difference: solution.cost - base.solution.cost,
    settlements: summary.planned.settlements - base.summary.planned.settlements,
    residents: summary.planned.residents - base.summary.planned.residents,
    costTenge: summary.planned.costTenge - base.summary.planned.costTenge,
    subsidyTenge: summary.planned.subsidyTenge - base.summary.planned.subsidyTenge,
    personMonths: summary.personMonths - base.summary.personMonths,
    searching: null,
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

/** What is asked for cannot be: nothing is moved. */
function impossible(base: Base): Computed {
  return { ...base, answer: answerOf(base, base, false) };
}
