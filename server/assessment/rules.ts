import {
  aggregate,
  bestFirst,
  compareLevels,
  compareText,
  contradicts,
  findingOf,
  latestFirst,
  sameService,
  type Finding,
} from './findings.ts';
import { isWord, judge, type Judgement, type Statement } from './judge.ts';
import { Missing, type Assessment, type Confidence, type Profile, type Reason } from './schema.ts';

/** An assessment but for what depends on the settlement itself: shared by all places with the same evidence. */
export type Decision = Omit<Assessment, 'flagged' | 'assessedOn'>;

/** What an assessment depends on besides the evidence. */
export interface Settings {
  profile: Profile;
  /** Residents; only more than these are flagged. */
  populationThreshold: number;
  /** The date for which evidence counts, `2026-11-22`. */
  asOf: string;
}

/** Assesses one settlement from all the evidence that speaks of it, in whatever order. */
export function assessSettlement(
  statements: readonly Statement[],
  population: number | null,
  settings: Settings,
): Assessment {
  const inOrder = statements.toSorted((a, b) => compareText(a.id, b.id));
  const judgements = inOrder.map((statement) => judge(statement, settings.profile, settings.asOf));
  return complete(decide(judgements, settings.profile), population, settings);
}

/** Adds to a decision what depends on the settlement: an unknown population is never flagged, and is missing. */
export function complete(decision: Decision, population: number | null, settings: Settings): Assessment {
  return {
    ...decision,
    flagged: population !== null && population > settings.populationThreshold && decision.status !== 'served',
    missing: population === null ? [...decision.missing, 'population'] : decision.missing,
    assessedOn: settings.asOf,
  };
}

/**
 * Decides from judgements in ascending order of id.
 *
 * 1. Of the inspections of one operator's service the latest stands, and replaces all that is said of that service.
 * 2. Sound measurements show what they measure. Too few show nothing.
 * 3. Claims and registers that a sound measurement contradicts do not stand.
 * 4. The best of what stands is the service. Where a contradicted claim would have been better, the place is contested.
 *
 * Confidence: high where an inspection or a sound measurement decided, medium where a claim or register did, low where
 * contested, none where nothing that counts is known. One step lower, though not below low, where what decided has no
 * date or no technology.
 */
export function decide(judgements: readonly Judgement[], profile: Profile): Decision {
  const counting = judgements.filter((judgement) => judgement.type === 'counting');
  const inspections = standing(counting.filter(({ statement }) => statement.kind === 'inspection').map(findingOf));
  const words = counting.filter(({ statement }) => isWord(statement.kind)).map(findingOf);
  const { sound, thin } = aggregate(counting, profile);

  const replaces = (inspection: Finding) => words.filter((word) => sameService(inspection, word));
  const replaced = new Set(inspections.flatMap(replaces));
  const said = words.filter((word) => !replaced.has(word));
  const contradicted = said.filter((word) => sound.some((measured) => contradicts(measured, word, profile)));
  const found = [...inspections, ...sound, ...said.filter((word) => !contradicted.includes(word))].toSorted(bestFirst);

  const best = found.at(0);
  const tooFew = [...thin, ...idsOf(judgements, 'too-few-tests')];
  if (!best) return withoutService(judgements, tooFew, profile);

  const isBetter = (finding: Finding) => compareLevels(finding.level, best.level) > 0;
  const disputed = contradicted.filter(isBetter);
  const failed = inspections.filter((inspection) => inspection === best || replaces(inspection).some(isBetter));

  let decided: Pick<Decision, 'status' | 'reason'> & { by: Finding[] };
  if (best.level === 'served') {
    decided = { status: 'served', reason: `${best.kind}-meets`, by: [best] };
  } else if (disputed.length > 0) {
    const against = sound.filter((measured) => disputed.some((word) => contradicts(measured, word, profile)));
    decided = { status: 'contested', reason: 'measurement-contradicts', by: [...against, ...disputed] };
  } else {
    const isUnderserved = best.level === 'underserved';
    const short: Reason = isUnderserved ? 'below-threshold' : 'below-floor';
    const reason: Reason = failed.length > 0 ? 'inspection-fails' : short;
    decided = { status: isUnderserved ? 'underserved' : 'unserved', reason, by: [best, ...failed] };
  }

  const { status, reason, by } = decided;
  const missing = new Set<Missing>();
  if (status !== 'served') for (const finding of found) addUnknown(finding, missing);
  if (isWord(best.kind)) missing.add(tooFew.length > 0 ? 'tests' : 'measurement');
  if (best.technology === null) missing.add('technology');
  if (by.some((finding) => finding.observedOn === null)) missing.add('date');

  return {
    status,
    reason,
    confidence: confidenceIn(status === 'contested', best, missing),
    best: serviceOf(best),
    deciding: sorted(by.flatMap((finding) => finding.ids)),
    missing: Missing.options.filter((option) => missing.has(option)),
  };
}

/** A place of which no service is known that counts: the reason is the nearest that it came to one. */
function withoutService(judgements: readonly Judgement[], tooFew: string[], profile: Profile): Decision {
  const nothing = (
    reason: Reason,
    deciding: string[],
    missing: Missing[],
    status = profile.withoutEvidence,
  ): Decision => ({
    status,
    reason,
    confidence: 'none',
    best: null,
    deciding: sorted(deciding),
    missing,
  });
  if (tooFew.length > 0) return nothing('too-few-tests', tooFew, ['tests']);
  const expired = idsOf(judgements, 'expired');
  if (expired.length > 0) return nothing('evidence-expired', expired, ['recent-evidence']);
  const uncounted = idsOf(judgements, 'uncounted');
  if (uncounted.length > 0) return nothing('no-counting-technology', uncounted, [], 'unserved');
  return nothing('no-evidence', [], ['evidence']);
}

/** The latest inspection of each operator's service. */
function standing(inspections: Finding[]): Finding[] {
  const latest = inspections.toSorted(latestFirst);
  return latest.filter((inspection, i) => !latest.slice(0, i).some((later) => sameService(later, inspection)));
}

/** Notes what kept a finding from the threshold of high-speed only by being unknown. */
function addUnknown({ download, upload, latency, family: { served } }: Finding, missing: Set<Missing>): void {
  if (download === null) missing.add('speed');
  if (download === null || download < served.download) return;
  if (upload === null && served.upload !== null) missing.add('upload');
  if (latency === null && served.latency !== null) missing.add('latency');
}

function confidenceIn(isContested: boolean, best: Finding, missing: ReadonlySet<Missing>): Confidence {
  if (isContested) return 'low';
  const isLess = missing.has('date') || missing.has('technology');
  if (isWord(best.kind)) return isLess ? 'low' : 'medium';
  return isLess ? 'medium' : 'high';
}

function serviceOf({ kind, operatorCode, technology, download, upload, latency }: Finding): Decision['best'] {
  return { kind, operatorCode, technology, download, upload, latency };
}

const idsOf = (judgements: readonly Judgement[], type: Judgement['type']) =>
  judgements.filter((judgement) => judgement.type === type).map(({ statement }) => statement.id);

const sorted = (ids: readonly string[]) => [...new Set(ids)].toSorted(compareText);
