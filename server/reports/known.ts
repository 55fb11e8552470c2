import type { Status } from '../assessment/schema.ts';
import type { Assignment, AssignmentKey } from '../assignments/schema.ts';
import type { Quarter } from '../calendar/schema.ts';
import type { Timing } from '../construction/schema.ts';
import type { Names, SettlementKey } from '../places/schema.ts';
import type { Programme } from '../programmes/schema.ts';
import type { ReportSource } from './schema.ts';

/** A settlement with what was known of it on a date. */
export type KnownSettlement = SettlementKey & {
  districtCode: string | null;
  names: Names;
  population: number | null;
  populationSource: string | null;
  populationDate: string | null;
  longitude: number;
  latitude: number;
  /** Null where it was never assessed. */
  status: Status | null;
};

/** An assignment, with the date on which it came on air if it did, and how it stands against its deadline. */
export type KnownAssignment = Assignment & { operationalOn: string | null; timing: Timing };

/** When an assignment is to be finished by the baseline in force. */
export type Agreed = AssignmentKey & { operatorCode: string; finishQuarter: Quarter };

/** Everything that figures are made of, as it was known on a date. */
export interface Known {
  asOf: string;
  programme: Programme;
  regions: { code: string; names: Names }[];
  districts: { regionCode: string; code: string; names: Names }[];
  /** By region and code. */
  settlements: KnownSettlement[];
  assignments: KnownAssignment[];
  /** What the baselines in force hold: the newest of each operator. */
  agreed: Agreed[];
  /** The files of evidence that were loaded. */
  evidenceSources: ReportSource[];
}

/** Which part of the country a report is about; of assignments, those of one operator or of all. */
export interface Scope {
  region?: string;
  district?: string;
  operator?: string;
}

export const inScope = (
  { regionCode, districtCode }: { regionCode: string; districtCode: string | null },
  { region, district }: Scope,
): boolean => (region ?? regionCode) === regionCode && (district ?? districtCode) === districtCode;

/** The part of what is known that a report is about. */
export function within(known: Known, scope: Scope): Known {
  const settlements = known.settlements.filter((settlement) => inScope(settlement, scope));
  const keys = new Set(settlements.map(({ regionCode, code }) => `${regionCode} ${code}`));
  const isWithin = ({ regionCode, code, operatorCode }: Pick<Agreed, 'regionCode' | 'code' | 'operatorCode'>) =>
    keys.has(`${regionCode} ${code}`) && (scope.operator ?? operatorCode) === operatorCode;
  const assignments = known.assignments.filter(isWithin);
  return { ...known, settlements, assignments, agreed: known.agreed.filter(isWithin) };
}
