import type { Database } from '../database/database.ts';
import type { SettlementKey } from '../places/schema.ts';
import { currentProgramme } from '../programmes/queries.ts';
import { assessPieces, exceptionsOf, type Piece, type Place, type Settled, type UpheldClaim } from './country.ts';
import { widenBox, type Box } from './engine/circle.ts';
import { readWkb } from './engine/wkb.ts';
import { compareText } from './findings.ts';
import {
  assessmentsOf,
  evidenceNear,
  evidenceOf,
  regionsWithSettlements,
  settlementsInBoxes,
  settlementsOf,
  upheldClaims,
  writeAssessments,
  type AssessmentRow,
  type EvidenceRow,
} from './queries.ts';
import { Status, type Assessment } from './schema.ts';

/**
 * Which settlements to assess.
 *   country      all
 *   settlements  those named, after an edit of theirs
 *   boxes        those of these regions inside these boxes, or within the reach of a measured point: the extents of
 *                evidence that was edited, before and after (evidence that names a settlement has none: name it)
 */
export type AssessScope =
  | { type: 'country' }
  | { type: 'settlements'; keys: readonly SettlementKey[] }
  | { type: 'boxes'; regionCodes: readonly string[]; boxes: readonly Box[] };

export interface AssessOutcome {
  assessed: number;
  /** Those whose assessment is another than before. */
  changed: SettlementKey[];
  /** Of those assessed. */
  flagged: number;
  byStatus: Record<Status, number>;
}

export class NoProgrammeError extends Error {
  override name = 'NoProgrammeError';
}

/**
 * Assesses the settlements of a scope as of a date and writes what differs, in the caller's transaction if there is
 * one. Only evidence of the settlement's own region speaks of it. An assessment keeps its date while it stays the same.
 * Throws NoProgrammeError where no programme says by which profile.
 */
export function assess(database: Database, scope: AssessScope, asOf: string): Promise<AssessOutcome> {
  return database.transaction(async () => {
    const programme = await currentProgramme(database);
    if (!programme) {
      throw new NoProgrammeError('No programme is set, so there is no profile to assess by: set a programme first');
    }
    const settings = { ...programme, asOf };
    const outcome: AssessOutcome = {
      assessed: 0,
      changed: [],
      flagged: 0,
      byStatus: { served: 0, underserved: 0, unserved: 0, contested: 0, unknown: 0 },
    };
    for (const [regionCode, part] of await regionsOf(database, scope)) {
      const { settlements, evidence } = await readPart(database, regionCode, part, settings.profile.measurement.reach);
      const upheld = await upheldClaims(database, regionCode);
      const assessments = assessPieces(settlements, toPieces(evidence, settlements, upheld), settings);
      const codes = part.type === 'all' ? undefined : settlements.map(({ code }) => code);
      const before = await assessmentsOf(database, regionCode, codes);
      const differing = differences(settlements, assessments, before);
      if (differing.length > 0) await writeAssessments(database, regionCode, differing, asOf);
      addTo(outcome, regionCode, assessments, differing);
    }
    return outcome;
  });
}

/** What to assess of one region. */
type Part = { type: 'all' } | { type: 'named'; codes: string[] } | { type: 'inside'; boxes: readonly Box[] };

async function regionsOf(database: Database, scope: AssessScope): Promise<[string, Part][]> {
  switch (scope.type) {
    case 'country':
      return (await regionsWithSettlements(database)).map((code) => [code, { type: 'all' }]);
    case 'settlements': {
      const byRegion = new Map<string, string[]>();
      for (const { regionCode, code } of scope.keys) {
        const codes = byRegion.get(regionCode);
        if (codes) codes.push(code);
        else byRegion.set(regionCode, [code]);
      }
      return [...byRegion]
        .toSorted(([a], [b]) => compareText(a, b))
        .map(([regionCode, codes]) => [regionCode, { type: 'named', codes }]);
    }
    case 'boxes':
      return [...new Set(scope.regionCodes)].toSorted().map((code) => [code, { type: 'inside', boxes: scope.boxes }]);
  }
}

/** The settlements of a part, and all evidence of the region that may speak of them. */
async function readPart(
  database: Database,
  regionCode: string,
  part: Part,
  reach: number,
): Promise<{ settlements: Settled[]; evidence: EvidenceRow[] }> {
  if (part.type === 'all') {
    const settlements = await settlementsOf(database, regionCode);
    return { settlements, evidence: await evidenceOf(database, regionCode) };
  }
  // The extent of a measured point is the point: how far it reaches is the profile's to say.
  const widened = (boxes: readonly Box[]) => boxes.map((box) => widenBox(box, reach));
  let settlements: Settled[];
  let boxes: readonly Box[];
  if (part.type === 'named') {
    settlements = await settlementsOf(database, regionCode, part.codes);
    boxes = settlements.flatMap(({ longitude, latitude, area }): Box[] => [
      [longitude, latitude, longitude, latitude],
      ...(area ? [area.box] : []),
    ]);
  } else {
    boxes = widened(part.boxes);
    settlements = await settlementsInBoxes(database, regionCode, boxes);
    // What speaks of one that lies across a box may lie outside it.
    boxes = [...boxes, ...settlements.flatMap(({ area }) => (area ? [area.box] : []))];
  }
  if (settlements.length === 0) return { settlements, evidence: [] };
  const codes = settlements.map(({ code }) => code);
  return { settlements, evidence: await evidenceNear(database, regionCode, widened(boxes), codes) };
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
  { status, flagged, reason, confidence, best, covered, unclaimed, ...lists }: Assessment,
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

function addTo(
  outcome: AssessOutcome,
  regionCode: string,
  assessments: readonly Assessment[],
  differing: readonly AssessmentRow[],
): void {
  outcome.assessed += assessments.length;
  for (const { status, flagged } of assessments) {
    outcome.byStatus[status]++;
    if (flagged) outcome.flagged++;
  }
  for (const { settlementCode } of differing) outcome.changed.push({ regionCode, code: settlementCode });
}
