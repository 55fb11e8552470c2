import { assessPieces } from './country.ts';
import { readWkb } from './engine/wkb.ts';
import { exceptionsOf, type Piece, type Place, type Settled, type UpheldClaim } from './membership.ts';
import type { AssessmentRow, EvidenceRow } from './queries.ts';
import type { Settings } from './rules.ts';
import type { Assessment, Status } from './schema.ts';

/** What all settlements that were assessed amount to. */
export interface Tally {
  assessed: number;
  flagged: number;
  byStatus: Record<Status, number>;
}

/** What all amount to, and then the rows that are new or say something else than before. */
export type AssessedRegion = [Tally, ...AssessmentRow[]];

/** Assesses settlements of one region from rows as they were read: pure, so that any thread may do it. */
export function assessRegion({
  settlements,
  evidence,
  upheld,
  before,
  settings,
}: {
  settlements: readonly Settled[];
  evidence: readonly EvidenceRow[];
  upheld: readonly UpheldClaim[];
  before: readonly AssessmentRow[];
  settings: Settings;
}): AssessedRegion {
  const assessments = assessPieces(settlements, toPieces(evidence, settlements, upheld), settings);
  const tally: Tally = {
    assessed: assessments.length,
    flagged: 0,
    byStatus: { served: 0, underserved: 0, unserved: 0, contested: 0, unknown: 0 },
  };
  for (const { status, flagged } of assessments) {
    tally.byStatus[status]++;
    if (flagged) tally.flagged++;
  }
  return [tally, ...differences(settlements, assessments, before)];
}

/** Evidence as it was read, with its place; upheld claims do not count where they were challenged. */
export function toPieces(
  rows: readonly EvidenceRow[],
  settlements: readonly Settled[],
  upheld: readonly UpheldClaim[],
): Piece[] {
  const indexOf = new Map(settlements.map(({ code }, index) => [code, index]));
  const exceptions = exceptionsOf(upheld, indexOf);
  return rows.map((row) => ({ statement: row, shape: placeOfRow(row, indexOf), except: exceptions.get(row.id) }));
}

function placeOfRow({ settlementCode, geometry, radius }: EvidenceRow, indexOf: ReadonlyMap<string, number>): Place {
  if (settlementCode !== null) return { type: 'settlement', settlement: indexOf.get(settlementCode) ?? -1 };
  const read = readWkb(geometry!);
  if (read.type === 'area') return read;
  const point = { longitude: read.x, latitude: read.y };
  return radius === null ? { type: 'point', ...point } : { type: 'circle', ...point, radius };
}

/** The rows to write: those that are new or that say something else than before. */
function differences(
  settlements: readonly Settled[],
  assessments: readonly Assessment[],
  before: readonly AssessmentRow[],
): AssessmentRow[] {
  const known = new Map(before.map((row) => [row.settlementCode, row]));
  const rows = assessments.map((assessment, index) => rowOf(settlements[index].code, assessment));
  return rows.filter((row) => {
    const old = known.get(row.settlementCode);
    return !old || (Object.keys(row) as (keyof AssessmentRow)[]).some((column) => row[column] !== old[column]);
  });
}

function rowOf(
  settlementCode: string,
  { status, flagged, reason, confidence, best, covered, coveredBy, unclaimed, ...lists }: Assessment,
): AssessmentRow {
  return {
    settlementCode,
    status,
    flagged,
    reason,
    confidence,
    bestKind: best?.kind ?? null,
    bestOperatorCode: best?.operatorCode ?? null,
    bestTechnology: best?.technology ?? null,
    bestDownload: best?.download ?? null,
    bestUpload: best?.upload ?? null,
    bestLatency: best?.latency ?? null,
    deciding: `{${lists.deciding.join(',')}}`,
    missing: `{${lists.missing.join(',')}}`,
    covered,
    coveredBy,
    measured: textOf(lists.measured),
    contradictions: textOf(lists.contradictions),
    unclaimed,
  };
}

/** A list as JSON, null where it is empty; settlements that share a decision share the text. */
function textOf(list: readonly object[]): string | null {
  if (list.length === 0) return null;
  const known = texts.get(list);
  if (known !== undefined) return known;
  const text = JSON.stringify(list);
  texts.set(list, text);
  return text;
}

const texts = new WeakMap<readonly object[], string>();
