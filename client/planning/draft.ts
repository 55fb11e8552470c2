// A plan while it is being asked for: what is written into the form, what of it is wrong, and the request. Pure.
import { quarterAt, quarterNumber } from '../../server/calendar/quarters.ts';
import type { Quarter } from '../../server/calendar/schema.ts';
import type { SettlementKey } from '../../server/places/schema.ts';
import type { Parameter, PlanTechnology } from '../../server/planning/parameters/schema.ts';
import type { PlanProblemCode, PlanRequest } from '../../server/planning/requests/schema.ts';
import type { AskedPlan } from './service.ts';

export const planTechnologies: readonly PlanTechnology[] = ['fibre', 'fixed-wireless', '4g', 'satellite'];
export const objectives = ['balanced', 'cost', 'service'] as const;
export const scopes = ['country', 'region', 'selection'] as const;
export const efforts = ['full', 'quick'] as const;

/** Texts as they are written; amounts of money in billions of tenge. */
export interface PlanDraft {
  name: string;
  scope: (typeof scopes)[number];
  region: string;
  settlements: readonly SettlementKey[];
  objective: (typeof objectives)[number];
  budget: string;
  /** Empty: the one after the current. */
  firstQuarter: Quarter | '';
  quarters: string;
  technologies: readonly PlanTechnology[];
  /** Of operators that are left out. */
  without: readonly string[];
  /** By operator; empty is its capacity. */
  crews: Readonly<Record<string, string>>;
  subsidyPerYear: string;
  /** By year; empty is as in every year. */
  subsidy: Readonly<Record<string, string>>;
  openAccess: boolean;
  servedAsParents: boolean;
  /** Per cent; empty asks for none. */
  floorShare: string;
  floorQuarter: Quarter | '';
  /** By code; empty is the value in force. */
  parameters: Readonly<Record<string, string>>;
  effort: PlanRequest['effort'];
}

export const emptyDraft: PlanDraft = {
  name: '',
  scope: 'country',
  region: '',
  settlements: [],
  objective: 'balanced',
  budget: '',
  firstQuarter: '',
  quarters: '12',
  technologies: ['fibre', '4g'],
  without: [],
  crews: {},
  subsidyPerYear: '',
  subsidy: {},
  openAccess: true,
  servedAsParents: true,
  floorShare: '',
  floorQuarter: '',
  parameters: {},
  effort: 'full',
};

const billion = 1e9;
/** A number as people write it, with spaces and a comma; NaN where it is none. */
export const numberOf = (text: string): number => {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return plain === '' ? Number.NaN : Number(plain);
};
const inBillions = (tenge: number | null) => (tenge === null ? '' : String(tenge / billion));

/** The form filled in with the conditions of a plan. */
export function draftOf(request: PlanRequest, operators: readonly string[]): PlanDraft {
  const { scope, objective, floor } = request;
  return {
    ...emptyDraft,
    name: request.name,
    scope: scope.type,
    region: scope.type === 'region' ? scope.regionCode : '',
    settlements: scope.type === 'selection' ? scope.settlements : [],
    objective: objective.kind,
    budget: objective.kind === 'service' ? inBillions(objective.budgetTenge) : '',
    firstQuarter: request.firstQuarter ?? '',
    quarters: String(request.quarters),
    technologies: request.technologies,
    without: request.operators === null ? [] : operators.filter((code) => !request.operators!.includes(code)),
    crews: Object.fromEntries(
      request.crews.flatMap(({ operatorCode, perQuarter }) =>
        perQuarter === null ? [] : [[operatorCode, String(perQuarter)]],
      ),
    ),
    subsidyPerYear: inBillions(request.subsidyPerYear),
    subsidy: Object.fromEntries(request.subsidy.map(({ year, tenge }) => [String(year), inBillions(tenge)])),
    openAccess: request.openAccess,
    servedAsParents: request.servedAsParents,
    floorShare: floor === null ? '' : String(Math.round(floor.share * 10_000) / 100),
    floorQuarter: floor?.quarter ?? '',
    parameters: Object.fromEntries(Object.entries(request.parameters).map(([code, value]) => [code, String(value)])),
    effort: request.effort,
  };
}

const numbers = (texts: Readonly<Record<string, string>>): [string, number][] =>
  Object.entries(texts).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, numberOf(text)]]));

const tengeOf = (text: string): number => Math.round(numberOf(text) * billion);

/** What is asked of the service. */
export function requestOf(draft: PlanDraft, operators: readonly string[]): AskedPlan {
  const { objective, region, settlements } = draft;
  return {
    name: draft.name.trim(),
    scope:
      draft.scope === 'region'
        ? { type: 'region', regionCode: region }
        : draft.scope === 'selection'
          ? { type: 'selection', settlements: [...settlements] }
          : { type: 'country' },
    objective: objective === 'service' ? { kind: 'service', budgetTenge: tengeOf(draft.budget) } : { kind: objective },
    firstQuarter: draft.firstQuarter || null,
    quarters: numberOf(draft.quarters),
    technologies: [...draft.technologies],
    operators: draft.without.length === 0 ? null : operators.filter((code) => !draft.without.includes(code)),
    crews: numbers(draft.crews).map(([operatorCode, perQuarter]) => ({ operatorCode, perQuarter })),
    subsidyPerYear: draft.subsidyPerYear.trim() === '' ? null : tengeOf(draft.subsidyPerYear),
    subsidy: numbers(draft.subsidy).map(([year, amount]) => ({
      year: Number(year),
      tenge: Math.round(amount * billion),
    })),
    openAccess: draft.openAccess,
    servedAsParents: draft.servedAsParents,
    floor:
      draft.floorShare.trim() === '' || draft.floorQuarter === ''
        ? null
        : { share: numberOf(draft.floorShare) / 100, quarter: draft.floorQuarter },
    parameters: Object.fromEntries(numbers(draft.parameters)),
    effort: draft.effort,
  };
}

