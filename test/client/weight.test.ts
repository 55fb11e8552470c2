import { buildClient, type ClientFile } from '../../client/build.ts';
import { codeWeights, type Weight } from '../weight.ts';

let files: Map<string, ClientFile>;
let weights: Weight[];
beforeAll(async () => {
  files = await buildClient();
  weights = codeWeights(files);
});
afterAll(() => {
  const sizes = weights.map(({ page, bytes, budget }) => `${page} ${bytes} of ${budget}`);
  process.stdout.write(`Bytes of code, brotli: ${sizes.join(', ')}\n`);
});

const textOf = (path: string) => files.get(path)!.body.toString();
const mainScript = () => [...files.keys()].find((path) => path.startsWith('/assets/main-'))!;

test('the code of every page is within its budget, from nothing and in the heaviest language, and so is each language', () => {
  expect(weights.map(({ page }) => page)).toEqual([
    'sign-in',
    'planner',
    'operator',
    'commitment',
    'deputy',
    'planning',
    'language kk',
    'language ru',
    'language en',
  ]);
  expect(weights.filter(({ bytes, budget }) => bytes > budget)).toEqual([]);
});

test('texts that come with a page are at most half of what a language may weigh', () => {
  const parts = [...files].filter(([path]) => /^\/assets\/\w+-(kk|ru|en)-/.test(path));
  expect(parts.length).toBeGreaterThanOrEqual(15);
  expect(parts.filter(([, { brotli }]) => brotli.length > 6000).map(([path]) => path)).toEqual([]);
});

test('a page comes in few files: each costs a way there and back where a browser opens six connections', () => {
  const asked = [...textOf(mainScript()).matchAll(/Promise\.all\(\[(import\([^\]]+)\]\)/g)].map(
    ([, imports]) => imports.split('import(').length - 1,
  );
  expect(asked.length).toBeGreaterThanOrEqual(8);
  expect(Math.max(...asked)).toBeLessThanOrEqual(9);
});

test('zod, which is heavier than all of the page, stays out of the browser', () => {
  expect([...files.keys()].filter((path) => path.endsWith('.js') && textOf(path).includes('ZodError'))).toEqual([]);
});

test.each(['/', '/ for planner', '/ for operator', '/ for deputy'])(
  'the page %s holds no script or style of its own, and names files that are there',
  (path) => {
    const page = textOf(path);
    expect(page).not.toMatch(/<style|style=|<script>|\son\w+=/);
    const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThanOrEqual(3);
    expect(addresses.filter((address) => !files.has(address) && !address.startsWith('/api/'))).toEqual([]);
  },
);

test('files named by their content may be kept for good, the page and the service worker may not', () => {
  expect([...files].filter(([, { immutable }]) => !immutable).map(([path]) => path)).toEqual([
    '/',
    '/ for planner',
    '/ for operator',
    '/ for deputy',
    '/service-worker.js',
  ]);
});
