import { Quarter } from '../calendar/schema.ts';
import type { Computed } from '../planning/compute.ts';
import type { PlanningInput } from '../planning/input.ts';
import type { PlanWhy, ScenarioAnswer, ScenarioQuestion } from '../planning/answers/schema.ts';
import { PlanTechnology } from '../planning/parameters/schema.ts';
import type { PlanRow } from '../planning/plans/schema.ts';
import { textOf } from '../planning/problem.ts';
import { whyOf } from '../planning/why.ts';
import { widerInput } from '../planning/wider.ts';
import { CommandError } from './environment.ts';
import { PlacesByCode } from './plan-place.ts';

/** What a person asks of a plan beside itself. */
export interface QuestionOptions {
  why?: string[];
  whyNot?: string[];
  pinCost?: string[];
  more?: string[];
}

const billion = 1e9;

/** The questions that are answered by solving again. Throws CommandError, naming the option. */
export function questionsOf({ whyNot = [], pinCost = [], more = [] }: QuestionOptions, input: PlanningInput) {
  const places = new PlacesByCode(input);
  return [
    ...whyNot.map((text): ScenarioQuestion => {
      const [place, ...words] = text.split(/[:,]/);
      return {
        question: 'why-not',
        settlement: places.find(place, '--why-not'),
        choice: choiceOf(words, text, input),
      };
    }),
    ...pinCost.map((text): ScenarioQuestion => {
      const settlement = places.find(text, '--pin-cost');
      if (input.pins.some((pin) => textOf(pin) === textOf(settlement))) return { question: 'pin-cost', settlement };
      throw new CommandError(`--pin-cost: ${text} has no pin.`, 2);
    }),
    ...more.map((text): ScenarioQuestion => {
      const asked = moreOf(text, input);
      if (widerInput(input, asked) !== null) return { question: 'more', more: asked };
      throw new CommandError(`--more ${text}: the plan has no such limit.`, 2);
    }),
  ];
}

/** An operator, a technology or a quarter, in any order: each is known by its form. */
function choiceOf(words: readonly string[], text: string, { operators }: PlanningInput) {
  const choice = {
    operatorCode: null as string | null,
    technology: null as PlanTechnology | null,
    quarter: null as Quarter | null,
    parent: null,
  };
  for (const word of words) {
    const technology = PlanTechnology.safeParse(word);
    if (technology.success) choice.technology = technology.data;
    else if (Quarter.safeParse(word).success) choice.quarter = word;
    else if (operators.some(({ code }) => code === word)) choice.operatorCode = word;
    else
      throw new CommandError(
        `--why-not ${text}: ${word} is no operator (${operators.map(({ code }) => code).join(', ')}), ` +
          `technology (${PlanTechnology.options.join(', ')}) or quarter (2027-Q3).`,
        2,
      );
  }
  if (words.length === 0) throw new CommandError(`--why-not ${text}: write what else, as in ${text}:fibre,2027-Q3.`, 2);
  return choice;
}

function moreOf(text: string, { operators }: PlanningInput) {
  const [limit, which] = text.split(':');
  if (limit === 'crews' && operators.some(({ code }) => code === which))
    return { limit, operatorCode: which, perQuarter: 1 } as const;
  if (limit === 'subsidy' && /^\d{4}$/.test(which ?? ''))
    return { limit, year: Number(which), tenge: billion } as const;
  if (limit === 'budget' && which === undefined) return { limit, tenge: billion } as const;
  throw new CommandError(`--more ${text}: write crews:OPERATOR, subsidy:YEAR or budget.`, 2);
}

/** Why the settlements that a person names have what they have. */
export function whysOf({ why = [] }: QuestionOptions, input: PlanningInput, { rows, solution }: Computed): PlanWhy[] {
  const places = new PlacesByCode(input);
  return why.map((text) => whyOf(input, rows, solution.prices, places.find(text, '--why'))!);
}

const amount = (value: number) => Math.round(value).toLocaleString('en').replaceAll(',', ' ');
const signed = (value: number) => (value > 0 ? '+' : '') + amount(value);

export function rowInWords({ code, state, operatorCode, technology, finishQuarter, reason, parent }: PlanRow): string {
  if (state === 'unserved') return `${code}: unserved (${reason})`;
  const from = parent === null ? '' : `, from ${parent.type === 'node' ? parent.name || parent.nodeId : parent.code}`;
  return `${code}: ${state}, ${operatorCode}, ${technology}, ${finishQuarter}${from}`;
}

/** Why a settlement has what it has: what it weighs and the next best, in the unit of the objective. */
export function whyInWords({ row, unit, chosen, others, unservedCost, path }: PlanWhy): string {
  const weights = (one: NonNullable<PlanWhy['chosen']>) =>
    `${amount(one.total)} ${unit} in all: ${amount(one.costTenge)} tenge, waiting ${amount(one.waiting)}, ` +
    `late ${amount(one.lateness)}, crews ${amount(one.crewPrice)}, subsidy ${amount(one.subsidyPrice)}`;
  const next = others.slice(0, 3).map((one) => {
    const against = one.obstacle === null ? '' : `, but ${one.obstacle}`;
    return `  else ${one.operatorCode}, ${one.technology}, ${one.quarter}${against}: ${weights(one)}`;
  });
  return [
    rowInWords(row),
    ...(chosen === null ? [] : [`  ${weights(chosen)}`]),
    ...(path.length === 0 ? [] : [`  by way of ${path.map(({ code }) => code).join(', ')}`]),
    ...next,
    `  unserved it would weigh ${amount(unservedCost)}`,
  ].join('\n');
}

function questionInWords(question: ScenarioQuestion): string {
  if (question.question === 'pin-cost') return `${question.settlement.code} without its pin`;
  if (question.question === 'why-not')
    return `${question.settlement.code} otherwise, ${Object.values(question.choice).filter(Boolean).join(', ')}`;
  const { more } = question;
  if (more.limit === 'crews')
    return `with ${more.perQuarter} more settlements a quarter by crews of ${more.operatorCode}`;
  return `with ${amount(more.tenge)} more tenge ${more.limit === 'subsidy' ? `of subsidy in ${more.year}` : 'in the budget'}`;
}

/** What solving again found. */
export function answerInWords(question: ScenarioQuestion, answer: ScenarioAnswer, unit: string): string {
  const asked = questionInWords(question);
  if (!answer.possible) return `${asked}: not possible.`;
  return (
    `${asked}, solved again: ${signed(answer.difference)} ${unit}; ` +
    `${signed(answer.settlements)} settlements and ${signed(answer.residents)} residents connected, ` +
    `cost ${signed(answer.costTenge)} and subsidy ${signed(answer.subsidyTenge)} tenge, ` +
    `waiting ${signed(answer.personMonths)} person-months, ${answer.movedCount} moved` +
    (answer.searching === null ? '.' : `; as much searching without it saved ${amount(answer.searching)} ${unit}.`)
  );
}
