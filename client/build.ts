// Bundles the client in memory when the service starts: split, named by content, compressed once.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, type BuildOptions, type Metafile, type OutputFile } from 'esbuild';
import { gatherShared, neededAtStart, needs } from './build-plan.ts';

/** One file as it is served. */
export interface ClientFile {
  body: Buffer;
  brotli: Buffer;
  gzip: Buffer;
  /** Its media type. */
  type: string;
  etag: string;
  /** Its name changes with its content: it may be kept forever. */
  immutable: boolean;
}

const folder = import.meta.dirname;
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
/** The smallest: a second more at the start of the service, and less on every slow line. */
const brotliQuality = 11;

async function clientFile(name: string, content: Uint8Array, immutable: boolean): Promise<ClientFile> {
  const body = Buffer.from(content);
  const [brotliBody, gzipBody] = await Promise.all([
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
    promisify(gzip)(body, { level: 9 }),
  ]);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { body, brotli: brotliBody, gzip: gzipBody, type: types[extname(name)], etag: `"${hash}"`, immutable };
}

/** What those whose session is known come to first: its code, and what it asks for. */
const beginnings: Readonly<Record<string, Beginning>> = {
  planner: {
    entryPoints: ['store/load.ts', 'planner/page.tsx'],
    style: 'map-style',
    asks: ['/api/session', '/api/country/live'],
  },
  operator: { entryPoints: ['operator/page.tsx'], asks: ['/api/session'] },
  deputy: { entryPoints: ['deputy/page.tsx'], asks: ['/api/session'] },
};
interface Beginning {
  entryPoints: readonly string[];
  style?: string;
  asks: readonly string[];
}

/** The page itself, with the names that the bundle got, and what shall come along with it: replies, and more code. */
async function indexPage(
  outputs: readonly OutputFile[],
  atStart: Iterable<string>,
  more: Iterable<string> = [],
  { style, asks }: Pick<Beginning, 'style' | 'asks'> = { asks: [] },
): Promise<Buffer> {
  const named = (beginning: string, ending: string) =>
    outputs.map(({ path }) => basename(path)).find((name) => name.startsWith(beginning) && name.endsWith(ending));
  const code = (paths: Iterable<string>, how = '') =>
    Array.from(paths, (path) => `<link rel="modulepreload"${how} href="/assets/${basename(path)}" />`);
  // First what the rest is asked for by: the first script, then the replies, which are small. All share six connections.
  const preload = [
    ...code([named('main-', '.js')!, ...atStart]),
    ...asks.map((path) => `<link rel="preload" as="fetch" crossorigin href="${path}" />`),
    ...code(more, ' fetchpriority="low"'),
    ...(style ? [`<link rel="preload" as="style" href="/assets/${named(`${style}-`, '.css')}" />`] : []),
  ];
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  return Buffer.from(
    page
      .replace('{{script}}', `/assets/${named('main-', '.js')}`)
      .replace('{{style}}', `/assets/${named('style-', '.css')}`)
      .replace('{{map-style}}', `/assets/${named('map-style-', '.css')}`)
      .replace('{{planning-style}}', `/assets/${named('planning-style-', '.css')}`)
      .replace('{{preload}}', preload.join('\n    '))
      .replace('{{icon}}', `/assets/${named('icon-', '.svg')}`),
  );
}

/**
 * A script that fetches with each page all that the page needs: else a browser learns of that when the page has come,
 * a way there and back later. Names change with contents, so that the names of what is asked for do so as well.
 */
function askingAtOnce(content: string, metafile: Metafile, atStart: ReadonlySet<string>): string {
  return content.replaceAll(/import\("\.\/([^"]+)"\)/g, (alone, name: string) => {
    const needed = [...needs(metafile, `assets/${name}`)].filter((path) => !atStart.has(path));
    const imports = needed.map((path) => `import("./${basename(path)}")`);
    return imports.length === 0 ? alone : `Promise.all([${[alone, ...imports].join()}]).then((all)=>all[0])`;
  });
}

/** The service worker: by a name that stays, in one file. */
async function serviceWorker(): Promise<readonly [string, ClientFile]> {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: ['service-worker/worker.ts'],
    bundle: true,
    minify: true,
    target: 'es2022',
    write: false,
  });
  return ['/service-worker.js', await clientFile('service-worker.js', outputFiles[0].contents, false)];
}

/**
 * The whole client by path: `/` is the page, `/ for planner` the same with what planners come to first, `/assets/…` what
 * it loads. The page is also what
 * every other path of the client, such as `/imports`, is answered with.
 */
export async function buildClient(): Promise<Map<string, ClientFile>> {
  const options = {
    absWorkingDir: folder,
    entryPoints: {
      main: 'main.tsx',
      style: 'styles/style.css',
      'map-style': 'styles/map-style.css',
      'planning-style': 'styles/planning-style.css',
      icon: 'icon.svg',
    },
    outdir: 'assets',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.svg': 'copy', '.png': 'file' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    write: false,
  } satisfies BuildOptions;
  const { metafile: unplanned } = await build(options);
  const { outputFiles, metafile } = await build({ ...options, plugins: [gatherShared(folder, unplanned)] });
  const atStart = neededAtStart(metafile);
  const assets = outputFiles.map(async ({ path, contents, text }) => {
    const name = basename(path);
    const content = name.endsWith('.js') ? Buffer.from(askingAtOnce(text, metafile, atStart)) : contents;
    return [`/assets/${name}`, await clientFile(name, content, true)] as const;
  });
  const page = async (path: string, more?: Iterable<string>, beginning?: Beginning) =>
    [path, await clientFile('index.html', await indexPage(outputFiles, atStart, more, beginning), false)] as const;
  const pathOf = (entry: string) =>
    Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry)![0];
  const pages = Object.entries(beginnings).map(([role, beginning]) => {
    const needed = beginning.entryPoints.map(pathOf).flatMap((path) => [path, ...needs(metafile, path)]);
    return page(`/ for ${role}`, new Set(needed.filter((path) => !atStart.has(path))), beginning);
  });
  return new Map(await Promise.all([page('/'), ...pages, serviceWorker(), ...assets]));
}
