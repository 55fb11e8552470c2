import type { Names } from '../../server/places/schema.ts';
import {
  features,
  prefixes,
  qualities,
  regionsOfSettlers,
  settlerNames,
  settlerPrefixes,
  virtues,
  type Stem,
} from './facts/stems.ts';
import type { Random } from './random.ts';

const shareOfSettlers = 0.3;
const shareOfVirtues = 0.04;
const shareOfPrefixed = 0.12;

/** A Kazakh name of a quality and a feature: Ақбұлақ, Акбулак, Akbulak. */
export function coinName(random: Random): Names {
  return join(random.pick(qualities), random.pick(features));
}

/** A village's name, after the manner of its region. Different villages may get the same, as in any country. */
export function villageName(regionPrefix: string, random: Random): Names {
  if (regionsOfSettlers.includes(regionPrefix) && random.chance(shareOfSettlers)) {
    const prefix = random.pick(settlerPrefixes);
    const name = random.pick(settlerNames);
    return prefix[0] === '' ? named(name) : join(prefix, lowered(name));
  }
  if (random.chance(shareOfVirtues)) return named(random.pick(virtues));
  const name = coinName(random);
  return random.chance(shareOfPrefixed) ? apart(random.pick(prefixes), name) : name;
}

function named([kk, ru, en]: Stem): Names {
  return { kk, ru, en };
}

function join(first: Stem, second: Stem): Names {
  return { kk: first[0] + second[0], ru: first[1] + second[1], en: first[2] + second[2] };
}

function apart(first: Stem, { kk, ru, en }: Names): Names {
  return { kk: `${first[0]} ${kk}`, ru: `${first[1]} ${ru}`, en: `${first[2]} ${en}` };
}

function lowered([kk, ru, en]: Stem): Stem {
  return [kk.toLowerCase(), ru.toLowerCase(), en.toLowerCase()];
}
