import { contradictionsBy, type Against } from './contradictions.ts';
import {
  bestFirst,
  compareLevels,
  compareText,
  findingOf,
  latestFirst,
  sameService,
  type Finding,
} from './findings.ts';
import { isWord, judge, modelOf, type Judgement, type Statement } from './judge.ts';
import { confirms, contradiction, measuringsOf, type Measuring } from './measuring.ts';
import { Missing, type Assessment, type Confidence, type Profile, type Reason } from './schema.ts';

/** An assessment but for what depends on the settlement itself: shared by all places with the same evidence. */
export type Decision = Omit<Assessment, 'flagged' | 'assessedOn'>;

/** A statement as it is heard at a place: `nearness` is what a measurement's distance leaves of it, 1 where not said. */
export type Heard = Statement & { nearness?: number };

/** What the evidence amounts to beside the status. */
type Grounds = Pick<Decision, 'covered' | 'coveredBy' | 'measured' | 'contradictions' | 'unclaimed'>;

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
  statements: readonly Heard[],
  population: number | null,
  settings: Settings,
): Assessment {
  const inOrder = statements.toSorted((a, b) => compareText(a.id, b.id));
  const judgements = inOrder.map((statement) =>
    heardAt(judge(statement, settings.profile, settings.asOf), statement.nearness ?? 1),
  );
  return complete(decide(judgements, settings.profile), population, settings);
}

