import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { compute, type Computed } from '../planning/compute.ts';
import { readInput } from '../planning/input.ts';
import { type PlanProblem, PlanRequest } from '../planning/schema.ts';
import { examine } from '../planning/work.ts';
import { CommandError, type Environment, openInstallation } from './environment.ts';

/** What the person at the terminal says of a plan of the installation's own country. */
export interface CountryOptions {
  region?: string;
  objective?: string;
  budget?: string;
  quarters: number;
  technologies?: string;
  subsidyPerYear?: string;
  seed: number;
  effort?: string;
  json?: string;
}

const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));

/** A request to plan from what the person says. Throws CommandError, naming the option. */
export function requestOf(options: CountryOptions): PlanRequest {
  const { region, objective = 'balanced', budget, quarters, technologies, subsidyPerYear, seed, effort } = options;
  const request = PlanRequest.safeParse({
    scope: region === undefined ? { type: 'country' } : { type: 'region', regionCode: region },
    objective: objective === 'service' ? { kind: objective, budgetTenge: number(budget) } : { kind: objective },
    quarters,
    technologies: technologies?.split(','),
    subsidyPerYear: number(subsidyPerYear),
    seed,
    effort,
  });
  if (request.success) return request.data;
  throw new CommandError(`The plan is asked for wrongly:\n${z.prettifyError(request.error)}`, 2);
}

/** Plans the installation's own country, prints the figures, and writes all of it to a file where one is named. */
export async function planCountry({ settings, today }: Environment, options: CountryOptions): Promise<void> {
  const request = requestOf(options);
  const database = await openInstallation(settings);
  const input = await readInput(database, request, today()).finally(() => database.close());
  if (input === null) throw new CommandError('There is no programme yet: load a country first (baylanys import).');
  const { problems } = examine(input);
  for (const one of problems) console.error(inWords(one));
  if (problems.some(({ severity }) => severity === 'error')) throw new CommandError('No plan can be made from this.');
  const computed = await compute({ input, question: null, base: null }, ({ phase, done, gapPercent }) => {
    if (process.stderr.isTTY)
      process.stderr.write(`\r${phase} ${Math.round(100 * done)} %, gap ${gapPercent.toFixed(2)} %  `);
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  const { planned, committed, unserved, cost, bound, gapPercent, unit } = computed.summary;
  console.log(
    `${planned.settlements} settlements planned, ${committed.settlements} committed, ${unserved.settlements} unserved; ` +
      `${Math.round(cost)} ${unit}, bound ${bound === null ? 'none' : Math.round(bound)}, ` +
      `gap ${gapPercent === null ? 'unknown' : `${gapPercent.toFixed(2)} %`}.`,
  );
  if (options.json !== undefined)
    await writeFile(options.json, JSON.stringify(documentOf(computed, request, problems)));
}

function documentOf({ summary, rows }: Computed, request: PlanRequest, problems: readonly PlanProblem[]) {
  const { settlements, cost, bound, gapPercent, seconds, hash, valid } = summary;
  return { settlements, cost, bound, gapPercent, seconds, hash, valid, request, problems, summary, rows };
}

const inWords = ({ severity, code, values }: PlanProblem) =>
  `${severity}: ${code} ${Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`.trim();
