import type { SettlementFilter } from '../country/schema.ts';
import { counts } from './figures.ts';
import type { Known, KnownAssignment } from './known.ts';
import type { ReportSettlement } from './schema.ts';

const textOf = ({ regionCode, code }: { regionCode: string; code: string }) => `${regionCode} ${code}`;

/** An unknown population comes last. */
const byPeople = (a: ReportSettlement, b: ReportSettlement) =>
  (b.population ?? -1) - (a.population ?? -1) || (textOf(a) < textOf(b) ? -1 : 1);

/**
 * The settlements that match a filter, the most people first, with their assignments: nothing about people, no cost, no
 * words about a refusal.
 */
export function settlementsOf(known: Known, filter: SettlementFilter): ReportSettlement[] {
  const assignments = new Map<string, ReportSettlement['assignments']>();
  for (const assignment of known.assignments) {
    const list = assignments.get(textOf(assignment)) ?? [];
    assignments.set(textOf(assignment), [...list, reportAssignment(assignment)]);
  }
  return known.settlements
    .map((settlement) => ({
      regionCode: settlement.regionCode,
      code: settlement.code,
      districtCode: settlement.districtCode,
      names: settlement.names,
      population: settlement.population,
      populationSource: settlement.populationSource,
      populationDate: settlement.populationDate,
      longitude: settlement.longitude,
      latitude: settlement.latitude,
      status: settlement.status,
      flagged: settlement.status !== 'served' && counts(settlement, known.programme.populationThreshold),
      assignments: assignments.get(textOf(settlement)) ?? [],
    }))
    .filter((settlement) => matches(settlement, filter))
    .toSorted(byPeople);
}

const reportAssignment = (assignment: KnownAssignment): ReportSettlement['assignments'][number] => ({
  number: assignment.number,
  operatorCode: assignment.operatorCode,
  technology: assignment.technology,
  startQuarter: assignment.startQuarter,
  finishQuarter: assignment.finishQuarter,
  stage: assignment.stage,
});

function matches(settlement: ReportSettlement, filter: SettlementFilter): boolean {
  const { population, assignments } = settlement;
  // Operator, stage and quarter must hold of one and the same assignment.
  const { operator, quarter } = filter;
  const stage = filter.stage === 'none' ? undefined : filter.stage;
  const asksAssignment = operator !== undefined || stage !== undefined || quarter !== undefined;
  return [
    filter.query === undefined || named(settlement, filter.query),
    filter.region === undefined || settlement.regionCode === filter.region,
    filter.district === undefined || settlement.districtCode === filter.district,
    filter.status === undefined || (settlement.status ?? 'unknown') === filter.status,
    filter.flagged === undefined || settlement.flagged === filter.flagged,
    filter.populationMissing === undefined || (population === null) === filter.populationMissing,
    filter.populationFrom === undefined || (population !== null && population >= filter.populationFrom),
    filter.populationTo === undefined || (population !== null && population <= filter.populationTo),
    filter.stage !== 'none' || assignments.length === 0,
    !asksAssignment ||
      assignments.some(
        (one) =>
          one.operatorCode === (operator ?? one.operatorCode) &&
          one.stage === (stage ?? one.stage) &&
          one.finishQuarter === (quarter ?? one.finishQuarter),
      ),
  ].every(Boolean);
}

const russianLetters = new Map([...'әғқңөұүһіё'].map((letter, i) => [letter, [...'агкноуухие'][i]]));

/** Lower case, with each Kazakh letter as the Russian one that people type for it. */
const folded = (text: string) => text.toLowerCase().replace(/[әғқңөұүһіё]/g, (letter) => russianLetters.get(letter)!);

const named = ({ code, names }: ReportSettlement, query: string) =>
  [code, names.kk, names.ru, names.en].some((text) => folded(text).includes(folded(query)));
