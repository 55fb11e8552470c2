import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import { marks } from '../../client/map/stage.ts';

const difference = differenceCiede2000();
const tokens = readFileSync(join(import.meta.dirname, '../../client/styles/tokens.css'), 'utf8');

const manners = ['light', 'dark'] as const;
type Manner = (typeof manners)[number];

/** A colour of the tokens as it is on a light or a dark page. */
function token(name: string, manner: Manner): string {
  const [, light, dark] = tokens.match(new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\);`))!;
  return manner === 'light' ? light : dark;
}

/** Every colour of a mark once. */
const coloursOf = (manner: Manner) => [...new Set(marks.map((mark) => token(`mark-${mark}`, manner)))];

/** As whole dichromats see colours (Machado, Oliveira and Fernandes, 2009), and everybody else. */
const sights = {
  typical: (colour: string) => parse(colour)!,
  protanopia: (colour: string) => filterDeficiencyProt(1)(parse(colour)!),
  deuteranopia: (colour: string) => filterDeficiencyDeuter(1)(parse(colour)!),
  tritanopia: (colour: string) => filterDeficiencyTrit(1)(parse(colour)!),
};

const cases = manners.flatMap((manner) => Object.entries(sights).map(([sight, seen]) => ({ manner, sight, seen })));

test.each(cases)('no two colours of the $manner marks are alike under $sight', ({ manner, seen }) => {
  const colours = coloursOf(manner);
  const pairs = colours.flatMap((one, i) =>
    colours.slice(i + 1).map((other) => ({ pair: `${one} ${other}`, distance: difference(seen(one)!, seen(other)!) })),
  );
  expect(pairs).toHaveLength(15);
  expect(pairs.filter(({ distance }) => distance < 20)).toEqual([]);
});

test.each(manners)('each %s mark stands out from land and outside, its glyph from it', (manner) => {
  const faint = (ground: string) =>
    coloursOf(manner).filter((colour) => wcagContrast(colour, token(ground, manner)) < 3);
  expect([faint('map-land'), faint('surface'), faint('mark-glyph')]).toEqual([[], [], []]);
});

test.each(manners)('%s shares go from little to much in steps of one way, each told from the next', (manner) => {
  const shares = [0, 1, 2, 3, 4].map((at) => token(`share-${at}`, manner));
  const steps = shares.slice(1).map((colour, at) => difference(colour, shares[at]));
  expect(steps.filter((step) => step < 5)).toEqual([]);
  const contrasts = shares.map((colour) => wcagContrast(colour, token('share-none', manner)));
  expect(contrasts).toEqual(contrasts.toSorted((a, b) => a - b));
  // The line around a place and its hatching are seen on every shade that is hatched.
  expect(shares.slice(0, 4).filter((share) => wcagContrast(token('share-line', manner), share) < 3)).toEqual([]);
});
