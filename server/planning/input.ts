import { quarterAt, quarterNumber, quarterOf } from '../calendar/quarters.ts';
import type { Quarter } from '../calendar/schema.ts';
import type { Database } from '../database/database.ts';
import { isActive } from '../assignments/rules.ts';
import type { Stage } from '../assignments/schema.ts';
import { openNodes } from '../network/queries.ts';
import type { NetworkNode } from '../network/schema.ts';
import { allOperators } from '../operators/queries.ts';
import type { SettlementKey } from '../places/schema.ts';
import { currentProgramme } from '../programmes/queries.ts';
import { parametersInForce } from './parameters.ts';
import { allPins, countUncounted, type Engagement, engagements, type PlannedPlace, plannedPlaces } from './queries.ts';
import { type ParameterCode, PlanTechnology } from './parameters/schema.ts';
import type { PlanningPin } from './pins/schema.ts';
import type { PlanRequest, PlanScope } from './requests/schema.ts';

/** A settlement that is to be connected. */
export interface Wanted extends SettlementKey {
  longitude: number;
  latitude: number;
  residents: number;
  /** Operators that declined it. */
  refusedBy: string[];
  /** Of its assignments, when they last changed: what a plan that is adopted must find unchanged. */
  version: number;
}

/** A settlement of the scope that has an assignment: kept as it is. */
export interface Committed extends SettlementKey {
  residents: number;
  operatorCode: string;
  technology: string;
  startQuarter: Quarter;
  finishQuarter: Quarter;
  costTenge: number;
  subsidyTenge: number;
}

/** A point from which a settlement can be connected. */
export interface Anchor {
  operatorCode: string;
  longitude: number;
  latitude: number;
  technologies: PlanTechnology[];
  /** Before which nothing can be finished from it; null is at once. */
  readyQuarter: Quarter | null;
  at: { node: string; name: string } | { settlement: SettlementKey };
}

/** What an operator can do, and what it has promised in the whole country. */
export interface Company {
  code: string;
  /** Settlements' worth of work that it can finish in a quarter; null is no limit. */
  perQuarter: number | null;
  /** By quarter: how many assignments finish then. */
  promised: Record<Quarter, number>;
}

/** All that a plan is made from, as plain data: equal inputs give equal plans. */
export interface PlanningInput {
  request: PlanRequest;
  currentQuarter: Quarter;
  firstQuarter: Quarter;
  /** The quarter of the programme's target date. */
  lastInTime: Quarter | null;
  parameters: Record<ParameterCode, number>;
  /** The technologies that count by the programme's profile. */
  counting: string[];
  operators: Company[];
  /** By year: what assignments have promised of subsidy, tenge. */
  promisedSubsidy: Record<string, number>;
  settlements: Wanted[];
  committed: Committed[];
  anchors: Anchor[];
  pins: Omit<PlanningPin, 'pinnedBy' | 'pinnedOn' | 'version'>[];
  /** Settlements of the scope whose population is not known: they are not flagged. */
  uncounted: number;
}

/** Reads all that a plan is made from; null where no country has been set up. */
export async function readInput(
  database: Database,
  request: PlanRequest,
  today: string,
): Promise<PlanningInput | null> {
  const programme = await currentProgramme(database);
  if (programme === undefined) return null;
  const places = await plannedPlaces(database);
  const assignments = await engagements(database);
  const regionCode = request.scope.type === 'region' ? request.scope.regionCode : null;
  const currentQuarter = quarterOf(today);
  const firstQuarter = request.firstQuarter ?? quarterAt(quarterNumber(currentQuarter) + 1);
  const inForce = await parametersInForce(database);
  const parameters = Object.fromEntries(
    inForce.map(({ code, value }) => [code, request.parameters[code] ?? value]),
  ) as Record<ParameterCode, number>;
  const active = assignments.filter(({ stage }) => isActive({ stage: stage as Stage }));
  return {
    request,
    currentQuarter,
    firstQuarter,
    lastInTime: programme.targetDate && quarterOf(programme.targetDate),
    parameters,
    counting: Object.values(programme.profile.families).flatMap((family) => family?.technologies ?? []),
    operators: companies(await allOperators(database), request, active),
    promisedSubsidy: promisedSubsidy(active),
    ...settlementsOf(places, assignments, request.scope),
    anchors: [
      ...(await openNodes(database)).map(anchorOfNode),
      ...(request.servedAsParents ? places.flatMap(anchorOfServed) : []),
      ...active.flatMap(anchorOfAssignment),
    ],
    pins: (await allPins(database)).map(({ pinnedBy: _by, pinnedOn: _on, version: _version, ...pin }) => pin),
    uncounted: request.scope.type === 'selection' ? 0 : await countUncounted(database, regionCode),
  };
}

