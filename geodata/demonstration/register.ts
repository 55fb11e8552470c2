import type { Technology } from '../../server/coverage/schema.ts';
import type { Country } from './country.ts';
import { randomFor } from './random.ts';

/** A line of the ministry's list of connected settlements. */
export interface Connection {
  settlement: number;
  operator: string;
  technology: Technology;
  /** Mbit/s. */
  download: number;
  upload: number;
  daysAgo: number;
}

type Entry = Pick<Connection, 'operator' | 'technology' | 'download' | 'upload'> & { probability: number };

/** What may stand in the list for a place, by its true level of service. Some of it is a contract and no more. */
const entriesAt: readonly Entry[][] = [
  [
    { probability: 0.7, operator: 'zhetiqaraqshy', technology: 'fibre', download: 100, upload: 100 },
    { probability: 0.1, operator: 'kerqula', technology: 'fibre', download: 200, upload: 100 },
  ],
  [
    { probability: 0.12, operator: 'kerqula', technology: 'fixed-wireless', download: 30, upload: 10 },
    { probability: 0.05, operator: 'zhetiqaraqshy', technology: 'copper', download: 8, upload: 1 },
  ],
  [
    { probability: 0.1, operator: 'zhetiqaraqshy', technology: 'copper', download: 6, upload: 1 },
    { probability: 0.06, operator: 'zhetiqaraqshy', technology: 'fibre', download: 100, upload: 100 },
  ],
  [
    { probability: 0.12, operator: 'pyraq', technology: 'satellite', download: 50, upload: 8 },
    { probability: 0.05, operator: 'tulpar', technology: '4g', download: 5, upload: 1 },
  ],
  [
    { probability: 0.08, operator: 'pyraq', technology: 'satellite', download: 120, upload: 15 },
    { probability: 0.1, operator: 'pyraq', technology: 'satellite', download: 20, upload: 3 },
  ],
];

/** The register: at most one line for each settlement. */
export function generateRegister({ seed, count }: Country, services: Uint8Array): Connection[] {
  const random = randomFor(seed, 'register');
  const connections: Connection[] = [];
  for (let settlement = 0; settlement < count; settlement++) {
    let left = random.uniform();
    for (const { probability, ...entry } of entriesAt[services[settlement]]) {
      left -= probability;
      if (left >= 0) continue;
      connections.push({ settlement, ...entry, daysAgo: Math.round(random.between(60, 2_400)) });
      break;
    }
  }
  return connections;
}
