// What an inspection is worth: the measure of uncertainty by which routes are planned.
import type { Confidence } from '../assessment/schema.ts';

/**
 * How likely the status of an assessment is the true one. Nothing known is a coin toss; that an inspection or a sound
 * measurement may be wrong once in twenty, an unmeasured claim once in five and a contested place nearly as often as
 * not, are choices, not norms. For comparison: in March 2022 operators admitted that some 200 of about 5,300 villages
 * reported as connected, one in 27, had no internet; contradicted claims are far more often wrong than those.
 */
const likelihood: Readonly<Record<Confidence, number>> = { high: 0.95, medium: 0.8, low: 0.6, none: 0.5 };

/**
 * Bits of uncertainty about a matter of yes or no: the entropy of C. E. Shannon, A Mathematical Theory of
 * Communication, Bell System Technical Journal 27 (1948), section 6.
 */
export const entropy = (p: number): number => (p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p));

/**
 * What an inspection settles for one resident, whether served or not: the entropy at this confidence less what is left
 * after the inspection, which gives the highest; as a share of what it settles where nothing was known. From 0 to 1.
 */
export function weightOf(confidence: Confidence): number {
  const left = entropy(likelihood.high);
  return (entropy(likelihood[confidence]) - left) / (entropy(likelihood.none) - left);
}

/** As residents about whom nothing was known: those of a place times the weight of its confidence. */
export const resolvedBy = (residents: number, confidence: Confidence): number => residents * weightOf(confidence);
