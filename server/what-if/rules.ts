import type { Profile, Status } from '../assessment/schema.ts';
import type { EvidenceKind } from '../coverage/schema.ts';
import type { Direction, Supposed } from './schema.ts';

type FamilyName = keyof Profile['families'];
export const familyNames: readonly FamilyName[] = ['fixed', 'mobile', 'satellite'];

/** Mbit/s down at which each family of a profile counts as high-speed. */
export function downloadsOf({ families }: Profile): Record<string, number> {
  return Object.fromEntries(
    familyNames.flatMap((name) => (families[name] ? [[name, families[name].served.download]] : [])),
  );
}

/**
 * A profile with other thresholds of speed. A floor that would be above its threshold is lowered to it. What a profile
 * has no family for is left as it is.
 */
export function withDownloads(profile: Profile, supposed: Pick<Supposed, FamilyName>): Profile {
  const families = { ...profile.families };
  for (const name of familyNames) {
    const [family, download] = [families[name], supposed[name]];
    if (family === undefined || download === undefined) continue;
    const { served, underserved } = family;
    families[name] = {
      ...family,
      served: { ...served, download },
      underserved: { ...underserved, download: Math.min(underserved.download, download) },
    };
  }
  return { ...profile, families };
}

/** What of a piece of evidence says whether it is withdrawn. */
interface Withdrawable {
  id: string;
  kind: EvidenceKind;
  operatorCode: string | null;
  dataset: string;
}

/** Is a piece of evidence withdrawn? Of an operator the claims are, of a dataset all, and what is named. */
export function withdrawal({ operators, datasets, evidence }: Supposed): (piece: Withdrawable) => boolean {
  const [ofOperators, ofDatasets, named] = [new Set(operators), new Set(datasets), new Set(evidence)];
  return ({ id, kind, operatorCode, dataset }) =>
    named.has(id) ||
    ofDatasets.has(dataset) ||
    (kind === 'claim' && operatorCode !== null && ofOperators.has(operatorCode));
}

/** Which way a settlement that changes goes. */
export function directionOf(from: Status | null, to: Status): Direction {
  if (to === 'served' && from !== 'served') return 'better';
  return from === 'served' && to !== 'served' ? 'worse' : 'other';
}
