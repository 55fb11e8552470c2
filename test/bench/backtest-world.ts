import type { Heard } from '../../server/assessment/rules.ts';
import { type Random, randomFor } from '../../geodata/demonstration/random.ts';

/** A claim of 4G at a settlement, what is true of it, and what tests there say. */
export interface Claimed {
  residents: number;
  /** Mbit/s that the median user of the operator really has. */
  truth: number;
  claim: Heard;
  tests: Heard[];
}

export const asOf = '2026-11-22';
/** What the claim says, Mbit/s: just what the profile asks of 4G. */
export const claimed = 5;

const uuid = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/**
 * A country whose truth is known. A fifth of the claims are false: the median user has less than 3.5 Mbit/s. Tests are
 * as tile means are, with all that misleads: few tests by fewer devices, mostly of whoever is of the operators there;
 * users who differ by a coefficient of variation from 0.4 to 1.3, in one place of eight in two groups; a bias of who
 * tests; a service that was another before it changed, and tiles that belong to a neighbour, the more the older and
 * the further. None of these figures is the model's own.
 */
export function generateClaims(count: number, seed = 7): Claimed[] {
  const random = randomFor(seed, 'backtest');
  let id = 1;
  return Array.from({ length: count }, () => {
    const truth = drawTruth(random);
    const rival = random.chance(0.35) ? drawTruth(random) : null;
    const isTwofold = random.chance(0.125);
    const spread = random.between(0.4, 1.3);
    const bias = 0.25 * random.normal();
    const residents = Math.round(Math.exp(5.2 + 1.1 * random.normal()));
    const tiles = random.below(1 + Math.min(4, Math.floor(residents / 120)));
    const claim: Heard = { ...statement(id++), kind: 'claim', download: claimed, observedOn: '2026-06-01' };
    const tests = Array.from({ length: tiles }, () => {
      const distance = 2000 * Math.sqrt(random.uniform());
      const age = random.below(24);
      const isElsewhere = random.chance(0.5 * (distance / 2000) ** 2);
      const isBefore = random.chance(age / 120);
      const here = isElsewhere || isBefore ? drawTruth(random) : truth;
      const devices = Math.max(1, Math.round(Math.exp(0.9 + 0.9 * random.normal())));
      const shareOfRival = rival === null ? 0 : random.uniform();
      let total = 0;
      let runs = 0;
      for (let device = 0; device < devices; device++) {
        const typical = rival !== null && random.chance(shareOfRival) ? rival : here;
        const slow = isTwofold && random.chance(0.35) ? 0.35 : 1;
        const own = typical * slow * Math.exp(bias + Math.sqrt(Math.log1p(spread ** 2)) * random.normal());
        const repeats = 1 + random.below(4);
        for (let run = 0; run < repeats; run++) total += own * Math.exp(0.35 * random.normal());
        runs += repeats;
      }
      return {
        ...statement(id++),
        kind: 'measurement' as const,
        operatorCode: rival === null ? 'alpha' : null,
        download: Math.max(0.01, Math.round((1000 * total) / runs) / 1000),
        tests: runs,
        devices,
        observedOn: monthsBefore(age),
        nearness: nearnessOf(distance),
      };
    });
    return { residents, truth, claim, tests };
  });
}

function drawTruth(random: Random): number {
  const kind = random.uniform();
  if (kind < 0.2) return Math.exp(random.between(Math.log(0.2), Math.log(3.5)));
  // Between what is tolerated and what is asked: neither false nor honest.
  if (kind < 0.27) return random.between(3.5, 5);
  return Math.exp(random.between(Math.log(5), Math.log(45)));
}

const statement = (id: number): Heard => ({
  id: uuid(id),
  kind: 'claim',
  operatorCode: 'alpha',
  technology: '4g',
  download: null,
  upload: null,
  latency: null,
  tests: null,
  devices: null,
  observedOn: null,
});

function monthsBefore(months: number): string {
  const date = new Date(`${asOf}T00:00:00Z`);
  date.setUTCDate(15);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}

/** As the profile's steps have it. */
export const nearnessOf = (distance: number): number => (distance <= 500 ? 1 : distance <= 1000 ? 0.6 : 0.2);
