// How the code is cut: few files a page, for on a slow line each file costs a way there and back.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';

const main = 'main.tsx';

/** What a script needs before it runs, and what that needs in turn. */
export function needs({ outputs }: Metafile, path: string, known = new Set<string>()): Set<string> {
  for (const { kind, path: needed } of outputs[path].imports) {
    if (kind !== 'import-statement' || known.has(needed)) continue;
    known.add(needed);
    needs({ outputs } as Metafile, needed, known);
  }
  return known;
}

/** What the first script needs. */
export function neededAtStart(metafile: Metafile): Set<string> {
  const [path] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === main)!;
  return needs(metafile, path);
}

/** Code that so many pages share, in pieces smaller than so many bytes, is gathered. */
const pagesSharing = 3;
const smallPiece = 3000;
/** What needs a piece of so many, such as the map, would take it to pages that have no use for it. */
const heavyPiece = 20_000;

/** The page that shares most with others. */
const mapPage = 'planner/page.tsx';

/** Pieces of code that all these pages load: so they are one piece. */
interface Gathered {
  name: string;
  pages: Set<string>;
  modules: string[];
}

/**
 * Cut without a plan, what pages share falls into as many pieces as there are sets of pages that share something. Small
 * ones that many share are gathered for all pages; those that the map shares with one other page, for these pages.
 */
function planFrom(metafile: Metafile): Gathered[] {
  const { outputs } = metafile;
  const pages = Object.entries(outputs).flatMap(([path, { entryPoint = '' }]) =>
    /\.tsx?$/.test(entryPoint) && entryPoint !== main && !entryPoint.startsWith('i18n/') ? [{ path, entryPoint }] : [],
  );
  const neededBy = pages.map(({ path, entryPoint }) => ({ entryPoint, needed: needs(metafile, path) }));
  const atStart = neededAtStart(metafile);
  const small = Object.entries(outputs).flatMap(([path, { entryPoint, bytes, inputs }]) => {
    if (entryPoint !== undefined || atStart.has(path) || bytes >= smallPiece) return [];
    const isHeavy = (other: string) => !atStart.has(other) && outputs[other].bytes >= heavyPiece;
    if ([...needs(metafile, path)].some(isHeavy)) return [];
    const sharing = neededBy.filter(({ needed }) => needed.has(path)).map((page) => page.entryPoint);
    return [{ sharing, modules: Object.keys(inputs) }];
  });
  const many = small.filter(({ sharing }) => sharing.length >= pagesSharing);
  const withMap = small.filter(({ sharing }) => sharing.length < pagesSharing && sharing.includes(mapPage));
  return [
    {
      name: 'shared-by-pages',
      pages: new Set(pages.map(({ entryPoint }) => entryPoint)),
      modules: many.flatMap(({ modules }) => modules),
    },
    {
      name: 'shared-with-map',
      pages: new Set(withMap.flatMap(({ sharing }) => sharing)),
      modules: withMap.flatMap(({ modules }) => modules),
    },
  ];
}

/** Has pages load the small pieces that they share, which then are one piece each: all of it has the same pages. */
export function gatherShared(folder: string, metafile: Metafile): Plugin {
  const gathered = planFrom(metafile);
  return {
    name: 'gather-shared',
    setup(build) {
      for (const { name, modules } of gathered) {
        build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }));
        build.onLoad({ filter: /./, namespace: name }, () => ({
          contents: modules.map((path) => `import ${JSON.stringify(`./${path}`)};`).join('\n'),
          resolveDir: folder,
        }));
      }
      build.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        const names = gathered.filter(({ pages }) => pages.has(path.slice(folder.length + 1))).map(({ name }) => name);
        if (names.length === 0) return undefined;
        const loader = extname(path) === '.tsx' ? 'tsx' : 'ts';
        const imports = names.map((name) => `import '${name}';\n`).join('');
        return { contents: `${await readFile(path, 'utf8')}\n${imports}`, loader };
      });
    },
  };
}
