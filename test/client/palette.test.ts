import { expect, test } from '@jest/globals';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import { landColour, symbols } from '../../client/map/symbols.ts';

const difference = differenceCiede2000();

/** Every colour of a mark once. */
const colours = [...new Set(Object.values(symbols).map(({ colour }) => colour))];

/** As whole dichromats see colours (Machado, Oliveira and Fernandes, 2009), and everybody else. */
const sights = {
  typical: (colour: string) => parse(colour)!,
  protanopia: (colour: string) => filterDeficiencyProt(1)(parse(colour)!),
  deuteranopia: (colour: string) => filterDeficiencyDeuter(1)(parse(colour)!),
  tritanopia: (colour: string) => filterDeficiencyTrit(1)(parse(colour)!),
};

test.each(Object.entries(sights))('no two colours of the marks are alike under %s', (_, seen) => {
  const pairs = colours.flatMap((one, i) =>
    colours.slice(i + 1).map((other) => ({ pair: `${one} ${other}`, distance: difference(seen(one)!, seen(other)!) })),
  );
  expect(pairs).toHaveLength(15);
  expect(pairs.filter(({ distance }) => distance < 20)).toEqual([]);
});

test('each stands out from the base map', () => {
  const faint = colours.filter((colour) => wcagContrast(colour, landColour) < 3);
  expect(faint).toEqual([]);
});
