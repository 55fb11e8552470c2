import type { Evidence, EvidenceKind, Technology } from '../coverage/schema.ts';
import type { MeasuringModel, Profile } from './schema.ts';
import { ageWeight } from './typical.ts';

/** A piece of evidence without its place: what the rule looks at. */
export type Statement = Omit<Evidence, 'where'>;

export type FamilyName = keyof Profile['families'];
export type Family = NonNullable<Profile['families'][FamilyName]>;
export type Level = 'served' | 'underserved' | 'below';

/** What is said of speed: enough to hold it against a threshold. */
export interface Speed {
  download: number | null;
  upload: number | null;
  latency: number | null;
}

/** A statement that counts, with the family by which it counts; that of an unknown technology is null. */
export interface Counting {
  statement: Statement;
  familyName: FamilyName | null;
  family: Family;
  /** Of a measurement, what its age and distance leave of a test made on the spot today: at most 1. */
  weight: number;
}

/** What one statement amounts to under a profile on a date. The first that applies. */
export type Judgement =
  | { type: 'future' | 'expired' | 'coarse' | 'uncounted' | 'too-few-tests'; statement: Statement }
  | ({ type: 'counting' } & Counting);

/** An inspection is the median of at least three tests. */
const INSPECTION_TESTS = 3;

/** How measurements spoke before profiles said it: by that which ships with version 2 of the default one. */
const earlierModel: Omit<MeasuringModel, 'nearness' | 'citation'> = {
  halfLifeMonths: 12,
  spread: 1,
  clustering: 0.6,
  placeSpread: 0.5,
  bias: 0.3,
  accuracy: 1000,
  supportAt: 0.9,
  contradictAt: 0.9,
};

/** By what measurements speak under a profile, also one of before version 2. */
export function modelOf({ measurement: { model, reach } }: Profile): MeasuringModel {
  return model ?? { ...earlierModel, nearness: [{ within: reach, weight: 1 }], citation: '' };
}

/**
 * Judges one statement by itself.
 *   future         dated after `asOf`: says nothing of today
 *   expired        older, by calendar months, than the profile allows for its kind; without a date it never is
 *   coarse         a measurement whose place is known less well than the profile asks: of somewhere else, perhaps
 *   uncounted      its technology is in no family of the profile
 *   too-few-tests  an inspection known to rest on fewer than three tests
 *   counting       all others; an unknown technology counts by the strictest family
 */
export function judge(statement: Statement, profile: Profile, asOf: string): Judgement {
  const { observedOn, kind, technology } = statement;
  if (observedOn !== null && observedOn > asOf) return { type: 'future', statement };
  const months = profile.maximumAgeMonths[kind];
  if (observedOn !== null && months !== null && addMonths(observedOn, months) < asOf) {
    return { type: 'expired', statement };
  }
  if (kind === 'measurement' && (statement.sampling?.accuracy ?? 0) > modelOf(profile).accuracy) {
    return { type: 'coarse', statement };
  }
  const familyName = technology === null ? strictestFamily(profile) : familyOf(technology, profile);
  if (familyName === null) return { type: 'uncounted', statement };
  if (kind === 'inspection' && statement.tests !== null && statement.tests < INSPECTION_TESTS) {
    return { type: 'too-few-tests', statement };
  }
  return {
    type: 'counting',
    statement,
    familyName: technology === null ? null : familyName,
    family: profile.families[familyName]!,
    weight: kind === 'measurement' ? weightOf(observedOn, months, modelOf(profile).halfLifeMonths, asOf) : 1,
  };
}

/** What is left of a test of a date; one without a date is taken to be as old as may be. */
function weightOf(observedOn: string | null, maximum: number | null, halfLife: number | null, asOf: string): number {
  const months = observedOn === null ? (maximum ?? halfLife ?? 0) : (Date.parse(asOf) - Date.parse(observedOn)) / month;
  return ageWeight(months, halfLife);
}

/** Milliseconds in the month of a mean year. */
const month = 30.436875 * 86_400_000;

/** The level that a speed reaches in a family. What is unknown meets no threshold that asks for it. */
export function levelOf(speed: Speed, family: Family): Level {
  if (meets(speed, family.served)) return 'served';
  return meets(speed, family.underserved) ? 'underserved' : 'below';
}

function meets(speed: Speed, threshold: Family['served']): boolean {
  if (speed.download === null || speed.download < threshold.download) return false;
  if (threshold.upload !== null && (speed.upload === null || speed.upload < threshold.upload)) return false;
  return threshold.latency === null || (speed.latency !== null && speed.latency <= threshold.latency);
}

const familyNames: readonly FamilyName[] = ['fixed', 'mobile', 'satellite'];

function familyOf(technology: Technology, profile: Profile): FamilyName | null {
  return familyNames.find((name) => profile.families[name]?.technologies.includes(technology)) ?? null;
}

/** The family that asks most: download first, then upload, then latency; the first of equals. */
function strictestFamily({ families }: Profile): FamilyName | null {
  const names = familyNames.filter((name) => families[name]);
  const demands = (name: FamilyName) => {
    const { download, upload, latency } = families[name]!.served;
    return [download, upload ?? 0, -(latency ?? Infinity)];
  };
  names.sort((a, b) => {
    const [first, second] = [demands(a), demands(b)];
    const differing = first.findIndex((value, i) => value !== second[i]);
    return differing < 0 ? 0 : second[differing] - first[differing];
  });
  return names[0] ?? null;
}

/** The same day some months later, or the last day of a month that has no such day. Dates as `2026-11-22`. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

/** Kinds of evidence that are somebody's word: a measurement can contradict them and an inspection replaces them. */
export const isWord = (kind: EvidenceKind): boolean => kind === 'claim' || kind === 'register';
