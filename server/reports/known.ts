import type { Status } from '../assessment/schema.ts';
import type { Assignment } from '../assignments/schema.ts';
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

/** An assignment, with the date on which it became operational if it is. */
export type KnownAssignment = Assignment & { operationalOn: string | null };

/** Everything that figures are made of, as it was known on a date. */
export interface Known {
  asOf: string;
  programme: Programme;
  regions: { code: string; names: Names }[];
  districts: { regionCode: string; code: string; names: Names }[];
  /** By region and code. */
  settlements: KnownSettlement[];
  assignments: KnownAssignment[];
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
  const assignments = known.assignments.filter(
    ({ regionCode, code, operatorCode }) =>
      keys.has(`${regionCode} ${code}`) && (scope.operator ?? operatorCode) === operatorCode,
  );
  return { ...known, settlements, assignments };
}
