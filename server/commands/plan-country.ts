import { writeFile } from 'node:fs/promises';
import { compute, type Computed } from '../planning/compute.ts';
import { readInput } from '../planning/input.ts';
import type { ScenarioAnswer, ScenarioQuestion } from '../planning/answers/schema.ts';
import { PlanTechnology } from '../planning/parameters/schema.ts';
import type { PlanSummary } from '../planning/plans/schema.ts';
import { type PlanProblem, PlanRequest } from '../planning/requests/schema.ts';
import { examine } from '../planning/work.ts';
import { CommandError, type Environment, openInstallation } from './environment.ts';
import { PlanCurve } from './plan-curve.ts';
import { problemInWords } from './plan-problems.ts';
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
  const wrong = [...new Set(request.error.issues.map(({ path }) => path[0] as keyof PlanRequest))];
  throw new CommandError(wrong.map((part) => remedyOf(part, options)).join('\n'), 2);
}

/** Of each part of a request, its option and how that is written. */
const remedies: Partial<Record<keyof PlanRequest, [option: string, of: keyof CountryOptions, remedy: string]>> = {
  objective: ['--objective', 'objective', 'write balanced, cost, or service with --budget TENGE'],
  quarters: ['--quarters', 'quarters', 'write a whole number from 1 to 31'],
  technologies: ['--technologies', 'technologies', `write one or more of ${PlanTechnology.options.join()}`],
  subsidyPerYear: ['--subsidy-per-year', 'subsidyPerYear', 'write tenge, a number from 0'],
  crews: ['--crews', 'crews', 'write OPERATOR=SETTLEMENTS_A_QUARTER, one or more, such as north=20,south=15'],
  floor: ['--floor', 'floor', 'write SHARE:QUARTER with a share from 0 to 1, such as 0.5:2027-Q4'],
  seed: ['--seed', 'seed', 'write a whole number from 0 to 1000000'],
  effort: ['--effort', 'effort', 'write full or quick'],
  scope: ['--region', 'region', 'write the code of a region'],
};

function remedyOf(part: keyof PlanRequest, options: CountryOptions): string {
  const [option, of, remedy] = remedies[part]!;
  return `${option} ${String(options[of] ?? '')}: ${remedy}.`;
}

/** Plans the installation's own country, answers what is asked of the plan, and writes all of it to a file if one is named. */
export async function planCountry({ settings, today }: Environment, options: CountryOptions): Promise<void> {
  const request = requestOf(options);
  const database = await openInstallation(settings);
  const read = await readInput(database, request, today()).finally(() => database.close());
  if (read === null) throw new CommandError('There is no programme yet: load a country first (baylanys import).');
  const input = options.pins === undefined ? read : await withPins(read, options.pins);
  const { problems } = examine(input);
  // What stands in the way is read last.
  const inOrder = problems.toSorted((a, b) => b.severity.localeCompare(a.severity));
  for (const one of inOrder) console.error(problemInWords(one));
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