/** The quarters of the horizon, from the first that is asked for, else the one after the current. */
export function horizonOf({ firstQuarter, quarters }: PlanDraft, currentQuarter: Quarter): Quarter[] {
  const count = numberOf(quarters);
  if (!Number.isInteger(count) || count < 1 || count > 31) return [];
  const first = firstQuarter === '' ? quarterNumber(currentQuarter) + 1 : quarterNumber(firstQuarter);
  return Array.from({ length: count }, (_, i) => quarterAt(first + i));
}

export const yearsOf = (quarters: readonly Quarter[]): string[] => [
  ...new Set(quarters.map((quarter) => quarter.slice(0, 4))),
];

/** What is wrong with a field, and what it may be. */
export interface FieldFault {
  fault: 'missing' | 'number' | 'range' | 'whole' | 'date';
  least?: number;
  most?: number;
}
/** By field: a name of the draft, or `crews.north`, `subsidy.2027`, `parameters.discount-rate`. */
export type Faults = Readonly<Record<string, FieldFault>>;

const faultOf = (
  text: string,
  least: number,
  most: number,
  { required = false, whole = false, positive = false } = {},
): FieldFault | null => {
  if (text.trim() === '') return required ? { fault: 'missing' } : null;
  const value = numberOf(text);
  if (!Number.isFinite(value)) return { fault: 'number' };
  if (value < least || value > most || (positive && value === 0)) return { fault: 'range', least, most };
  return whole && !Number.isInteger(value) ? { fault: 'whole' } : null;
};

/** Most of what a year or a plan may cost, billions of tenge. */
const mostBillions = 1_000_000;
const mostCrews = 100_000;

/** What of the form cannot be asked for. */
export function faultsOf(draft: PlanDraft, parameters: readonly Parameter[], operators: readonly string[]): Faults {
  const found: [string, FieldFault | null][] = [
    ['region', draft.scope === 'region' && draft.region === '' ? { fault: 'missing' } : null],
    ['settlements', draft.scope === 'selection' && draft.settlements.length === 0 ? { fault: 'missing' } : null],
    [
      'budget',
      draft.objective === 'service' ? faultOf(draft.budget, 0, mostBillions, { required: true, positive: true }) : null,
    ],
    ['quarters', faultOf(draft.quarters, 1, 31, { required: true, whole: true })],
    ['without', operators.every((code) => draft.without.includes(code)) ? { fault: 'missing' } : null],
    ['technologies', draft.technologies.length === 0 ? { fault: 'missing' } : null],
    ['subsidyPerYear', faultOf(draft.subsidyPerYear, 0, mostBillions)],
    ['floorShare', faultOf(draft.floorShare, 0, 100, { required: draft.floorQuarter !== '' })],
    ['floorQuarter', draft.floorShare.trim() !== '' && draft.floorQuarter === '' ? { fault: 'missing' } : null],
    ...Object.entries(draft.crews).map(([code, text]): [string, FieldFault | null] => [
      `crews.${code}`,
      faultOf(text, 0, mostCrews),
    ]),
    ...Object.entries(draft.subsidy).map(([year, text]): [string, FieldFault | null] => [
      `subsidy.${year}`,
      faultOf(text, 0, mostBillions),
    ]),
    ...parameters.map(({ code, least, most }): [string, FieldFault | null] => [
      `parameters.${code}`,
      faultOf(draft.parameters[code] ?? '', least, most),
    ]),
  ];
  return Object.fromEntries(found.flatMap(([field, fault]) => (fault === null ? [] : [[field, fault]])));
}

/** Beside which field a problem of the outlook stands. */
export const fieldOfProblem: Readonly<Partial<Record<PlanProblemCode, keyof PlanDraft>>> = {
  'no-programme': 'scope',
  'no-settlements': 'scope',
  'no-operators': 'without',
  'unknown-operator': 'without',
  'no-nodes': 'without',
  'operator-no-nodes': 'without',
  'no-technologies': 'technologies',
  'technology-not-counting': 'technologies',
  'no-links': 'technologies',
  islands: 'technologies',
  'out-of-reach': 'technologies',
  'quarter-past': 'firstQuarter',
  'pins-exceed-crews': 'crews',
  'work-exceeds-quarter': 'crews',
  'commitments-exceed-crews': 'crews',
  'commitments-exceed-subsidy': 'subsidyPerYear',
  'parameter-range': 'parameters',
};
