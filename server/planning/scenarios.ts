import { createHash } from 'node:crypto';
import { canonicalJson } from '../changes/chain.ts';
import { identifier } from '../changes/identifier.ts';
import type { Database } from '../database/database.ts';
import { notFound, Problem } from '../http/problem.ts';
import { examineAside } from './begin.ts';
import { crewsLeft, textOf } from './problem.ts';
import { problem } from './check-input.ts';
import { byResidents, differs } from './compute.ts';
import { type PlanningInput, readInput } from './input.ts';
import { insertScenario, planRows, scenarioById, scenarioInput } from './scenario-queries.ts';
import type { ScenarioQuestion } from './answers/schema.ts';
import type { PlanRow } from './plans/schema.ts';
import type { PlanOutlook, PlanProblem, PlanRequest } from './requests/schema.ts';
import type { Scenario, ScenarioComparison } from './scenarios/schema.ts';
import { parentText } from './why.ts';
import { widerInput } from './wider.ts';

/** Who asks, and when. */
interface Asking {
  login: string;
  today: string;
  now: Date;
}

/** Reads what a plan would be made from, and what is wrong with it. */
async function examine(
  database: Database,
  request: PlanRequest,
  today: string,
): Promise<{ input: PlanningInput | null; links: number; problems: PlanProblem[] }> {
  const input = await readInput(database, request, today);
  if (input === null) return { input, links: 0, problems: [problem('error', 'no-programme')] };
  return { input, ...(await examineAside(input)) };
}

/** What a plan would be made from, before anything is computed. */
export async function outlook(database: Database, request: PlanRequest, today: string): Promise<PlanOutlook> {
  const { input, links, problems } = await examine(database, request, today);
  if (input === null) throw notFound('programme yet: load a country first');
  const planned = new Set(input.settlements.map(textOf));
  return {
    settlements: input.settlements.length,
    committed: input.committed.length,
    pinned: input.pins.filter((pin) => planned.has(textOf(pin))).length,
    residents: input.settlements.reduce((sum, { residents }) => sum + residents, 0),
    links,
    operators: input.operators.map((company) => ({
      operatorCode: company.code,
      nodes: input.anchors.filter(({ operatorCode, at }) => operatorCode === company.code && 'node' in at).length,
      perQuarter: crewsLeft({ ...company, promised: {} }, input.firstQuarter),
      refused: input.settlements.filter(({ refusedBy }) => refusedBy.includes(company.code)).length,
    })),
    firstQuarter: input.firstQuarter,
    problems,
  };
}

/** Asks for a plan. Throws where none can be made from what there is, naming all that is wrong. */
export async function ask(database: Database, request: PlanRequest, asking: Asking): Promise<Scenario> {
  const { input, problems } = await examine(database, request, asking.today);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (input === null || errors.length > 0) {
    const codes = errors.map(({ code }) => code).join(', ');
    throw new Problem(422, 'No plan can be made', `What is wrong, and to be changed: ${codes}.`, {
      refusal: 'plan-impossible',
      problems,
    });
  }
  return add(
    database,
    asking,
    { name: request.name, request, baseId: null, question: null, problems },
    JSON.stringify(input),
  );
}

/** Asks a question to a finished plan. */
export async function question(
  database: Database,
  id: string,
  put: ScenarioQuestion,
  asking: Asking,
): Promise<Scenario> {
  const { scenario, rows } = await finished(database, id);
  const { input, inputText } = (await scenarioInput(database, id))!;
  const refusal = refusalOf(put, input, rows);
  if (refusal !== null) throw new Problem(422, 'Invalid input', refusal.detail, { refusal: refusal.code });
  const { name, request } = scenario;
  return add(database, asking, { name, request, baseId: id, question: put, problems: [] }, inputText);
}

/** Why a question cannot be put to a plan; null where it can. */
function refusalOf(
  put: ScenarioQuestion,
  input: PlanningInput,
  rows: readonly PlanRow[],
): { code: string; detail: string } | null {
  if (put.question === 'more') {
    return widerInput(input, put.more) === null
      ? { code: 'no-such-limit', detail: 'more: the scenario has no such limit.' }
      : null;
  }
  const row = rows.find((one) => textOf(one) === textOf(put.settlement));
  if (row === undefined || row.state === 'committed')
    return { code: 'not-in-scenario', detail: 'settlement: the scenario does not plan it.' };
  return put.question === 'pin-cost' && !row.pinned
    ? { code: 'not-pinned', detail: 'settlement: it has no pin in this scenario.' }
    : null;
}

async function add(
  database: Database,
  { login, now }: Asking,
  about: Pick<Scenario, 'name' | 'request' | 'baseId' | 'question' | 'problems'>,
  input: string,
): Promise<Scenario> {
  const id = identifier(now.getTime());
  // The database gives JSON back in an order of its own: the hash does not depend on it.
  const inputHash = createHash('sha256')
    .update(canonicalJson([JSON.parse(input), about.question]))
    .digest('hex');
  await insertScenario(database, { id, ...about, askedBy: login, askedAt: now.toISOString(), inputHash }, input);
  return (await scenarioById(database, id))!;
}

export async function existing(database: Database, id: string): Promise<Scenario> {
  const scenario = await scenarioById(database, id);
  if (scenario === undefined) throw notFound(`scenario ${id}`);
  return scenario;
}

/** A finished scenario and its rows. */
export async function finished(database: Database, id: string): Promise<{ scenario: Scenario; rows: PlanRow[] }> {
  const scenario = await existing(database, id);
  const rows = await planRows(database, id);
  if (rows === undefined) {
    throw new Problem(409, 'Not finished', `The scenario is ${scenario.state}: it has no plan.`, {
      refusal: 'scenario-not-done',
    });
  }
  return { scenario, rows };
}

const rowsCompared = 500;

/** Finished scenarios side by side, each against the first. */
export async function compare(database: Database, ids: readonly string[]): Promise<ScenarioComparison> {
  const all: { scenario: Scenario; rows: PlanRow[] }[] = [];
  for (const id of ids) all.push(await finished(database, id));
  const first = new Map(all[0].rows.map((row) => [textOf(row), row]));
  return {
    scenarios: all.map(({ scenario: { id, name, state, request, summary } }) => ({
      id,
      name,
      state,
      request,
      summary,
    })),
    differences: all.slice(1).map(({ scenario, rows }) => {
      const pairs = rows.flatMap((after) => {
        const before = first.get(textOf(after));
        return before !== undefined && differs(before, after) ? [{ before, after }] : [];
      });
      const both = pairs.filter(({ before, after }) => before.state === 'planned' && after.state === 'planned');
      const count = (is: (pair: { before: PlanRow; after: PlanRow }) => boolean) => both.filter(is).length;
      return {
        id: scenario.id,
        served: pairs.length - both.length,
        operator: count(({ before, after }) => before.operatorCode !== after.operatorCode),
        technology: count(({ before, after }) => before.technology !== after.technology),
        quarter: count(({ before, after }) => before.finishQuarter !== after.finishQuarter),
        parent: count(({ before, after }) => parentText(before.parent) !== parentText(after.parent)),
        rows: byResidents(pairs)
          .slice(0, rowsCompared)
          .map(({ before, after }) => ({ regionCode: after.regionCode, code: after.code, before, after })),
      };
    }),
  };
}
