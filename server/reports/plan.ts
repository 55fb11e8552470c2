import { isActive } from '../assignments/rules.ts';
import { daysBetween } from '../calendar/days.ts';
import { quarterOf, quartersBetween } from '../calendar/quarters.ts';
import type { Quarter } from '../calendar/schema.ts';
import { add, counts, nothing } from './figures.ts';
import type { Known } from './known.ts';
import type { Count, Curve, Overdue, OverdueRow } from './schema.ts';

const keyOf = ({ regionCode, code }: { regionCode: string; code: string }) => `${regionCode} ${code}`;

/** Planned, forecast and actual settlements and residents, quarter by quarter. A settlement counts once, at its first. */
export function curveOf(known: Known): Curve {
  const { asOf, assignments, settlements, programme } = known;
  const currentQuarter = quarterOf(asOf);
  const populations = new Map(settlements.map((settlement) => [keyOf(settlement), settlement.population]));
  const active = assignments.filter(isActive);
  const planned = new Map<string, Quarter>();
  const forecast = new Map<string, Quarter>();
  const actual = new Map<string, Quarter>();
  const byStage: Curve['byStage'] = {};
  for (const assignment of assignments) {
    add((byStage[assignment.stage] ??= nothing()), populations.get(keyOf(assignment)) ?? null);
  }
  for (const assignment of active) {
    const key = keyOf(assignment);
    const { operationalOn, timing } = assignment;
    keepEarliest(forecast, key, quarterOf(timing.forecast));
    if (operationalOn !== null) keepEarliest(actual, key, quarterOf(operationalOn));
  }
  for (const one of known.agreed) keepEarliest(planned, keyOf(one), one.finishQuarter);
  const all = [...planned.values(), ...forecast.values(), ...actual.values()].toSorted();
  const at = (quarters: ReadonlyMap<string, Quarter>, last: Quarter): Count => {
    const count = nothing();
    for (const [key, quarter] of quarters) if (quarter <= last) add(count, populations.get(key) ?? null);
    return count;
  };
  const counted = nothing();
  const servedBefore = nothing();
  for (const settlement of settlements) {
    if (!counts(settlement, programme.populationThreshold)) continue;
    add(counted, settlement.population);
    if (settlement.status === 'served' && !actual.has(keyOf(settlement))) add(servedBefore, settlement.population);
  }
  return {
    asOf,
    currentQuarter,
    counted,
    servedBefore,
    quarters: (all.length === 0 ? [] : quartersBetween(all[0], all.at(-1)!)).map((quarter) => ({
      quarter,
      planned: at(planned, quarter),
      forecast: at(forecast, quarter),
      actual: quarter <= currentQuarter ? at(actual, quarter) : null,
    })),
    byStage,
  };
}

function keepEarliest(quarters: Map<string, Quarter>, key: string, quarter: Quarter): void {
  const known = quarters.get(key);
  if (known === undefined || quarter < known) quarters.set(key, quarter);
}

/** Assignments whose deadline is past without service, by days × people; an unknown population comes last. */
export function overdueOf({ asOf, assignments, settlements }: Known): Overdue {
  const known = new Map(settlements.map((settlement) => [keyOf(settlement), settlement]));
  const late = assignments.filter((assignment) => isActive(assignment) && assignment.timing.standing === 'overdue');
  const rows = late.map((assignment): OverdueRow => {
    const { districtCode, names, population } = known.get(keyOf(assignment))!;
    const { promised, daysStopped, deadline, cause } = assignment.timing;
    const daysOverdue = daysBetween(deadline, asOf);
    return {
      regionCode: assignment.regionCode,
      code: assignment.code,
      number: assignment.number,
      districtCode,
      names,
      population,
      operatorCode: assignment.operatorCode,
      technology: assignment.technology,
      stage: assignment.stage,
      finishQuarter: assignment.finishQuarter,
      dueOn: promised,
      daysStopped,
      deadline,
      daysOverdue,
      personDays: population === null ? null : daysOverdue * population,
      cause,
      responsibleOfficer: assignment.responsibleOfficer,
    };
  });
  const total = nothing();
  for (const key of new Set(rows.map(keyOf))) add(total, known.get(key)!.population);
  return { asOf, total, rows: rows.toSorted(byPersonDays) };
}

const byPersonDays = (a: OverdueRow, b: OverdueRow) =>
  (b.personDays ?? -1) - (a.personDays ?? -1) ||
  b.daysOverdue - a.daysOverdue ||
  (`${keyOf(a)} ${a.number}` < `${keyOf(b)} ${b.number}` ? -1 : 1);
