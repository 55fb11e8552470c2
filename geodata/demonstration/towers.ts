import type { Claim } from './claims.ts';
import type { Country } from './country.ts';
import { operatorFacts } from './facts/operators.ts';
import { round5 } from './geometry.ts';
import { randomFor } from './random.ts';

/** A mobile cell as OpenCelliD lists it. */
export interface Cell {
  radio: 'GSM' | 'UMTS' | 'LTE';
  net: number;
  area: number;
  cell: number;
  longitude: number;
  latitude: number;
  /** Metres. */
  range: number;
  samples: number;
  createdDaysAgo: number;
  updatedDaysAgo: number;
}

/** Metres that each kind of radio is heard at. */
const ranges: Record<Cell['radio'], readonly [number, number]> = {
  GSM: [3_000, 12_000],
  UMTS: [1_500, 6_000],
  LTE: [1_000, 5_000],
};

const networks = new Map(operatorFacts.map(({ code, mobileNetwork }) => [code, mobileNetwork]));

/** One to three cells at each site of a mobile claim, and older cells at places with voice and 3G. */
export function generateCells(country: Country, services: Uint8Array, claims: readonly Claim[]): Cell[] {
  const random = randomFor(country.seed, 'cells of towers');
  const cells: Cell[] = [];
  for (const { operator, technology, settlement } of claims) {
    if (technology !== '4g') continue;
    for (let n = 1 + random.below(3); n > 0; n--) add('LTE', networks.get(operator)!, settlement);
    if (random.chance(0.5)) add('UMTS', networks.get(operator)!, settlement);
  }
  const mobile = [...networks.values()].filter((network) => network !== null);
  for (let i = 0; i < country.count; i++) {
    if (services[i] !== 3 || random.chance(0.4)) continue;
    const network = random.pick(mobile);
    add('GSM', network, i);
    if (random.chance(0.6)) add('UMTS', network, i);
  }
  return cells;

  function add(radio: Cell['radio'], net: number, settlement: number): void {
    const createdDaysAgo = Math.round(random.between(200, 3_000));
    cells.push({
      radio,
      net,
      area: 1_000 + country.districts[settlement],
      cell: 100_000 + cells.length,
      longitude: round5(country.longitudes[settlement] + 0.004 * random.normal()),
      latitude: round5(country.latitudes[settlement] + 0.003 * random.normal()),
      range: Math.round(random.between(...ranges[radio])),
      samples: 1 + random.below(400),
      createdDaysAgo,
      updatedDaysAgo: Math.round(random.between(1, Math.min(createdDaysAgo, 500))),
    });
  }
}
