import { buildClient, type ClientFile } from '../../client/build.ts';

// Budgets in thousands of bytes, compressed: a line of 750 kbit/s carries some 90 a second.
const budgets = { signIn: 40, planner: 130, operator: 60, commitment: 75, deputy: 70, language: 12 };

let files: Map<string, ClientFile>;
beforeAll(async () => {
  files = await buildClient();
});

const named = (beginning: string) => [...files.keys()].find((path) => path.startsWith(`/assets/${beginning}-`))!;
const textOf = (path: string) => files.get(path)!.body.toString();
const kilobytes = (paths: Iterable<string>) =>
  [...paths].reduce((sum, path) => sum + files.get(path)!.brotli.length, 0) / 1000;

/** A file and all that it cannot start without. */
function withImports(path: string, known = new Set<string>()): Set<string> {
  known.add(path);
  for (const [, name] of textOf(path).matchAll(/(?:from|import)"\.\/([\w-]+\.js)"/g)) {
    if (!known.has(`/assets/${name}`)) withImports(`/assets/${name}`, known);
  }
  return known;
}

const plannerPage = () =>
  [...files.keys()].find((path) => /page-.*\.js$/.test(path) && textOf(path).includes('leaflet'))!;
const operatorPage = () =>
  [...files.keys()].find((path) => /page-.*\.js$/.test(path) && /as OperatorPage\b/.test(textOf(path)))!;
const deputyPage = () =>
  [...files.keys()].find((path) => /page-.*\.js$/.test(path) && /as CoveragePage\b/.test(textOf(path)))!;
const commitmentPage = () =>
  [...files.keys()].find((path) => /page-.*\.js$/.test(path) && /as CommitmentPage\b/.test(textOf(path)))!;
/** The outbox comes by itself, on every page of those who have something to tell. */
const outbox = () => withImports(named('start'));
/** And what shows it, where there is something in it. */
const outboxPanel = () => [...withImports(named('panel')), named('outbox-kk')];
const signIn = () => new Set(['/', named('style'), named('icon'), ...withImports(named('main'))]);

afterAll(() => {
  const sizes = {
    'sign-in': kilobytes(signIn()),
    planner: kilobytes(new Set([...signIn(), ...withImports(plannerPage())])),
    operator: kilobytes(new Set([...signIn(), ...withImports(operatorPage()), ...outbox()])),
    commitment: kilobytes(new Set([...signIn(), ...withImports(commitmentPage()), ...outbox(), ...outboxPanel()])),
    deputy: kilobytes(new Set([...signIn(), ...withImports(deputyPage())])),
    ...Object.fromEntries(['kk', 'ru', 'en'].map((language) => [language, kilobytes([named(language)])])),
  };
  process.stdout.write(`kB, brotli: ${JSON.stringify(sizes)}\n`);
});

test('signing in, with its language, is light', () => {
  expect(kilobytes([...signIn(), named('kk')])).toBeLessThanOrEqual(budgets.signIn);
});

test('the planner’s page, with all that signing in had loaded, is within its budget', () => {
  expect(kilobytes(new Set([...signIn(), ...withImports(plannerPage())]))).toBeLessThanOrEqual(budgets.planner);
});

test('the operator’s page, with all that signing in had loaded, its texts and the outbox, is within its budget', () => {
  const texts = [named('kk'), named('schedules-kk')];
  expect(kilobytes(new Set([...signIn(), ...withImports(operatorPage()), ...outbox(), ...texts]))).toBeLessThanOrEqual(
    budgets.operator,
  );
});

test('the page of a commitment, from nothing, with its texts and the outbox, is within its budget', () => {
  const texts = [named('kk'), named('schedules-kk'), named('commitment-kk')];
  const code = [...signIn(), ...withImports(commitmentPage()), ...outbox(), ...outboxPanel()];
  const all = new Set([...code, ...texts]);
  expect(kilobytes(all)).toBeLessThanOrEqual(budgets.commitment);
});

test('the deputy’s page, with all that signing in had loaded and its texts, is within its budget', () => {
  const texts = [named('kk'), named('deputy-kk')];
  expect(kilobytes(new Set([...signIn(), ...withImports(deputyPage()), ...texts]))).toBeLessThanOrEqual(budgets.deputy);
});

test.each(['kk', 'ru', 'en'])('the language %s is light, as are the texts of the schedules in it', (language) => {
  expect(kilobytes([named(language)])).toBeLessThanOrEqual(budgets.language);
  expect(kilobytes([named(`schedules-${language}`)])).toBeLessThanOrEqual(budgets.language / 2);
});

test('zod, which is heavier than all of the page, stays out of the browser', () => {
  expect([...files.keys()].filter((path) => path.endsWith('.js') && textOf(path).includes('ZodError'))).toEqual([]);
});

test('the page holds no script or style of its own, and names files that are there', () => {
  const page = textOf('/');
  expect(page).not.toMatch(/<style|style=|<script>|\son\w+=/);
  const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
  expect(addresses.length).toBeGreaterThanOrEqual(3);
  expect(addresses.filter((address) => !files.has(address))).toEqual([]);
});

test('files named by their content may be kept for good, the page and the service worker may not', () => {
  expect([...files].filter(([, { immutable }]) => !immutable).map(([path]) => path)).toEqual([
    '/',
    '/service-worker.js',
  ]);
});
