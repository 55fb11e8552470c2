import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const root = resolve(import.meta.dirname, '..');

/** The layers of the server, lowest first: a file imports from its own layer and those below. */
const layers = [
  ['calendar'],
  ['database', 'http', 'documents', 'threads'],
  ['accounts', 'changes'],
  ['places'],
  ['operators', 'coverage'],
  ['programmes'],
  ['assessment'],
  ['network'],
  ['assignments'],
  ['attachments'],
  ['construction'],
  ['schedules'],
  ['change-requests'],
  ['commitments'],
  ['replay'],
  ['country'],
  ['tiles'],
  ['planning'],
  ['reports', 'inquiries', 'challenges', 'contradictions', 'notices', 'what-if', 'inspection-routes'],
  ['sharing'],
  ['geodata'],
  ['imports'],
];

interface Import {
  from: string;
  to: string;
  typesOnly: boolean;
}

const sources = ['server', 'client', 'geodata'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs|cjs)$/.test(name))
    .map((name) => join(folder, name)),
);

const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

const imports: Import[] = sources.flatMap((from) =>
  [...textOf(from).matchAll(/^(?:import|export)(\s+type)?\s[^;]*?from\s+'(\.[^']+)'/gm)].map(([, types, path]) => ({
    from,
    to: relative(root, resolve(root, dirname(from), path)),
    typesOnly: types !== undefined,
  })),
);

/** `server/places/queries.ts` is of the concept places; `geodata/…` is one concept; a file straight in server/ is of none. */
const conceptOf = (file: string): string | undefined => {
  const [top, concept, rest] = file.split('/');
  return top === 'geodata' ? 'geodata' : rest === undefined ? undefined : concept;
};
const layerOf = (file: string) => layers.findIndex((concepts) => concepts.includes(conceptOf(file) ?? ''));

const said = ({ from, to }: Import) => `${from} imports ${to}`;

test('the server imports one way; routes put concepts together, and shapes may be named anywhere', () => {
  const upward = imports.filter(
    ({ from, to, typesOnly }) =>
      layerOf(from) >= 0 &&
      layerOf(to) > layerOf(from) &&
      !from.endsWith('/routes.ts') &&
      !(to.endsWith('/schema.ts') && (typesOnly || from.endsWith('/schema.ts'))),
  );
  expect(upward.map(said)).toEqual([]);
});

test('every concept has its layer', () => {
  const concepts = new Set(sources.filter((file) => file.startsWith('server/')).map(conceptOf));
  const unplaced = [...concepts].filter(
    (concept) => concept && concept !== 'commands' && !layers.flat().includes(concept),
  );
  expect(unplaced).toEqual([]);
});

test('a schema imports other schemas, rules import types alone', () => {
  const schemas = imports.filter(({ from, to }) => from.endsWith('/schema.ts') && !to.endsWith('/schema.ts'));
  expect(schemas.map(said)).toEqual([]);
  const rules = imports.filter(
    ({ from, to, typesOnly }) =>
      /^server\/.*\/rules\.ts$/.test(from) && !typesOnly && conceptOf(from) !== conceptOf(to),
  );
  expect(rules.map(said)).toEqual([]);
});

test('the client takes from the server types of schemas and pure rules', () => {
  const others = imports.filter(
    ({ from, to, typesOnly }) =>
      from.startsWith('client/') &&
      !to.startsWith('client/') &&
      !(to.endsWith('/schema.ts') && typesOnly) &&
      !/\/(rules|quarters|days|stages)\.ts$/.test(to),
  );
  expect(others.map(said)).toEqual([]);
});

test('the server takes from the client nothing but its bundle', () => {
  const others = imports.filter(({ from, to }) => !from.startsWith('client/') && to.startsWith('client/'));
  expect(others.map(said)).toEqual(['server/commands/start.ts imports client/build.ts']);
});

test('only main.ts reads the environment', () => {
  const readers = sources.filter((file) => /process\.env|import\.meta\.env/.test(textOf(file)));
  expect(readers).toEqual(['server/main.ts']);
});
