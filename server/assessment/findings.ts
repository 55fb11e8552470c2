import type { EvidenceKind, Technology } from '../coverage/schema.ts';
import { isWord, levelOf, type Counting, type Level, type Speed, type Statement } from './judge.ts';
import type { Profile } from './schema.ts';

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

/**
 * Measurements by operator and family of technology: those of an unknown operator speak of the place as a whole.
 * `sound` reach the profile's number of tests and of devices; of the rest, `thin`, only the ids are of use. A
 * measurement without a speed or without tests counts as none. Means are weighted by tests.
 */
export function aggregate(counting: readonly Counting[], profile: Profile): { sound: Finding[]; thin: string[] } {
  const groups = new Map<string, Counting[]>();
  for (const piece of counting) {
    if (piece.statement.kind !== 'measurement') continue;
    const key = JSON.stringify([piece.statement.operatorCode, piece.familyName]);
    groups.set(key, [...(groups.get(key) ?? []), piece]);
  }
  const sound: Finding[] = [];
  const thin: string[] = [];
  for (const group of groups.values()) {
    const measured = group.filter(({ statement }) => statement.download !== null && (statement.tests ?? 0) > 0);
    const statements = measured.map(({ statement }) => statement);
    const tests = sum(statements.map((statement) => statement.tests));
    const devices = sum(statements.map((statement) => statement.devices));
    if (tests >= profile.measurement.minimumTests && devices >= profile.measurement.minimumDevices) {
      sound.push(together(measured, statements));
    } else {
      thin.push(...group.map(({ statement }) => statement.id));
    }
  }
  return { sound, thin };
}

function together([{ familyName, family }]: readonly Counting[], statements: readonly Statement[]): Finding {
  const speed: Speed = {
    download: mean(statements, 'download'),
    upload: mean(statements, 'upload'),
    latency: mean(statements, 'latency'),
  };
  const most = statements.reduce((a, b) => (b.tests! > a.tests! ? b : a));
  const dates = statements.map((statement) => statement.observedOn);
  return {
    kind: 'measurement',
    operatorCode: most.operatorCode,
    technology: most.technology,
    familyName,
    family,
    level: levelOf(speed, family),
    ...speed,
    observedOn: dates.includes(null) ? null : dates.reduce((a, b) => (b! > a! ? b : a)),
    ids: statements.map((statement) => statement.id),
  };
}

/** Mean of those that have the value, weighted by tests; null if none has. */
function mean(statements: readonly Statement[], of: keyof Speed): number | null {
  let total = 0;
  let tests = 0;
  for (const statement of statements) {
    const value = statement[of];
    if (value === null) continue;
    total += value * statement.tests!;
    tests += statement.tests!;
  }
  return tests > 0 ? total / tests : null;
}

const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);

/** Whether two findings are about the same operator's service: same family, or an unknown technology in either. */
export function sameService(a: Finding, b: Finding): boolean {
  return a.operatorCode === b.operatorCode && sameFamily(a, b);
}

/** Whether a sound measurement contradicts a word: of its operator, or of whoever it is where the operator is unknown. */
export function contradicts(measured: Finding, word: Finding, profile: Profile): boolean {
  if (word.level === 'below' || !isWord(word.kind) || !sameFamily(measured, word)) return false;
  if (measured.operatorCode !== null && measured.operatorCode !== word.operatorCode) return false;
  return measured.download! < profile.measurement.contradictionShare * word.family[word.level].download;
}

const sameFamily = (a: Finding, b: Finding) =>
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
