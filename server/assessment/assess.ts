import type { Database } from '../database/database.ts';
import type { SettlementKey } from '../places/schema.ts';
import { currentProgramme } from '../programmes/queries.ts';
import { fewRows, inThread, type Rows } from '../threads/threads.ts';
import type { Settled } from './membership.ts';
import { widenBox, type Box } from './engine/circle.ts';
import { compareText } from './findings.ts';
import {
  assessmentPages,
  assessmentsOf,
  countRows,
  evidenceNear,
  evidencePages,
  regionsWithSettlements,
  settlementPages,
  settlementsInBoxes,
  settlementsOf,
  upheldClaims,
  writeAssessments,
  type AssessmentRow,
  type EvidenceRow,
} from './queries.ts';
import { type AssessedRegion, assessRegion, type Tally } from './region.ts';
import type { Settings } from './rules.ts';
import { Status } from './schema.ts';

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

const regionModule = new URL('./region.ts', import.meta.url);

/** Rows that one statement writes: few, so that what else waits for the main thread waits a moment. */
const rowsAtOnce = 1000;

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
      const [tally, ...differing] =
        part.type === 'all'
          ? await assessWhole(database, regionCode, settings)
          : await assessPart(database, regionCode, part, settings);
      for (let from = 0; from < differing.length; from += rowsAtOnce) {
        await writeAssessments(database, regionCode, differing.slice(from, from + rowsAtOnce), asOf);
      }
      addTo(outcome, regionCode, tally, differing);
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

/** Assesses all settlements of a region; of a large one rows are read a page at a time, as the thread takes them. */
async function assessWhole(database: Database, regionCode: string, settings: Settings): Promise<AssessedRegion> {
  const isLarge = (await countRows(database, regionCode)) > fewRows;
  const settlements = settlementPages(database, regionCode);
  const evidence = evidencePages(database, regionCode);
  const before = assessmentPages(database, regionCode);
  const upheld = await upheldClaims(database, regionCode);
  if (isLarge) return assessInThread({ settlements, evidence, before, upheld }, settings);
  return assessRegion({
    settlements: await all(settlements),
    evidence: await all(evidence),
    before: await all(before),
    upheld,
    settings,
  });
}

/** Much takes too long for requests to wait for it. */
const assessInThread = async (lists: Record<string, Rows>, settings: Settings) =>
  (await inThread(regionModule, 'assessRegion', lists, { settings })) as AssessedRegion;

/** All rows of all pages. */
export async function all<Row>(pages: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}

/** Assesses the settlements of a part by all evidence of the region that may speak of them. */
async function assessPart(
  database: Database,
  regionCode: string,
  part: Exclude<Part, { type: 'all' }>,
  settings: Settings,
): Promise<AssessedRegion> {
  const { settlements, evidence } = await readPart(database, regionCode, part, settings.profile.measurement.reach);
  const upheld = await upheldClaims(database, regionCode);
  const codes = settlements.map(({ code }) => code);
  const before = await assessmentsOf(database, regionCode, codes);
  const lists = { settlements, evidence, before, upheld };
  const isLarge = settlements.length + evidence.length > fewRows;
  return isLarge ? assessInThread(lists, settings) : assessRegion({ ...lists, settings });
}

async function readPart(
  database: Database,
  regionCode: string,
  part: Exclude<Part, { type: 'all' }>,
  reach: number,
): Promise<{ settlements: Settled[]; evidence: EvidenceRow[] }> {
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

function addTo(outcome: AssessOutcome, regionCode: string, tally: Tally, differing: readonly AssessmentRow[]): void {
  outcome.assessed += tally.assessed;
  outcome.flagged += tally.flagged;
  for (const status of Status.options) outcome.byStatus[status] += tally.byStatus[status];
  for (const { settlementCode } of differing) outcome.changed.push({ regionCode, code: settlementCode });
}
