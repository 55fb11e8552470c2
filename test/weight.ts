import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { ClientFile } from '../client/build.ts';

/** What a page may weigh, in bytes, compressed. A line of 750 kbit/s carries some 90,000 a second. */
export interface Weight {
  page: string;
  kind: string;
  bytes: number;
  budget: number;
}

type Files = ReadonlyMap<string, ClientFile>;

interface Page {
  budget: number;
  /** The component that it is; signing in is the first script alone. */
  component?: string;
  /** Texts that come with it, beside those of every page. */
  texts?: readonly string[];
  /** Code that comes by itself meanwhile. */
  also?: readonly string[];
}

/** The code of each page, from nothing: with what signing in needs, the texts of one language, style and icon. */
const pages: Readonly<Record<string, Page>> = {
  'sign-in': { budget: 40_000 },
  planner: { budget: 130_000, component: 'PlannerPage', also: ['load', 'start', 'map-style'] },
  operator: { budget: 60_000, component: 'OperatorPage', texts: ['schedules'], also: ['start'] },
  commitment: {
    budget: 75_000,
    component: 'CommitmentPage',
    texts: ['schedules', 'commitment', 'outbox'],
    also: ['start', 'panel'],
  },
  deputy: { budget: 70_000, component: 'CoveragePage', texts: ['deputy'] },
  planning: {
    budget: 100_000,
    component: 'PlanningPage',
    texts: ['planning', 'proposing'],
    also: ['planning-style', 'map-style'],
  },
};

const languages = ['kk', 'ru', 'en'];
const languageBudget = 12_000;

const named = (files: Files, beginning: string) => {
  const path = [...files.keys()].find((one) => one.startsWith(`/assets/${beginning}-`));
  if (path === undefined) throw new Error(`There is no file ${beginning} among those of the client.`);
  return path;
};

const textOf = (files: Files, path: string) => files.get(path)!.body.toString();

/** A file and all that it cannot start without. */
function withImports(files: Files, path: string, known = new Set<string>()): Set<string> {
  known.add(path);
  for (const [, name] of textOf(files, path).matchAll(/(?:from|import)"\.\/([\w-]+\.js)"/g)) {
    if (!known.has(`/assets/${name}`)) withImports(files, `/assets/${name}`, known);
  }
  return known;
}

/** The script that a component is fetched with. */
function scriptOf(files: Files, component: string): string {
  const exported = new RegExp(`as ${component}\\b`);
  const path = [...files.keys()].find((one) => /page-\w+\.js$/.test(one) && exported.test(textOf(files, one)));
  if (path === undefined) throw new Error(`No script of the client exports ${component}.`);
  return path;
}

/** All files that a page loads from nothing, in a language. */
function filesOf(files: Files, { component, texts = [], also = [] }: Page, language: string): Set<string> {
  const scripts = [
    named(files, 'main'),
    named(files, language),
    ...texts.map((part) => named(files, `${part}-${language}`)),
    ...also.map((name) => named(files, name)),
    ...(component === undefined ? [] : [scriptOf(files, component)]),
  ];
  const others = ['/', named(files, 'style'), named(files, 'icon')];
  return new Set([...others, ...scripts.flatMap((path) => [...withImports(files, path)])]);
}

export const bytesOf = (files: Files, paths: Iterable<string>): number =>
  [...paths].reduce((sum, path) => sum + files.get(path)!.brotli.length, 0);

/** What the code of each page weighs, in the language in which that is most, and what each language does. */
export function codeWeights(files: Files): Weight[] {
  return [
    ...Object.entries(pages).map(([page, known]) => ({
      page,
      kind: 'code',
      bytes: Math.max(...languages.map((language) => bytesOf(files, filesOf(files, known, language)))),
      budget: known.budget,
    })),
    ...languages.map((language) => ({
      page: `language ${language}`,
      kind: 'code',
      bytes: bytesOf(files, [named(files, language)]),
      budget: languageBudget,
    })),
  ];
}

/** Bytes of a reply's body as a browser is sent it. */
export async function bytesOfReply(address: string, cookie: string): Promise<number> {
  const request = get(address, { headers: { Cookie: cookie, 'Accept-Encoding': 'br, gzip' } });
  const [reply] = (await once(request, 'response')) as [IncomingMessage];
  if (reply.statusCode !== 200) throw new Error(`GET ${address}: ${reply.statusCode}`);
  let bytes = 0;
  for await (const chunk of reply) bytes += (chunk as Buffer).length;
  return bytes;
}