const textOf = ({ regionCode, code }: SettlementKey) => `${regionCode} ${code}`;

function companies(
  operators: readonly { code: string; quarterlyCapacity: number | null }[],
  { crews, operators: wanted }: PlanRequest,
  active: readonly Engagement[],
): Company[] {
  const own = new Map(crews.map(({ operatorCode, perQuarter }) => [operatorCode, perQuarter]));
  return operators
    .filter(({ code }) => wanted === null || wanted.includes(code))
    .map(({ code, quarterlyCapacity }) => {
      const promised: Record<Quarter, number> = {};
      for (const { operatorCode, finishQuarter } of active) {
        if (operatorCode === code) promised[finishQuarter] = (promised[finishQuarter] ?? 0) + 1;
      }
      return { code, perQuarter: own.has(code) ? own.get(code)! : quarterlyCapacity, promised };
    });
}

function promisedSubsidy(active: readonly Engagement[]): Record<string, number> {
  const years: Record<string, number> = {};
  for (const { finishQuarter, subsidyTenge } of active) {
    const year = finishQuarter.slice(0, 4);
    years[year] = (years[year] ?? 0) + (subsidyTenge ?? 0);
  }
  return years;
}

/** The flagged settlements of the scope: those to connect, and those that have an assignment. */
function settlementsOf(
  places: readonly PlannedPlace[],
  assignments: readonly Engagement[],
  scope: PlanScope,
): Pick<PlanningInput, 'settlements' | 'committed'> {
  const selected = scope.type === 'selection' ? new Set(scope.settlements.map(textOf)) : null;
  const isInScope = (place: PlannedPlace) =>
    scope.type === 'country' ||
    (scope.type === 'region' ? place.regionCode === scope.regionCode : selected!.has(textOf(place)));
  const byPlace = new Map<string, Engagement[]>();
  for (const one of assignments) byPlace.set(textOf(one), [...(byPlace.get(textOf(one)) ?? []), one]);
  const settlements: Wanted[] = [];
  const committed: Committed[] = [];
  for (const place of places.filter((one) => one.flagged && isInScope(one))) {
    const own = byPlace.get(textOf(place)) ?? [];
    const lead = own
      .filter(({ stage }) => isActive({ stage: stage as Stage }))
      .toSorted((a, b) => (a.finishQuarter < b.finishQuarter ? -1 : a.finishQuarter > b.finishQuarter ? 1 : 0))
      .at(0);
    const { regionCode, code, longitude, latitude } = place;
    const residents = place.population ?? 0;
    if (lead === undefined) {
      const refusedBy = [...new Set(own.map(({ operatorCode }) => operatorCode))].toSorted();
      const version = Math.max(0, ...own.map((one) => one.version));
      settlements.push({ regionCode, code, longitude, latitude, residents, refusedBy, version });
    } else {
      const { operatorCode, technology, startQuarter, finishQuarter, costTenge, subsidyTenge } = lead;
      committed.push({
        regionCode,
        code,
        residents,
        operatorCode,
        technology,
        startQuarter,
        finishQuarter,
        costTenge: costTenge ?? 0,
        subsidyTenge: subsidyTenge ?? 0,
      });
    }
  }
  return { settlements, committed };
}

function anchorOfNode({ id, name, operatorCode, longitude, latitude, technologies, readyOn }: NetworkNode): Anchor {
  const readyQuarter = readyOn && quarterOf(readyOn);
  return { operatorCode, longitude, latitude, technologies, readyQuarter, at: { node: id, name } };
}

/** What can be built from where there is fibre, or a hop of microwave, already. */
const onwards: PlanTechnology[] = ['fibre', 'fixed-wireless', '4g'];

function anchorOfServed({ regionCode, code, longitude, latitude, flagged, fibreOf }: PlannedPlace): Anchor[] {
  if (flagged || fibreOf === null) return [];
  const at = { settlement: { regionCode, code } };
  return [{ operatorCode: fibreOf, longitude, latitude, technologies: onwards, readyQuarter: null, at }];
}

function anchorOfAssignment(one: Engagement): Anchor[] {
  if (one.technology !== 'fibre' && one.technology !== 'fixed-wireless') return [];
  const { regionCode, code, operatorCode, longitude, latitude, finishQuarter } = one;
  const at = { settlement: { regionCode, code } };
  return [{ operatorCode, longitude, latitude, technologies: onwards, readyQuarter: finishQuarter, at }];
}
