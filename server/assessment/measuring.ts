import { compareText, sameFamily, type Finding } from './findings.ts';
import { isWord, modelOf, type Counting, type Family, type Level, type Speed } from './judge.ts';
import type { Measured, MeasuringModel, Profile } from './schema.ts';
import { boundsOf, independentTests, probabilityBelow, type Reading, type Typical, typicalOf } from './typical.ts';

/** The measurements of one operator's service, or of whoever's it is, and what they amount to. */
export interface Measuring {
  measured: Measured;
  /** The service that they show; null where they say nothing. */
  finding: Finding | null;
  /** Of the download, means among them; null where too few count to speak at all. */
  typical: Typical | null;
  /** The probability, by all of them, that the typical service reaches a level. */
  shows(level: 'served' | 'underserved'): number;
}

/**
 * Measurements by operator and family of technology: those of an unknown operator speak of the place as a whole. They
 * speak where they reach the profile's number of tests and of devices; a measurement without a speed or without tests
 * counts as none.
 *
 * Tests themselves and their medians show that the typical user has a speed when its probability is `supportAt`. Means
 * of several tests never do, since a few fast lines lift a mean: they show that there is service, no more. That a speed
 * is not met both may show, at `contradictAt`: a mean that is too low leaves few who have it.
 */
export function measuringsOf(counting: readonly Counting[], profile: Profile): Measuring[] {
  const groups = new Map<string, Counting[]>();
  for (const piece of counting) {
    if (piece.statement.kind !== 'measurement') continue;
    const key = JSON.stringify([piece.statement.operatorCode, piece.familyName]);
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  }
  return [...groups.values()].map((group) => measuringOf(group, profile));
}

function measuringOf(group: readonly Counting[], profile: Profile): Measuring {
  const model = modelOf(profile);
  const { minimumTests, minimumDevices } = profile.measurement;
  const speaking = group.filter(({ statement }) => statement.download !== null && (statement.tests ?? 0) > 0);
  const proving = speaking.filter(isOfTests);
  const tests = sum(speaking.map(({ statement }) => statement.tests));
  const devices = sum(speaking.map(({ statement }) => statement.devices));
  const isEnough = tests >= minimumTests && devices >= minimumDevices;
  const { family, familyName } = group[0];
  const typical = isEnough ? typicals(speaking, model) : null;
  const shows = (level: 'served' | 'underserved') => (typical ? meets(typical, family[level]) : 0);
  const proves =
    typical !== null &&
    isEnoughAlone(proving, profile) &&
    meets(typicals(proving, model), family.served) >= model.supportAt;
  const verdict = typical === null ? 'too-few' : verdictOf(typical, proves, shows, family, model);
  const dates = speaking.flatMap(({ statement: { observedOn } }) => observedOn ?? []);
  const pieces = speaking.length > 0 ? speaking : group;
  const measured: Measured = {
    operatorCode: group[0].statement.operatorCode,
    family: familyName,
    evidence: pieces.map(({ statement }) => statement.id),
    tests,
    devices,
    worth: Math.round(10 * sum(speaking.map((piece) => worthOf(piece, model)))) / 10,
    latest: dates.length > 0 ? dates.reduce((a, b) => (b > a ? b : a)) : null,
    meansOnly: speaking.length > 0 && proving.length === 0,
    download: typical?.download ? boundsOf(typical.download) : null,
    meets: shows('served'),
    reachesFloor: shows('underserved'),
    verdict,
  };
  const finding = findingFor(measured, verdict, group[0], speaking, typical);
  return { measured, finding, typical: typical?.download ?? null, shows };
}

/** Whether the speeds are those of tests: of a single one, or the median of several. */
const isOfTests = ({ statement: { tests, sampling } }: Counting) => tests === 1 || sampling?.summary === 'median';

function isEnoughAlone(proving: readonly Counting[], { measurement }: Profile): boolean {
  return (
    sum(proving.map(({ statement }) => statement.tests)) >= measurement.minimumTests &&
    sum(proving.map(({ statement }) => statement.devices)) >= measurement.minimumDevices
  );
}

type Typicals = Record<keyof Speed, Typical | null>;

