import type { EvidenceKind, Technology } from '../coverage/schema.ts';
import { levelOf, type Counting, type Level, type Speed } from './judge.ts';

/** Service that evidence shows at a place: one statement, or several measurements together. */
export interface Finding extends Speed {
  kind: EvidenceKind;
  operatorCode: string | null;
  technology: Technology | null;
  familyName: Counting['familyName'];
  family: Counting['family'];
  level: Level;
  /** Null where any of the statements has no date; else the latest. */
  observedOn: string | null;
  /** Ids of the statements, ascending. */
  ids: string[];
}

/** What a claim, a register or an inspection says by itself. */
export function findingOf({ statement, familyName, family }: Counting): Finding {
  const { id, kind, operatorCode, technology, download, upload, latency, observedOn } = statement;
  const level = levelOf(statement, family);
  return {
    kind,
    operatorCode,
    technology,
    familyName,
    family,
    level,
    download,
    upload,
    latency,
    observedOn,
    ids: [id],
  };
}

/** Whether two findings are about the same operator's service: same family, or an unknown technology in either. */
export function sameService(a: Finding, b: Finding): boolean {
  return a.operatorCode === b.operatorCode && sameFamily(a, b);
}

/** Whether two findings are of one family of technology, or may be: in one of them it is unknown. */
export const sameFamily = (a: Pick<Finding, 'familyName'>, b: Pick<Finding, 'familyName'>) =>
  a.familyName === b.familyName || a.familyName === null || b.familyName === null;

const levelRank: Record<Level, number> = { served: 2, underserved: 1, below: 0 };
const kindRank: Record<EvidenceKind, number> = { inspection: 2, measurement: 1, register: 0, claim: 0 };

/** Above zero where a's level is the higher. */
export const compareLevels = (a: Level, b: Level): number => levelRank[a] - levelRank[b];

/**
 * A total order, best first: level; inspected before measured before said; download, upload, latency; the later date;
 * then the smaller id. What is unknown comes last.
 */
export function bestFirst(a: Finding, b: Finding): number {
  return (
    compareLevels(b.level, a.level) ||
    kindRank[b.kind] - kindRank[a.kind] ||
    (b.download ?? -1) - (a.download ?? -1) ||
    (b.upload ?? -1) - (a.upload ?? -1) ||
    (a.latency ?? Number.MAX_VALUE) - (b.latency ?? Number.MAX_VALUE) ||
    compareText(b.observedOn ?? '', a.observedOn ?? '') ||
    compareText(a.ids[0], b.ids[0])
  );
}

/** A total order of inspections, the latest first; of one day the slower first, since the burden of proof is on the claim. */
export function latestFirst(a: Finding, b: Finding): number {
  return compareText(b.observedOn ?? '', a.observedOn ?? '') || bestFirst(b, a);
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
