// What the thread that answers keeps in memory: no other thread imports it.
import { type ExtentRow, extentOf } from '../assessment/extent.ts';
import type { EvidenceRow } from '../assessment/queries.ts';
import type { Statement } from '../assessment/judge.ts';
import { type Membership, membershipOf, type UpheldClaim } from '../assessment/membership.ts';
import { toPieces } from '../assessment/region.ts';
import type { Settings } from '../assessment/rules.ts';
import { type Found, statusesOf } from '../assessment/statuses.ts';
import { withdrawal } from './rules.ts';
import type { Supposed } from './schema.ts';

/** What is known of service without where it is known: no geometry is kept. */
export type KnownPiece = Omit<EvidenceRow, 'geometry' | 'radius' | 'settlementCode'>;

/** A region as it is kept. */
interface Region {
  membership: Membership;
  /** By what statements are told apart; the same pieces as those of the membership. */
  pieces: readonly KnownPiece[];
  /** By the text of a profile, what is found with nothing withdrawn; the last that was asked for is the last. */
  found: Map<string, Found>;
}

const regions = new Map<string, Region>();

/** Profiles of which what is found stays in memory. */
const profilesKept = 8;

/** Keeps which evidence speaks of which settlement of a region, in place of what was kept of it. */
export function keepRegion({
  regionCode,
  radii,
  codes,
  longitude,
  latitude,
  extents,
  evidence,
  upheld,
}: {
  regionCode: string;
  radii: readonly number[];
  codes: readonly string[];
  longitude: Float64Array;
  latitude: Float64Array;
  extents: readonly (ExtentRow & { code: string })[];
  evidence: readonly EvidenceRow[];
  upheld: readonly UpheldClaim[];
}): [] {
  const extentsOf = new Map(extents.map((row) => [row.code, extentOf(row)]));
  const settlements = codes.map((code, i) => {
    return { code, longitude: longitude[i], latitude: latitude[i], population: null, ...extentsOf.get(code) };
  });
  const membership = membershipOf(settlements, toPieces(evidence, settlements, upheld), radii);
  const pieces = (membership.statements as EvidenceRow[]).map(withoutPlace);
  regions.set(regionCode, { membership: { ...membership, statements: pieces }, pieces, found: new Map() });
  return [];
}

function withoutPlace(row: EvidenceRow): KnownPiece {
  const { geometry: _geometry, radius: _radius, settlementCode: _settlementCode, ...known } = row;
  return known;
}

/** What is withdrawn of all regions: how many pieces, each once, and those that are named. */
export interface Withdrawn {
  count: number;
  named: KnownPiece[];
}

/** The index of the status of each settlement of a region, in the order in which it was kept. */
export interface RegionStatuses {
  regionCode: string;
  statuses: Uint8Array;
}

/** The statuses of these regions by these settings, without what is supposed to be withdrawn. */
export function answer({
  regionCodes,
  settings,
  supposed,
}: {
  regionCodes: readonly string[];
  settings: Pick<Settings, 'profile' | 'asOf'>;
  supposed: Supposed;
}): [Withdrawn, ...RegionStatuses[]] {
  const isWithdrawn = withdrawal(supposed);
  const counts = (piece: Statement) => !isWithdrawn(piece as KnownPiece);
  const named = new Map<string, KnownPiece>();
  const withdrawn = new Set<string>();
  const found = regionCodes.map((regionCode): RegionStatuses => {
    const region = regions.get(regionCode)!;
    for (const piece of region.pieces) {
      if (!isWithdrawn(piece)) continue;
      withdrawn.add(piece.id);
      if (supposed.evidence?.includes(piece.id)) named.set(piece.id, piece);
    }
    const all = foundBy(region, settings);
    return { regionCode, statuses: statusesOf(region.membership, settings, counts, all).statuses };
  });
  return [{ count: withdrawn.size, named: [...named.values()] }, ...found];
}

/** What is found with nothing withdrawn. */
function foundBy({ membership, found }: Region, settings: Pick<Settings, 'profile' | 'asOf'>): Found {
  const profile = JSON.stringify(settings.profile);
  const known = found.get(profile);
  const now = known?.asOf === settings.asOf ? known : statusesOf(membership, settings, undefined, known);
  found.delete(profile);
  found.set(profile, now);
  for (const oldest of found.keys()) if (found.size > profilesKept) found.delete(oldest);
  return now;
}
