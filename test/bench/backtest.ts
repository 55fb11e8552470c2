// npm run backtest: which claims are found false, and which honest ones accused, where the truth is known.
import { readProfile } from '../../server/assessment/profiles.ts';
import { assessSettlement } from '../../server/assessment/rules.ts';
import type { Profile } from '../../server/assessment/schema.ts';
import { asOf, claimed, type Claimed, generateClaims } from './backtest-world.ts';
import { type Row, rowOfFigures } from './row.ts';

const size = 40_000;
const confidences = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99];
const leastTests = [1, 3, 5, 10, 20, 40];

/** Of the false claims that were tested, the share found; of the honest ones, the share accused; and how right that was. */
interface Outcome {
  name: string;
  found: number;
  accused: number;
  right: number;
  residents: number;
}

/** Prints both rules on the same country, and compares what each finds where it accuses as few as the other. */
export async function backtest(): Promise<Row[]> {
  const profile = await readProfile();
  const claims = generateClaims(size).filter(({ tests }) => tests.length > 0);
  const { contradictionShare } = profile.measurement;
  const limit = contradictionShare * claimed;
  const sure = claims.map((one) => confidenceAgainst(one, profile));
  const ours = confidences.map((confidence) =>
    outcomeOf(`confidence ${confidence}`, claims, limit, (at) => sure[at] >= confidence),
  );
  const naive = leastTests.map((tests) =>
    outcomeOf(`mean of ${tests} tests`, claims, limit, (at) => isBelowByMean(claims[at], limit, tests)),
  );
  const chosen = ours[confidences.indexOf(profile.measurement.model!.contradictAt)];

  console.log(`\n${claims.length} claims of 4G at ${claimed} Mbit/s with tests nearby; false: less than ${limit}`);
  console.log('rule                   false found  honest accused  accusations right  residents of found');
  for (const outcome of [...ours, ...naive]) console.log(lineOf(outcome, outcome === chosen));
  console.log(curveOf(ours, naive));
  console.log(calibrationOf(claims, sure, limit));

  const about = {
    size: claims.length,
    peer: 'the mean against the threshold',
    peerVersion: 'of a least number of tests',
  };
  const work = `honest claims accused where ${percent(chosen.found).trim()} of the false ones are found`;
  const theirs = accusedWhere(naive, chosen.found);
  return [rowOfFigures({ id: 'backtest-honest-accused', work, ...about }, 100 * chosen.accused, 100 * theirs, '%')];
}

/** What a rule accuses of the honest where it finds this share of the false, between the two that are nearest. */
function accusedWhere(outcomes: readonly Outcome[], found: number): number {
  const ordered = outcomes.toSorted((a, b) => a.found - b.found);
  const above = Math.max(
    1,
    ordered.findIndex((outcome) => outcome.found >= found),
  );
  const [less, more] = [ordered[above - 1], ordered[above]];
  return less.accused + ((found - less.found) / (more.found - less.found)) * (more.accused - less.accused);
}

function confidenceAgainst({ claim, tests }: Claimed, profile: Profile): number {
  const model = { ...profile.measurement.model!, contradictAt: 0.5 };
  const always = { ...profile, measurement: { ...profile.measurement, model } };
  const { contradictions } = assessSettlement([claim, ...tests], 300, {
    profile: always,
    populationThreshold: 250,
    asOf,
  });
  return contradictions[0]?.confidence ?? 0;
}

/** The rule that is usual, and that this one replaces. */
function isBelowByMean({ tests }: Claimed, limit: number, least: number): boolean {
  const count = tests.reduce((sum, one) => sum + one.tests!, 0);
  const mean = tests.reduce((sum, one) => sum + one.download! * one.tests!, 0) / count;
  return count >= least && mean < limit;
}

function outcomeOf(name: string, claims: readonly Claimed[], limit: number, accuses: (at: number) => boolean): Outcome {
  let [isFalse, found, isHonest, accused, accusations, residents] = [0, 0, 0, 0, 0, 0];
  for (const [at, { truth, residents: people }] of claims.entries()) {
    if (truth < limit) isFalse++;
    if (truth >= claimed) isHonest++;
    if (!accuses(at)) continue;
    accusations++;
    if (truth < limit) [found, residents] = [found + 1, residents + people];
    if (truth >= claimed) accused++;
  }
  return { name, found: found / isFalse, accused: accused / isHonest, right: found / accusations, residents };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);

const lineOf = ({ name, found, accused, right, residents }: Outcome, isChosen: boolean) =>
  `${name.padEnd(20)}${isChosen ? ' *' : '  '} ${percent(found)}       ${percent(accused)}          ${percent(right)}` +
  `          ${residents.toLocaleString('en').padStart(12)}`;

/** Found against accused: upwards is better, and to the left. */
function curveOf(ours: readonly Outcome[], naive: readonly Outcome[]): string {
  const [width, height] = [60, 16];
  const all = [...ours, ...naive];
  const most = { found: Math.max(...all.map((o) => o.found)), accused: Math.max(...all.map((o) => o.accused)) };
  const plane = Array.from({ length: height + 1 }, () => Array.from({ length: width + 1 }, () => ' '));
  const put = ({ found, accused }: Outcome, mark: string) => {
    plane[height - Math.round((found / most.found) * height)][Math.round((accused / most.accused) * width)] = mark;
  };
  for (const outcome of naive) put(outcome, 'm');
  for (const outcome of ours) put(outcome, 'o');
  const lines = plane.map((cells, i) => `${i === 0 ? percent(most.found) : ' '.repeat(8)} |${cells.join('')}`);
  const axis = `${' '.repeat(9)}+${'-'.repeat(width)} ${percent(most.accused).trim()} of the honest accused`;
  return ['false claims found: o by confidence, m by the mean', ...lines, axis].join('\n');
}

/**
 * Whether a confidence is right as often as it should be. It is that of one who knows nothing of claims beforehand;
 * where few are false, it is right less often, by the rule of Bayes: that is what is expected here.
 */
function calibrationOf(claims: readonly Claimed[], sure: readonly number[], limit: number): string {
  const isFalse = ({ truth }: Claimed) => truth < limit;
  const base = claims.filter(isFalse).length / claims.length;
  const expected = (p: number) => (p * base) / (p * base + (1 - p) * (1 - base));
  const bands = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0001];
  const lines = bands.slice(1).map((to, i) => {
    const inside = [...claims.keys()].filter((at) => sure[at] >= bands[i] && sure[at] < to);
    const right = inside.filter((at) => isFalse(claims[at])).length / inside.length;
    const foreseen = inside.reduce((sum, at) => sum + expected(sure[at]), 0) / inside.length;
    const band = `${bands[i].toFixed(2)} to ${Math.min(1, to).toFixed(2)}`;
    return `  ${band}: ${percent(right)} false, ${percent(foreseen)} expected, of ${inside.length}`;
  });
  return [`how often a confidence is right, where ${percent(base).trim()} of the claims are false`, ...lines].join(
    '\n',
  );
}
