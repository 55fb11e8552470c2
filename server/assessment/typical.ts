import type { MeasuringModel } from './schema.ts';

/** What some tests together say of one quantity: a speed in Mbit/s or a latency in ms. */
export interface Reading {
  value: number;
  /** A single test is its own median. */
  summary: 'mean' | 'median';
  tests: number;
  devices: number;
  /** Coefficient of variation of the tests, where it is known. */
  spread: number | null;
  /** From 0 to 1: what a test of this age and distance counts of one made here today. */
  weight: number;
}

/**
 * What is known of the typical user's value: the natural logarithm of the median has this mean, and is as far from it as
 * Student's t of so many degrees of freedom on the scale of this variance; null is the normal distribution.
 */
export interface Typical {
  log: number;
  variance: number;
  degrees: number | null;
}

/** Mbit/s or ms below which nothing is told apart: a test that failed was not infinitely slow. */
const least = 0.01;

/**
 * Independent tests that are worth as much as these, by Kish's design effect: tests on one device resemble each other,
 * and `clustering` is the correlation between them.
 */
export function independentTests(tests: number, devices: number, clustering: number): number {
  const perDevice = tests / Math.max(1, Math.min(devices, tests));
  return tests / (1 + (perDevice - 1) * clustering);
}

/** Of one month's age, `halfLife` months halve what a test counts; null never does. Age in months. */
export const ageWeight = (months: number, halfLife: number | null): number =>
  halfLife === null ? 1 : 2 ** (-Math.max(0, months) / halfLife);

/**
 * The typical value behind readings, with its uncertainty; null where there are none.
 *
 * Values of tests are taken for log-normal, as speeds are skewed. The mean of n of them is then nearly log-normal too,
 * with the same moments (Fenton 1960): its logarithm has the variance ln(1 + cv²/n) and lies above that of the median by
 * half of what ln(1 + cv²) exceeds it. The median of n has a variance of π/2 ÷ n that of one. Readings are pooled by
 * their precision; where they disagree by more than they should, the variance grows by as much (the ratio of Birge); and
 * `bias`, what no number of tests averages out, is added at the end. Tests that are of elsewhere, or of a service that
 * was another then, are further off than the normal distribution has it: hence Student's t, of `degrees`.
 */
export function typicalOf(readings: readonly Reading[], model: MeasuringModel): Typical | null {
  const parts = readings.filter(({ tests, weight }) => tests > 0 && weight > 0).map((r) => alone(r, model));
  if (parts.length === 0) return null;
  const precision = parts.reduce((sum, { variance }) => sum + 1 / variance, 0);
  const log = parts.reduce((sum, part) => sum + part.log / part.variance, 0) / precision;
  const disagreement = parts.reduce((sum, part) => sum + (part.log - log) ** 2 / part.variance, 0);
  const birge = parts.length > 1 ? Math.max(1, disagreement / (parts.length - 1)) : 1;
  const variance = birge / precision + Math.log1p(model.bias ** 2);
  return { log, variance, degrees: model.degrees ?? null };
}

/** What one reading says by itself: less, the older it is and the further away. */
function alone(
  { value, summary, tests, devices, spread, weight }: Reading,
  model: MeasuringModel,
): Omit<Typical, 'degrees'> {
  const independent = independentTests(tests, devices, model.clustering);
  const cv2 = (spread ?? model.spread) ** 2;
  const one = Math.log1p(cv2);
  const log = Math.log(Math.max(least, value));
  const elsewhere = Math.log1p(model.placeSpread ** 2 / weight);
  if (summary === 'median' || tests === 1) {
    return { log, variance: (one * Math.min(1, Math.PI / 2 / independent)) / weight + elsewhere };
  }
  const ofMean = Math.log1p(cv2 / independent);
  return { log: log - (one - ofMean) / 2, variance: Math.log1p(cv2 / (independent * weight)) + elsewhere };
}

/** The probability, to four places, that the typical value is below a limit. */
export function probabilityBelow({ log, variance, degrees }: Typical, limit: number): number {
  if (limit <= 0) return 0;
  return Math.round(10_000 * distribution((Math.log(limit) - log) / Math.sqrt(variance), degrees)) / 10_000;
}

/** The typical value, and the bounds between which it lies with nine chances in ten. */
export function boundsOf({ log, variance, degrees }: Typical): { typical: number; low: number; high: number } {
  const half = quantile(0.95, degrees) * Math.sqrt(variance);
  const hundredths = (value: number) => Math.round(100 * Math.exp(value)) / 100;
  return { typical: hundredths(log), low: hundredths(log - half), high: hundredths(log + half) };
}

const distribution = (z: number, degrees: number | null) => (degrees === null ? normal(z) : student(z, degrees));

/** Where the distribution comes to p, above a half: halved until it is known to within 1e-9. */
function quantile(p: number, degrees: number | null): number {
  let [low, high] = [0, 1000];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (distribution(middle, degrees) < p) low = middle;
    else high = middle;
  }
  return low;
}

/** Student's t of an even number of degrees of freedom: Abramowitz and Stegun, 26.7.4. */
function student(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const square = Math.cos(angle) ** 2;
  let [term, sum] = [1, 1];
  for (let k = 2; k < degrees; k += 2) sum += term *= ((k - 1) / k) * square;
  return (1 + Math.sin(angle) * sum) / 2;
}

/** The standard normal distribution, to within 1.5e-7: Abramowitz and Stegun, 7.1.26. */
function normal(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (polynomial * Math.exp(-x * x)) / 2;
  return z < 0 ? tail : 1 - tail;
}