const typicals = (pieces: readonly Counting[], model: MeasuringModel): Typicals => ({
  download: typicalOf(readingsOf(pieces, 'download'), model),
  upload: typicalOf(readingsOf(pieces, 'upload'), model),
  latency: typicalOf(readingsOf(pieces, 'latency'), model),
});

const readingsOf = (pieces: readonly Counting[], quantity: keyof Speed): Reading[] =>
  pieces.flatMap(({ statement: { [quantity]: value, tests, devices, sampling }, weight }) =>
    value === null
      ? []
      : {
          value,
          summary: sampling?.summary ?? 'mean',
          tests: tests!,
          devices: devices ?? 1,
          spread: sampling?.spread ?? null,
          weight,
        },
  );

const worthOf = ({ statement: { tests, devices }, weight }: Counting, { clustering }: MeasuringModel) =>
  independentTests(tests!, devices ?? 1, clustering) * weight;

/** The probability that all is met that a threshold asks: at least 1 less the sum of what each lacks (Bonferroni). */
function meets({ download, upload, latency }: Typicals, threshold: Family['served']): number {
  const lacking = [
    download ? probabilityBelow(download, threshold.download) : 1,
    threshold.upload === null ? 0 : upload ? probabilityBelow(upload, threshold.upload) : 1,
    threshold.latency === null ? 0 : latency ? 1 - probabilityBelow(latency, threshold.latency) : 1,
  ];
  return Math.max(0, Math.round(10_000 * (1 - sum(lacking))) / 10_000);
}

function verdictOf(
  { download }: Typicals,
  proves: boolean,
  shows: Measuring['shows'],
  family: Family,
  { supportAt, contradictAt }: MeasuringModel,
): Measured['verdict'] {
  if (proves) return 'meets';
  if (shows('served') >= supportAt) return 'means-meet';
  if (probabilityBelow(download!, family.underserved.download) >= contradictAt) return 'below-floor';
  const isBelow = probabilityBelow(download!, family.served.download) >= contradictAt;
  return isBelow || shows('underserved') >= supportAt ? 'below-threshold' : 'undecided';
}

const levelShown: Record<Measured['verdict'], Level | null> = {
  meets: 'served',
  'means-meet': 'underserved',
  'below-threshold': 'underserved',
  'below-floor': 'below',
  undecided: null,
  'too-few': null,
};

function findingFor(
  measured: Measured,
  verdict: Measured['verdict'],
  { familyName, family }: Counting,
  speaking: readonly Counting[],
  typical: Typicals | null,
): Finding | null {
  const level = levelShown[verdict];
  if (level === null || typical === null) return null;
  const most = speaking.reduce((a, b) => (b.statement.tests! > a.statement.tests! ? b : a)).statement;
  const valueOf = (of: Typical | null) => (of ? boundsOf(of).typical : null);
  return {
    kind: 'measurement',
    operatorCode: measured.operatorCode,
    technology: most.technology,
    familyName,
    family,
    level,
    download: valueOf(typical.download),
    upload: valueOf(typical.upload),
    latency: valueOf(typical.latency),
    observedOn: speaking.some(({ statement }) => statement.observedOn === null) ? null : measured.latest,
    ids: measured.evidence.toSorted(compareText),
  };
}

/** Whether measurements show that what is said of a service is so: means too, since somebody answers for it. */
export function confirms(measuring: Measuring, word: Finding, profile: Profile): boolean {
  return (
    word.level !== 'below' && speaksOf(measuring, word) && measuring.shows(word.level) >= modelOf(profile).supportAt
  );
}

/** They speak of a claim's operator, or of whoever it is where their operator is unknown. */
const speaksOf = ({ measured }: Measuring, word: Finding) =>
  sameFamily({ familyName: measured.family }, word) &&
  (measured.operatorCode === null || measured.operatorCode === word.operatorCode);

/**
 * The probability that a claim or register is not met, where measurements contradict it; else null.
 */
export function contradiction(measuring: Measuring, word: Finding, profile: Profile): number | null {
  const { typical } = measuring;
  if (typical === null || word.level === 'below' || !isWord(word.kind) || !speaksOf(measuring, word)) return null;
  const limit = profile.measurement.contradictionShare * word.family[word.level].download;
  const probability = probabilityBelow(typical, limit);
  return probability >= modelOf(profile).contradictAt ? probability : null;
}

const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
