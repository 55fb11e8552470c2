import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { AssignmentFileError, readAssignment } from '../planning/optimiser/assignment.ts';
import { check } from '../planning/optimiser/checker.ts';
import { type GeneratedCase, generate, generatedCases } from '../planning/optimiser/generated.ts';
import type { Solution } from '../planning/optimiser/model.ts';
import { planHash } from '../planning/optimiser/plan-hash.ts';
import { run } from '../planning/optimiser/run.ts';
import { solveAssignment } from '../planning/optimiser/solve-assignment.ts';
import { effortFor } from '../planning/optimiser/solve.ts';
import { CommandError, type Register } from './environment.ts';
import type { CountryOptions } from './plan-country.ts';
import { PlanCurve } from './plan-curve.ts';

interface Options extends CountryOptions {
  generated?: number;
  gap?: string;
  operators: number;
  case: GeneratedCase;
}

/** The options of a plan of the installation's own country beside quarters, seed and json. */
const countryOptions: readonly [flags: string, about: string][] = [
  ['--region <code>', 'plan one region, else the whole country'],
  ['--objective <kind>', 'balanced, cost, or service within --budget'],
  ['--budget <tenge>', 'of the objective service'],
  ['--technologies <list>', 'fibre,fixed-wireless,4g,satellite'],
  ['--subsidy-per-year <tenge>', 'what the state pays a year at most'],
  ['--crews <list>', 'in place of capacities: OPERATOR=SETTLEMENTS_A_QUARTER,…'],
  ['--floor <share:quarter>', 'of the residents of each region, as in 0.5:2027-Q4'],
  ['--pins <file>', 'CSV beside the pins that stand: code, operator, technology, quarter, unserved'],
  ['--effort <kind>', 'full or quick'],
  ['--why <codes...>', 'tell why settlements have what they have'],
  ['--why-not <questions...>', 'solve again with something else forced: CODE:OPERATOR,TECHNOLOGY,QUARTER'],
  ['--pin-cost <codes...>', 'solve again without the pins of settlements, one at a time'],
  ['--more <limits...>', 'solve again with a crew or a billion tenge more: crews:OPERATOR, subsidy:YEAR, budget'],
];

const help = `
While it runs, standard error shows bound, plan and gap. Ctrl-C ends it with the best plan found so far.

Exit code:
  0  planned
  1  a file could not be read or written
  2  the command was not understood
  4  ended early: the same command may give another plan
`;

const exitWhenCut = 4;

/** Proposes plans: which operator connects which settlement, how, from where, when, with proof of how good that is. */
export const register: Register = (program, environment) => {
  const plan = program
    .command('plan')
    .description('propose a plan: who connects which settlement, how, from where and when')
    .option(
      '--generated <settlements>',
      'not for the installation, but for a generated country of this size',
      wholeNumber,
    )
    .option('--operators <number>', 'its operators', wholeNumber, 5)
    .option('--quarters <number>', 'its quarters', wholeNumber, 12)
    .addOption(new Option('--case <case>', 'how hard it is').choices(generatedCases).default('tight'))
    .option('--gap <file>', 'instead, solve a generalised assignment problem in the form of the OR-Library')
    .option('--seed <number>', 'of what is random', wholeNumber, 1)
    .option('--json <file>', 'write the figures to a file')
    .addHelpText('after', help);
  for (const [flags, about] of countryOptions) plan.option(flags, about);
  plan.action(async (options: Options) => {
    if (options.gap !== undefined) await planAssignment(options.gap, options);
    else if (options.generated !== undefined) await planGenerated(options.generated, options);
    // Loaded only here: what is generated needs nothing of the database.
    else await (await import('./plan-country.ts')).planCountry(environment, options);
  });
};

async function planGenerated(settlements: number, options: Options): Promise<void> {
  const { operators, quarters, case: hardness, seed } = options;
  if (settlements < 1 || operators < 1 || operators > 255 || quarters < 1 || quarters > 31)
    throw new CommandError('There must be a settlement, 1 to 255 operators and 1 to 31 quarters.', 2);
  const begun = performance.now();
  const problem = generate({ settlements, operators, quarters, case: hardness, seed });
  const curve = new PlanCurve(process.stderr);
  const running = run(problem, {
    seed,
    ...effortFor(settlements),
    onProgress: (progress) => curve.show(progress),
  });
  const solution = await untilInterrupted(running);
  curve.end();
  const checked = check(problem, solution.plan);
  const isCostTrue = Math.abs(checked.cost - solution.cost) <= 1e-9 * Math.abs(solution.cost);
  await tell(options.json, {
    settlements,
    case: hardness,
    cost: solution.cost,
    bound: solution.bound,
    gapPercent: solution.gapPercent,
    seconds: seconds(performance.now() - begun),
    ...spent(),
    hash: planHash(solution.plan),
    valid: checked.faults.length === 0 && isCostTrue && solution.bound <= solution.cost,
    ...(solution.cut && { cut: true }),
  });
  if (solution.cut) process.exitCode = exitWhenCut;
}

/** The first Ctrl-C ends the search; its best plan is the answer. */
async function untilInterrupted({ solution, cancel }: ReturnType<typeof run>): Promise<Solution> {
  process.once('SIGINT', cancel);
  try {
    return await solution;
  } finally {
    process.off('SIGINT', cancel);
  }
}

async function planAssignment(path: string, { seed, json }: Options): Promise<void> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new CommandError(`${path} cannot be read: ${error.message}`);
  });
  try {
    const { value, bound } = await solveAssignment(readAssignment(text), { seed });
    const { cpuSeconds } = spent();
    await tell(json, { name: basename(path), value, bound, cpuSeconds });
  } catch (error) {
    if (error instanceof AssignmentFileError) throw new CommandError(`${path}: ${error.message}`);
    throw error;
  }
}

async function tell(path: string | undefined, figures: object): Promise<void> {
  console.log(JSON.stringify(figures));
  if (path === undefined) return;
  await writeFile(path, `${JSON.stringify(figures, null, 2)}\n`).catch((error: Error) => {
    throw new CommandError(`${path} was not written: ${error.message}`);
  });
}

const seconds = (milliseconds: number) => Math.round(milliseconds / 100) / 10;

/** Of this process, all threads, from its start. */
function spent() {
  const { user, system } = process.cpuUsage();
  return { cpuSeconds: seconds((user + system) / 1000), memoryMb: Math.round(process.resourceUsage().maxRSS / 1024) };
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(text);
}
