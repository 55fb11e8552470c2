import type { Polygon } from 'geojson';
import type { Evidence, EvidenceKind } from '../../server/coverage/schema.ts';
import type { Settled } from '../../server/assessment/membership.ts';

/** Numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const uuid = (number: number): string => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

const pick = <Item>(random: () => number, items: readonly Item[]): Item => items[Math.floor(random() * items.length)];

/** Settlements in the box [60, 48, 64, 52], some of them without a population. */
export function settlements(random: () => number, count: number): Settled[] {
  return Array.from({ length: count }, (_, index) => ({
    code: `s${index}`,
    longitude: 60 + 4 * random(),
    latitude: 48 + 4 * random(),
    population: random() < 0.1 ? null : Math.floor(random() * 1000),
  }));
}

/** A star around a point: a ring of some corners at random distances, in degrees. */
export function star(random: () => number, longitude: number, latitude: number, size: number): Polygon {
  const corners = 5 + Math.floor(random() * 20);
  const ring = Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    const distance = size * (0.3 + 0.7 * random());
    return [longitude + distance * Math.cos(angle), latitude + distance * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
}

/** Evidence of every kind and place in the same box, with gaps in what it says. */
export function evidence(random: () => number, first: number, count: number, places: readonly Settled[]): Evidence[] {
  return Array.from({ length: count }, (_, index): Evidence => {
    const longitude = 60 + 4 * random();
    const latitude = 48 + 4 * random();
    const kind = pick<EvidenceKind>(random, [
      'claim',
      'claim',
      'claim',
      'measurement',
      'measurement',
      'inspection',
      'register',
    ]);
    const place = pick<() => Evidence['where']>(random, [
      () => ({ type: 'area', geometry: star(random, longitude, latitude, 0.3) }),
      () => ({ type: 'circle', longitude, latitude, radius: 1000 + 15000 * random() }),
      () => ({ type: 'settlement', code: pick(random, places).code }),
    ])();
    return {
      id: uuid(first + index),
      kind,
      where: kind === 'measurement' ? { type: 'point', ...near(pick(random, places)) } : place,
      operatorCode: pick(random, ['alpha', 'beta', 'gamma', null]),
      technology: pick(random, ['fibre', '4g', '4g', '5g', '3g', 'satellite', null]),
      download: pick(random, kind === 'measurement' ? [1, 2, 6, 150] : [1, 3, 5, 8, 40, 100, 300, null]),
      upload: pick(random, [1, 20, null]),
      latency: pick(random, [20, 150, null]),
      tests: kind === 'measurement' || kind === 'inspection' ? Math.floor(random() * 60) : null,
      devices: kind === 'measurement' ? Math.floor(random() * 20) : null,
      observedOn: pick(random, ['2026-03-01', '2026-06-15', '2020-01-01', null]),
    };
  });
}

const near = ({ longitude, latitude }: Settled) => ({ longitude: longitude + 0.005, latitude: latitude - 0.005 });
