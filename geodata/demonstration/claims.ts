import type { Polygon } from 'geojson';
import type { Technology } from '../../server/coverage/schema.ts';
import { blobAround } from './blob.ts';
import type { Country } from './country.ts';
import { Neighbours } from './neighbours.ts';
import { randomFor, type Random } from './random.ts';

/** What an operator says that it provides, and where. */
export interface Claim {
  operator: string;
  technology: Technology;
  /** Mbit/s. */
  download: number;
  upload: number;
  /** Milliseconds. */
  latency: number;
  /** How long before the demonstration's date it was made. */
  daysAgo: number;
  /** Settlement around which the site stands. */
  settlement: number;
  area: Polygon;
}

/** A way of providing service from a site: who does it, and what it amounts to. Ranges are drawn from evenly. */
interface Offer {
  operators: readonly string[];
  technology: Technology;
  download: readonly [number, number];
  /** Upload as a share of download. */
  uploadShare: number;
  latency: readonly [number, number];
  /** Kilometres. */
  radius: readonly [number, number];
}

const offers: Record<'fibre' | 'fast' | 'slow' | 'wireless' | 'boast', Offer> = {
  fibre: {
    operators: ['zhetiqaraqshy', 'zhetiqaraqshy', 'kerqula'],
    technology: 'fibre',
    download: [100, 500],
    uploadShare: 0.5,
    latency: [4, 18],
    radius: [1.5, 3.2],
  },
  fast: {
    operators: ['tulpar', 'aidahar', 'tulpar', 'kerqula'],
    technology: '4g',
    download: [6, 40],
    uploadShare: 0.25,
    latency: [28, 60],
    radius: [4, 8.5],
  },
  slow: {
    operators: ['aidahar', 'kerqula', 'tulpar'],
    technology: '4g',
    download: [1.2, 4.5],
    uploadShare: 0.2,
    latency: [45, 110],
    radius: [3.5, 7],
  },
  wireless: {
    operators: ['kerqula'],
    technology: 'fixed-wireless',
    download: [8, 50],
    uploadShare: 0.2,
    latency: [20, 45],
    radius: [2, 4],
  },
  // Coverage as the advertisement has it.
  boast: {
    operators: ['tulpar', 'aidahar'],
    technology: '4g',
    download: [10, 30],
    uploadShare: 0.3,
    latency: [30, 50],
    radius: [9, 17],
  },
};

/** What is offered at each true level of service, with its probability; what is left over is not claimed by polygon. */
const offersAt: readonly (readonly [keyof typeof offers, number])[][] = [
  [
    ['fibre', 0.35],
    ['fast', 0.35],
  ],
  [
    ['fast', 0.7],
    ['wireless', 0.04],
  ],
  [
    ['slow', 0.6],
    ['wireless', 0.06],
    ['boast', 0.07],
  ],
  [['boast', 0.04]],
  [['boast', 0.02]],
];

/** Of claims, how many were made so long ago that most profiles no longer count them. */
const shareStale = 0.1;

/**
 * Claims of coverage, settlement by settlement in an order of chance, at most `limit` of them. A settlement that the
 * same operator already covers from a neighbouring site needs no site of its own.
 */
export function generateClaims(country: Country, services: Uint8Array, limit = country.count): Claim[] {
  const random = randomFor(country.seed, 'claims');
  const sites = new Map<string, Neighbours>();
  const claims: Claim[] = [];
  for (const settlement of shuffled(country.count, random)) {
    if (claims.length === limit) break;
    const offer = drawOffer(services[settlement], random);
    if (!offer) continue;
    const operator = random.pick(offer.operators);
    const radius = random.between(...offer.radius);
    const [longitude, latitude] = [country.longitudes[settlement], country.latitudes[settlement]];
    const key = `${operator} ${offer.technology} ${offer.download[0]}`;
    const own = sites.get(key) ?? new Neighbours(country.divisions.box, limit);
    sites.set(key, own);
    if (own.any(longitude, latitude, 0.9 * radius)) continue;
    own.add(longitude, latitude);
    const download = tenths(random.between(...offer.download));
    claims.push({
      operator,
      technology: offer.technology,
      download,
      upload: tenths(download * offer.uploadShare),
      latency: Math.round(random.between(...offer.latency)),
      daysAgo: Math.round(random.chance(shareStale) ? random.between(800, 1100) : random.between(20, 480)),
      settlement,
      area: blobAround([longitude, latitude], radius, random),
    });
  }
  return claims;
}

function drawOffer(level: number, random: Random): Offer | undefined {
  let left = random.uniform();
  for (const [name, probability] of offersAt[level]) {
    left -= probability;
    if (left < 0) return offers[name];
  }
  return undefined;
}

function shuffled(count: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const other = random.below(i + 1);
    [order[i], order[other]] = [order[other], order[i]];
  }
  return order;
}

const tenths = (value: number) => Math.round(value * 10) / 10;
