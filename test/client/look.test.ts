import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const client = join(import.meta.dirname, '../../client');
const styles = join(client, 'styles');
const read = (name: string) => readFileSync(join(styles, name), 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
const tokens = read('tokens.css');
const sheets = readdirSync(styles).filter((name) => name !== 'tokens.css');

/** `sheet: property: value` of every declaration outside the tokens. */
const declarations = sheets.flatMap((name) =>
  [...read(name).matchAll(/^\s+([\w-]+): ([^;{]+);/gm)].map(([, property, value]) => ({
    said: `${name}: ${property}: ${value}`,
    property,
    value,
  })),
);

test('no sheet but that of the tokens has a colour or a pixel of its own', () => {
  expect(declarations.length).toBeGreaterThan(800);
  const own = declarations.filter(({ value }) => /#[0-9a-f]{3,8}\b|rgba?\(|hsl|light-dark|\dpx/i.test(value));
  expect(own.map(({ said }) => said)).toEqual([]);
});

test('type, space between things, and corners are of the scales', () => {
  const scaled = /^(font-size|line-height|gap|row-gap|column-gap|border-radius|(padding|margin)(-\w+)*)$/;
  const free = /var\(|^(0|auto|none|inherit|50%|-?[\d.]+em|0?\.[\d]+em( 0?\.[\d]+em)?|0 auto|0 0 0 auto|\d+mm)$/;
  const own = declarations.filter(({ property, value }) => scaled.test(property) && !free.test(value));
  expect(own.map(({ said }) => said)).toEqual([]);
});

test('every token is used, and every one that is used is there', () => {
  const named = new Set([...tokens.matchAll(/^\s+(--[\w-]+):/gm)].map(([, name]) => name));
  const sources = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const code = sources.map((name) => readFileSync(join(client, name), 'utf8')).join('\n');
  const asked = new Set(
    [...[tokens, ...sheets.map(read)].join('\n').matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name),
  );
  expect([...asked].filter((name) => !named.has(name))).toEqual([]);
  // On canvases: by name, or by the name of a mark.
  const drawn = (name: string) => code.includes(`'${name.slice(2)}'`) || name.startsWith('--mark-');
  expect([...named].filter((name) => !asked.has(name) && !drawn(name))).toEqual([]);
});
