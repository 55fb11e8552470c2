import { quarterNumber } from '../calendar/quarters.ts';
import type { Plan, Prices } from './optimiser/model.ts';
import { planHash } from './optimiser/plan-hash.ts';
import { crewsLeft, type NamedProblem, subsidyOf } from './problem.ts';
import { usedBy } from './rows.ts';
import { PlanTechnology } from './parameters/schema.ts';
import { type BindingLimit, type PlanRow, type PlanSummary, UnservedReason } from './plans/schema.ts';

/** What a run found, beside its rows. */
export interface Found {
  plan: Plan;
  prices: Prices;
  cost: number;
  bound: number;
  gapPercent: number;
  cut: boolean;
  unmetPins: readonly number[];
  /** What an independent check found nothing against. */
  valid: boolean;
  /** Of the cost, what settlements weigh that are left unserved, tenge. */
  unservedCost: number;
  seconds: number;
}

const monthsInQuarter = 3;
const billion = 1e9;
/** What is worth less than this is no limit that binds, in tenge or person-months. */
const worthTelling = 1;

const finite = (value: number) => (Number.isFinite(value) ? value : null);

/** The figures of a plan. */
export function summaryOf(named: NamedProblem, found: Found, rows: readonly PlanRow[]): PlanSummary {
  const { input } = named;
  const of = (state: PlanRow['state']) => rows.filter((row) => row.state === state);
  const [planned, committed, unserved] = [of('planned'), of('committed'), of('unserved')];
  return {
    unit: named.problem.objective.kind === 'service' ? 'person-months' : 'tenge',
    cost: found.cost,
    bound: finite(found.bound),
    gapPercent: finite(found.gapPercent),
    unservedCost: found.unservedCost,
    valid: found.valid,
    hash: planHash(found.plan),
    seconds: Math.round(found.seconds * 10) / 10,
    cut: found.cut,
    settlements: rows.length,
    planned: total(planned),
    committed: total(committed),
    unserved: counted(unserved),
    personMonths: personMonths(named, rows),
    byQuarter: byQuarter(named, planned, committed),
    byRegion: named.regions.map((regionCode) => {
      const here = (row: PlanRow) => row.regionCode === regionCode;
      return {
        regionCode,
        ...total(planned.filter(here)),
        committed: committed.filter(here).length,
        unserved: counted(unserved.filter(here)),
      };
    }),
    byOperator: byOperator(named, found.plan, planned, committed),
    byTechnology: PlanTechnology.options
      .map((technology) => ({ technology, ...total(planned.filter((row) => row.technology === technology)) }))
      .filter(({ settlements }) => settlements > 0),
    byYear: named.years.map((year, at) => ({
      year,
      subsidyTenge: usedBy(named, found.plan).subsidy[at] + (input.promisedSubsidy[year] ?? 0),
      availableTenge: subsidyOf(input, year),
    })),
    unservedBecause: UnservedReason.options
      .map((reason) => ({ reason, ...counted(unserved.filter((row) => row.reason === reason)) }))
      .filter(({ settlements }) => settlements > 0),
    binding: binding(named, found),
    unmetPins: found.unmetPins.map((number) => {
      const { regionCode, code } = input.settlements[number];
      return { regionCode, code };
    }),
  };
}

function counted(rows: readonly PlanRow[]) {
  return { settlements: rows.length, residents: rows.reduce((sum, { residents }) => sum + residents, 0) };
}

function total(rows: readonly PlanRow[]) {
  const sum = (of: (row: PlanRow) => number | null) => rows.reduce((all, row) => all + (of(row) ?? 0), 0);
  return {
    ...counted(rows),
    costTenge: sum(({ costTenge }) => costTenge),
    subsidyTenge: sum(({ subsidyTenge }) => subsidyTenge),
  };
}

/** Residents × months, to the middle of the quarter of service, or the end of the horizon. */
function personMonths({ input }: NamedProblem, rows: readonly PlanRow[]): number {
  const first = quarterNumber(input.firstQuarter);
  const last = input.request.quarters * monthsInQuarter;
  return rows.reduce((sum, { residents, finishQuarter }) => {
    const at = finishQuarter === null ? input.request.quarters : Math.max(0, quarterNumber(finishQuarter) - first);
    return sum + residents * Math.min(last, monthsInQuarter * (at + 0.5));
  }, 0);
}

function byQuarter(
  { quarters }: NamedProblem,
  planned: readonly PlanRow[],
  committed: readonly PlanRow[],
): PlanSummary['byQuarter'] {
  const all = [...planned, ...committed];
  return quarters.map((quarter) => ({
    quarter,
    ...total(planned.filter(({ finishQuarter }) => finishQuarter === quarter)),
    residentsSoFar: counted(all.filter(({ finishQuarter }) => finishQuarter! <= quarter)).residents,
  }));
}

function byOperator(
  named: NamedProblem,
  plan: Plan,
  planned: readonly PlanRow[],
  committed: readonly PlanRow[],
): PlanSummary['byOperator'] {
  const { crews } = usedBy(named, plan);
  return named.input.operators.map((company, operator) => {
    const own = ({ operatorCode }: PlanRow) => operatorCode === company.code;
    const rows = planned.filter(own);
    return {
      operatorCode: company.code,
      ...total(rows),
      committed: committed.filter(own).length,
      kilometres: Math.round(rows.reduce((sum, { kilometres }) => sum + (kilometres ?? 0), 0) * 10) / 10,
      crews: named.quarters.map((quarter, at) => ({
        quarter,
        used: Math.round(crews[operator * named.quarters.length + at] * 1000) / 1000,
        available: crewsLeft(company, quarter),
      })),
    };
  });
}

/** The limits of which more would help, by the prices of the bound, worth most first. */
function binding(named: NamedProblem, { plan, prices }: Found): BindingLimit[] {
  const { input, quarters, years, problem } = named;
  const used = usedBy(named, plan);
  const limits: BindingLimit[] = [];
  for (const [slot, worth] of prices.crews.entries()) {
    const company = input.operators[Math.floor(slot / quarters.length)];
    const quarter = quarters[slot % quarters.length];
    const available = crewsLeft(company, quarter);
    if (available === null) continue;
    limits.push({ limit: 'crews', operatorCode: company.code, quarter, used: used.crews[slot], available, worth });
  }
  for (const [at, price] of prices.subsidy.entries()) {
    const available = problem.subsidy[at];
    if (!Number.isFinite(available)) continue;
    limits.push({ limit: 'subsidy', year: years[at], used: used.subsidy[at], available, worth: price * billion });
  }
  if (problem.objective.kind === 'service') {
    const worth = prices.budget * billion;
    limits.push({ limit: 'budget', used: used.money, available: problem.objective.budget, worth });
  }
  return limits.filter(({ worth }) => worth >= worthTelling).toSorted((a, b) => b.worth - a.worth);
}
