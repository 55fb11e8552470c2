// Taken out of the global once: in a test's sandbox each look at a global costs a microsecond.
const { floor, imul } = Math;

/** A source of numbers that is the same on every machine for the same seed. */
export interface Random {
  /** In [0, 1). */
  uniform(): number;
  /** In [low, high). */
  between(low: number, high: number): number;
  /** A whole number in [0, count). */
  below(count: number): number;
  /** Of mean 0 and standard deviation 1. */
  normal(): number;
  pick<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
}

/** FNV-1a of a text, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * The generator sfc32 (Chris Doty-Humphrey, PractRand), seeded by a number and the name of what it is for, so that one
 * part of the country can change without moving the others.
 */
export function randomFor(seed: number, purpose: string): Random {
  let a = hashText(purpose);
  let b = seed >>> 0;
  let c = 0x9e3779b9;
  let counter = 1;
  const next = () => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    return result >>> 0;
  };
  for (let i = 0; i < 15; i++) next();
  const uniform = () => next() / 0x100000000;
  return {
    uniform,
    between: (low, high) => low + (high - low) * uniform(),
    below: (count) => floor(uniform() * count),
    // The sum of twelve uniforms needs no logarithm or sine, which engines round differently.
    normal: () => {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += uniform();
      return sum;
    },
    pick: (items) => items[floor(uniform() * items.length)],
    chance: (probability) => uniform() < probability,
  };
}
