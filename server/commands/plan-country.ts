import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { compute, type Computed } from '../planning/compute.ts';
import { readInput } from '../planning/input.ts';
import type { ScenarioAnswer, ScenarioQuestion } from '../planning/answers/schema.ts';
import type { PlanSummary } from '../planning/plans/schema.ts';
import { type PlanProblem, PlanRequest } from '../planning/requests/schema.ts';
import { examine } from '../planning/work.ts';
import { CommandError, type Environment, openInstallation } from './environment.ts';
import { PlanCurve } from './plan-curve.ts';
import { withPins } from './plan-pins.ts';
import { answerInWords, type QuestionOptions, questionsOf, whyInWords, whysOf } from './plan-questions.ts';

/** What the person at the terminal says of a plan of the installation's own country. */
export interface CountryOptions extends QuestionOptions {
  region?: string;
  objective?: string;
  budget?: string;
  quarters: number;
  technologies?: string;
  subsidyPerYear?: string;
  crews?: string;
  floor?: string;
  pins?: string;
  seed: number;
  effort?: string;
  json?: string;
}

const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));

/** A request to plan from what the person says. Throws CommandError, naming the option. */
export function requestOf(options: CountryOptions): PlanRequest {
  const { region, objective = 'balanced', budget, quarters, technologies, subsidyPerYear, seed, effort } = options;
  const [share, floorQuarter] = options.floor?.split(':') ?? [];
  const request = PlanRequest.safeParse({
    scope: region === undefined ? { type: 'country' } : { type: 'region', regionCode: region },
    objective: objective === 'service' ? { kind: objective, budgetTenge: number(budget) } : { kind: objective },
    quarters,
    technologies: technologies?.split(','),
    subsidyPerYear: number(subsidyPerYear),
    crews: options.crews?.split(',').map((text) => {
      const [operatorCode, perQuarter] = text.split('=');
      return { operatorCode, perQuarter: number(perQuarter) };
    }),
    floor: options.floor && { share: number(share), quarter: floorQuarter },
    seed,
    effort,
  });
  if (request.success) return request.data;
  throw new CommandError(`The plan is asked for wrongly:\n${z.prettifyError(request.error)}`, 2);
}

/** Plans the installation's own country, answers what is asked of the plan, and writes all of it to a file if one is named. */
export async function planCountry({ settings, today }: Environment, options: CountryOptions): Promise<void> {
  const request = requestOf(options);
  const database = await openInstallation(settings);
  const read = await readInput(database, request, today()).finally(() => database.close());
  if (read === null) throw new CommandError('There is no programme yet: load a country first (baylanys import).');
  const input = options.pins === undefined ? read : await withPins(read, options.pins);
  const { problems } = examine(input);
  for (const one of problems) console.error(inWords(one));
  if (problems.some(({ severity }) => severity === 'error')) throw new CommandError('No plan can be made from this.');
  const questions = questionsOf(options, input);
  const curve = new PlanCurve(process.stderr);
  const base = await compute({ input, asked: null }, (progress) => curve.show(progress));
  curve.end();
  console.log(figuresInWords(base.summary));
  const whys = whysOf(options, input, base);
  for (const why of whys) console.log(whyInWords(why));
  const answers: { question: ScenarioQuestion; answer: ScenarioAnswer }[] = [];
  for (const question of questions) {
    const { answer } = await compute({ input, asked: { question, base } });
    answers.push({ question, answer: answer! });
    console.log(answerInWords(question, answer!, base.summary.unit));
  }
  if (options.json !== undefined)
    await writeFile(options.json, JSON.stringify({ ...documentOf(base, request, problems), whys, answers }));
}

const figuresInWords = ({ planned, committed, unserved, cost, bound, gapPercent, unit, valid }: PlanSummary) =>
  `${planned.settlements} settlements planned, ${committed.settlements} committed, ${unserved.settlements} unserved; ` +
  `${Math.round(cost)} ${unit}, bound ${bound === null ? 'none' : Math.round(bound)}, ` +
  `gap ${gapPercent === null ? 'unknown' : `${gapPercent.toFixed(2)} %`}${valid ? '' : '; NOT VALID'}.`;

function documentOf({ summary, rows }: Computed, request: PlanRequest, problems: readonly PlanProblem[]) {
  const { settlements, cost, bound, gapPercent, seconds, hash, valid } = summary;
  return { settlements, cost, bound, gapPercent, seconds, hash, valid, request, problems, summary, rows };
}

const inWords = ({ severity, code, values }: PlanProblem) =>
  `${severity}: ${code} ${Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`.trim();