/** A judgement as it is heard from some distance, which only measurements lose by. */
export function heardAt(judgement: Judgement, nearness: number): Judgement {
  if (nearness === 1 || judgement.type !== 'counting' || judgement.statement.kind !== 'measurement') return judgement;
  return { ...judgement, weight: judgement.weight * nearness };
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
 * 2. Measurements speak where they are enough and decide with the profile's confidence: see measuringsOf. The others show
 *    nothing.
 * 3. Claims and registers that measurements contradict do not stand.
 * 4. The best of what stands is the service. Where a contradicted claim would have been better, the place is contested.
 *
 * Confidence: high where an inspection or measurements decided, or confirm the claim or register that did; medium where
 * one alone did, low where contested, none where nothing that counts is known. One step lower, though not below low,
 * where what decided has no date or no technology.
 */
export function decide(judgements: readonly Judgement[], profile: Profile): Decision {
  const counting = judgements.filter((judgement) => judgement.type === 'counting');
  const inspections = standing(counting.filter(({ statement }) => statement.kind === 'inspection').map(findingOf));
  const words = counting.filter(({ statement }) => isWord(statement.kind)).map(findingOf);
  const measurings = measuringsOf(counting, profile);

  const replaces = (inspection: Finding) => words.filter((word) => sameService(inspection, word));
  const replaced = new Set(inspections.flatMap(replaces));
  const said = words.filter((word) => !replaced.has(word));
  const against = said.flatMap((word) => againstOf(word, measurings, profile));
  const contradicted = new Set(against.map(({ word }) => word));
  const shown = measurings.flatMap(({ finding }) => finding ?? []);
  const found = [...inspections, ...shown, ...said.filter((word) => !contradicted.has(word))].toSorted(bestFirst);

  const failing = inspections.flatMap((inspection) =>
    replaces(inspection).flatMap((word): Against[] =>
      compareLevels(word.level, inspection.level) > 0 ? [{ word, by: inspection, confidence: null }] : [],
    ),
  );
  const { supportAt } = modelOf(profile);
  const grounds = {
    covered: null,
    coveredBy: null,
    measured: measurings.map(({ measured }) => measured),
    contradictions: contradictionsBy([...against, ...failing]),
    unclaimed: words.length === 0 && measurings.some(({ shows }) => shows('underserved') >= supportAt),
  };
  const best = found.at(0);
  if (!best && against.length === 0) return { ...withoutService(judgements, measurings, profile), ...grounds };
  if (!best) {
    const deciding = idsOfDispute(against);
    const nothing = { confidence: 'low' as const, best: null, missing: ['tests' as const] };
    return { status: 'contested', reason: 'measurement-contradicts', deciding, ...nothing, ...grounds };
  }

  const isBetter = (finding: Finding) => compareLevels(finding.level, best.level) > 0;
  const disputes = against.filter(({ word }) => isBetter(word));
  const failed = inspections.filter((inspection) => inspection === best || replaces(inspection).some(isBetter));
  const confirming = measurings.filter((measuring) => isWord(best.kind) && confirms(measuring, best, profile));

  let decided: Pick<Decision, 'status' | 'reason'> & { by: Finding[]; ids?: string[] };
  if (best.level === 'served') {
    decided = { status: 'served', reason: `${best.kind}-meets`, by: [best] };
  } else if (disputes.length > 0) {
    const by = [best, ...disputes.map(({ word }) => word)];
    decided = { status: 'contested', reason: 'measurement-contradicts', by, ids: idsOfDispute(disputes) };
  } else {
    const isUnderserved = best.level === 'underserved';
    const isByMeans = measurings.some(({ finding, measured }) => finding === best && measured.verdict === 'means-meet');
    const short: Reason = isByMeans ? 'means-only' : isUnderserved ? 'below-threshold' : 'below-floor';
    const reason: Reason = failed.length > 0 ? 'inspection-fails' : short;
    decided = { status: isUnderserved ? 'underserved' : 'unserved', reason, by: [best, ...failed] };
  }

  const { status, reason, by, ids = by.flatMap((finding) => finding.ids) } = decided;
  const missing = new Set<Missing>();
  if (status !== 'served') for (const finding of found) addUnknown(finding, missing);
  if (reason === 'means-only') missing.add('medians');
  if (isWord(best.kind) && confirming.length === 0) {
    const isTested = measurings.length > 0 || judgements.some(({ type }) => type === 'too-few-tests');
    missing.add(isTested ? 'tests' : 'measurement');
  }
  if (best.technology === null) missing.add('technology');
  if (by.some((finding) => finding.observedOn === null)) missing.add('date');

  return {
    status,
    reason,
    confidence: confidenceIn(status === 'contested', best, confirming.length > 0, missing),
    best: serviceOf(best),
    deciding: sorted(ids),
    missing: Missing.options.filter((option) => missing.has(option)),
    ...grounds,
  };
}

const idsOfDispute = (disputes: readonly Against[]) =>
  sorted(disputes.flatMap(({ word, by }) => [...word.ids, ...('measured' in by ? by.measured.evidence : by.ids)]));

/** What contradicts a claim or register. */
function againstOf(word: Finding, measurings: readonly Measuring[], profile: Profile): Against[] {
  return measurings.flatMap((by) => {
    const confidence = contradiction(by, word, profile);
    return confidence === null ? [] : { word, by, confidence };
  });
}

/** A place of which no service is known that counts: the reason is the nearest that it came to one. */
function withoutService(
  judgements: readonly Judgement[],
  measurings: readonly Measuring[],
  profile: Profile,
): Omit<Decision, keyof Grounds> {
  const nothing = (reason: Reason, deciding: string[], missing: Missing[], status = profile.withoutEvidence) => ({
    status,
    reason,
    confidence: 'none' as const,
    best: null,
    deciding: sorted(deciding),
    missing,
  });
  const evidenceOf = (verdict: Measuring['measured']['verdict']) =>
    measurings.flatMap(({ measured }) => (measured.verdict === verdict ? measured.evidence : []));
  const undecided = evidenceOf('undecided');
  if (undecided.length > 0) return nothing('tests-undecided', undecided, ['tests']);
  const tooFew = [...evidenceOf('too-few'), ...idsOf(judgements, 'too-few-tests')];
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

function confidenceIn(
  isContested: boolean,
  best: Finding,
  isConfirmed: boolean,
  missing: ReadonlySet<Missing>,
): Confidence {
  if (isContested) return 'low';
  const isLess = missing.has('date') || missing.has('technology');
  if (isWord(best.kind) && !isConfirmed) return isLess ? 'low' : 'medium';
  return isLess ? 'medium' : 'high';
}

function serviceOf({ kind, operatorCode, technology, download, upload, latency }: Finding): Decision['best'] {
  return { kind, operatorCode, technology, download, upload, latency };
}

const idsOf = (judgements: readonly Judgement[], type: Judgement['type']) =>
  judgements.filter((judgement) => judgement.type === type).map(({ statement }) => statement.id);

const sorted = (ids: readonly string[]) => [...new Set(ids)].toSorted(compareText);
