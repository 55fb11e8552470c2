import type { MultiPolygon, Polygon } from 'geojson';
import type { Evidence } from '../../server/coverage/schema.ts';
import type { SourceKind } from '../../server/imports/schema.ts';
import type { LinkTechnology, NetworkStatus } from '../../server/network/schema.ts';
import type { Names, PlaceLevel, Settlement } from '../../server/places/schema.ts';
import type { Columns } from '../checks/cells.ts';
import type { Fault } from '../checks/reasons.ts';
import type { HeaderlessForm } from '../files/csv.ts';
import type { FileRecord, OpenedFile } from '../files/record.ts';

/** A settlement as a file has it: its region and district may be left to its position. */
export type SettlementRow = Omit<Settlement, 'regionCode'> & {
  regionCode: string | null;
  /** Of one that is given as a polygon. */
  area?: MultiPolygon;
};

/** Evidence as a file has it: the operator by the name that the file gives. */
export type EvidenceRow = Omit<Evidence, 'id' | 'operatorCode'> & {
  operator: string | null;
  /** What tells rows apart that say the same: the code of a cell or tile. */
  identity: string | null;
};

/** A rung of the classifier; of a region, regionCode and parentCode are its own code. */
export interface PlaceRow {
  regionCode: string;
  code: string;
  level: PlaceLevel;
  parentCode: string;
  typeCode: string;
  names: Names;
}

/** The boundary of a region or district; regionCode null is left to its position. */
export interface BoundaryRow {
  code: string;
  level: 'region' | 'district';
  regionCode: string | null;
  names: Names;
  boundary: MultiPolygon;
  /** It crosses itself somewhere, and is to be repaired. */
  crosses: boolean;
}

export interface PopulationRow {
  code: string;
  population: number;
  date: string | null;
  source: string | null;
}

/** A point where people live, with how many. */
export interface ResidentsRow {
  longitude: number;
  latitude: number;
  residents: number;
}

interface NetworkPart {
  /** What tells it apart from all others: its network and its id there. */
  identity: string;
  /** By the name that the file gives. */
  operator: string;
  name: string;
  status: NetworkStatus | null;
  readyOn: string | null;
}

/** A node of a network, or a span between two, which are named by their identity. */
export type NetworkRow =
  | (NetworkPart & { type: 'node'; longitude: number; latitude: number; technologies: LinkTechnology[] })
  | (NetworkPart & { type: 'span'; start: string | null; end: string | null; route: [number, number][] });

/** What a row becomes, by what the file is loaded into. */
export interface RowOf {
  settlements: SettlementRow;
  evidence: EvidenceRow;
  places: PlaceRow;
  boundaries: BoundaryRow;
  populations: PopulationRow;
  residents: ResidentsRow;
  network: NetworkRow;
}
export type Target = keyof RowOf;

/** A row as it was understood. Without a row and without a fault it is none of what this source brings. */
export interface Parsed<Row> {
  row: Row | null;
  faults: Fault[];
}

/** A column that a source reads: our name of it, and the headers by which it is published. */
export interface Field {
  name: string;
  headers?: readonly string[];
  about: string;
}

/** What a source may know beside the record. */
export interface Reading {
  columns: Columns;
  decimalComma: boolean;
  fileName: string;
  /** The date that the person gives for the whole file. */
  dated: string | null;
}

/** One form in which files are published. `parse` is pure; what is loaded where, `target` says. */
export interface Source<T extends Target = Target> {
  kind: SourceKind;
  title: string;
  target: T;
  fields: readonly Field[];
  /** The file is of this source when it has, of each of these, at least one column. */
  needs: readonly (readonly string[])[];
  /** And when it looks so, where columns alone do not tell. */
  looksRight?(file: OpenedFile, columns: Columns): boolean;
  headerlessForm?: HeaderlessForm;
  /** Degrees beyond the boundaries within which a point is still taken for one of the country. */
  margin?: number;
  /** Areas that cross themselves are repaired and told of, not rejected. */
  repairs?: boolean;
  parse(record: FileRecord, reading: Reading): Parsed<RowOf[T]>;
}

/** The area of a row, where it has one, for the check that takes time. */
export function areaOf(row: unknown): Polygon | MultiPolygon | null {
  const { boundary, area, where } = row as Partial<
    Pick<BoundaryRow, 'boundary'> & Pick<SettlementRow, 'area'> & Pick<EvidenceRow, 'where'>
  >;
  if (boundary !== undefined) return boundary;
  if (area !== undefined) return area;
  return where?.type === 'area' ? where.geometry : null;
}
