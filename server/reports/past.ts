import { assessPieces } from '../assessment/country.ts';
import { areaOf } from '../assessment/engine/area.ts';
import { pointsOf } from '../assessment/extent.ts';
import type { Statement } from '../assessment/judge.ts';
import { exceptionsOf, type Piece, type Place as EvidencePlace, type UpheldClaim } from '../assessment/membership.ts';
import type { Assignment } from '../assignments/schema.ts';
import type { Entity } from '../changes/schema.ts';
import { shapesByHash } from '../changes/shapes.ts';
import type { BlockerRow, MilestoneRow } from '../construction/queries.ts';
import type { RecordedEvidence } from '../coverage/recorded.ts';
import type { Database } from '../database/database.ts';
import type { Place, Settlement } from '../places/schema.ts';
import type { Programme } from '../programmes/schema.ts';
import { type Fold, foldRecord } from '../replay/fold.ts';
import type { Known, KnownSettlement } from './known.ts';
import { endOf } from '../calendar/moments.ts';
import { agreedBy, type KeptBaseline } from './agreed.ts';
import { NoProgramme, sourcesOf } from './present.ts';
import { type LoadedFile, operationalTimes } from './queries.ts';
import { timed } from './timed.ts';

const needed: readonly Entity[] = [
  'region',
  'place',
  'settlement',
  'evidence',
  'programme',
  'assignment',
  'import',
  'milestone',
  'blocker',
  'baseline',
  'challenge-claim',
];

type RecordedSettlement = Settlement & { area?: string | null; residents?: string | null };
type StandingEvidence = RecordedEvidence & { id: string; regionCode: string };
type ChallengedClaim = UpheldClaim & { regionCode: string; outcome: string | null };

/**
 * What was known at the end of a date: the rows that the record of changes had left by then, assessed by the same
 * engine as of that date. Throws NoProgramme.
 */
export function readPast(database: Database, date: string): Promise<Known> {
  return database.transaction(async () => {
    const fold = await foldRecord(database, endOf(date), needed);
    const programme = fold
      .rowsOf<Programme>('programme')
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .at(0);
    if (programme === undefined) throw new NoProgramme(date);
    const assignments = fold.rowsOf<Assignment>('assignment');
    const places = fold.rowsOf<Place>('place');
    return {
      asOf: date,
      programme,
      regions: fold.rowsOf<Known['regions'][number]>('region').toSorted((a, b) => compare(a.code, b.code)),
      districts: places.filter(({ level }) => level === 'district').toSorted(byKey),
      settlements: await assessed(database, fold, programme, date),
      assignments: timed(
        assignments.toSorted(byKey),
        {
          milestones: fold.rowsOf<MilestoneRow>('milestone'),
          blockers: fold.rowsOf<BlockerRow>('blocker'),
          reported: await operationalTimes(database, endOf(date)),
        },
        date,
      ),
      agreed: agreedBy(fold.rowsOf<KeptBaseline>('baseline'), programme.code),
      evidenceSources: sourcesOf(
        fold.rowsOf<LoadedFile>('import').toSorted((a, b) => (a.loadedAt < b.loadedAt ? -1 : 1)),
      ),
    };
  });
}

const byKey = (a: Keyed, b: Keyed) =>
  compare(a.regionCode, b.regionCode) || compare(a.code, b.code) || (a.number ?? 0) - (b.number ?? 0);
type Keyed = { regionCode: string; code: string; number?: number };
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function byRegion<Row extends { regionCode: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const regions = new Map<string, Row[]>();
  for (const row of rows) {
    const region = regions.get(row.regionCode);
    if (region === undefined) regions.set(row.regionCode, [row]);
    else region.push(row);
  }
  return regions;
}

/** The settlements by region and code, each region's assessed from the evidence that stood in it. */
async function assessed(
  database: Database,
  fold: Fold,
  { profile, populationThreshold }: Programme,
  asOf: string,
): Promise<KnownSettlement[]> {
  const settlements = byRegion(fold.rowsOf<RecordedSettlement>('settlement'));
  const evidence = byRegion(fold.rowsOf<StandingEvidence>('evidence'));
  const claims = fold.rowsOf<ChallengedClaim>('challenge-claim');
  const upheld = byRegion(claims.filter(({ outcome }) => outcome === 'upheld'));
  const known: KnownSettlement[] = [];
  for (const [regionCode, unordered] of [...settlements].toSorted(([a], [b]) => compare(a, b))) {
    const rows = unordered.toSorted(byKey);
    const settled = await withAreas(database, rows);
    const standing = { evidence: evidence.get(regionCode) ?? [], upheld: upheld.get(regionCode) ?? [] };
    const pieces = await piecesOf(database, standing, rows);
    const assessments = assessPieces(settled, pieces, { profile, populationThreshold, asOf });
    for (const [at, { area: _area, residents: _residents, ...row }] of settled.entries())
      known.push({ ...row, status: assessments[at].status });
  }
  return known;
}

/** Settlements with the polygons, and the points where people live, that their hashes name. */
async function withAreas(database: Database, rows: readonly RecordedSettlement[]) {
  const hashes = rows.flatMap(({ area, residents }) => [area ?? [], residents ?? []].flat());
  const shapes = hashes.length === 0 ? new Map<string, string>() : await shapesByHash(database, hashes);
  return rows.map(({ area, residents, ...row }) => ({
    ...row,
    area: area ? areaOf(JSON.parse(shapes.get(area)!)) : null,
    residents: residents ? pointsOf(shapes.get(residents)!) : null,
  }));
}

async function piecesOf(
  database: Database,
  { evidence, upheld }: { evidence: readonly StandingEvidence[]; upheld: readonly UpheldClaim[] },
  settlements: readonly Settlement[],
): Promise<Piece[]> {
  const indexOf = new Map(settlements.map(({ code }, index) => [code, index]));
  const exceptions = exceptionsOf(upheld, indexOf);
  const hashes = evidence.flatMap(({ where }) => (where.type === 'area' ? [where.shape] : []));
  const shapes = await shapesByHash(database, hashes);
  const placeOf = ({ where }: RecordedEvidence): EvidencePlace => {
    if (where.type === 'area') return { type: 'area', area: areaOf(JSON.parse(shapes.get(where.shape)!)) };
    if (where.type === 'settlement') return { type: 'settlement', settlement: indexOf.get(where.code) ?? -1 };
    return where;
  };
  return evidence.map((piece) => ({
    statement: piece as Statement,
    shape: placeOf(piece),
    except: exceptions.get(piece.id),
  }));
}
