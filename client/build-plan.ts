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

/** Cut without a plan, what pages share falls into as many pieces as there are sets of pages that share something. */
function planFrom(metafile: Metafile): { pages: Set<string>; shared: string[] } {
  const outputs = Object.entries(metafile.outputs);
  const pages = outputs.flatMap(([path, { entryPoint = '' }]) =>
    /\.tsx?$/.test(entryPoint) && entryPoint !== main && !entryPoint.startsWith('i18n/') ? [{ path, entryPoint }] : [],
  );
  const neededBy = pages.map(({ path }) => needs(metafile, path));
  const atStart = neededAtStart(metafile);
  const pieces = outputs.filter(
    ([path, { entryPoint, bytes }]) =>
      entryPoint === undefined &&
      !atStart.has(path) &&
      bytes < smallPiece &&
      neededBy.filter((needed) => needed.has(path)).length >= pagesSharing,
  );
  return {
    pages: new Set(pages.map(({ entryPoint }) => entryPoint)),
    shared: pieces.flatMap(([, { inputs }]) => Object.keys(inputs)),
  };
}

/** Has every page load the small pieces that pages share, which then are one piece: all of it has the same pages. */
export function gatherShared(folder: string, metafile: Metafile): Plugin {
  const { pages, shared } = planFrom(metafile);
  const name = 'shared-by-pages';
  return {
    name,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }));
      build.onLoad({ filter: /./, namespace: name }, () => ({
        contents: shared.map((path) => `import ${JSON.stringify(`./${path}`)};`).join('\n'),
        resolveDir: folder,
      }));
      build.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        if (!pages.has(path.slice(folder.length + 1))) return undefined;
        const loader = extname(path) === '.tsx' ? 'tsx' : 'ts';
        return { contents: `${await readFile(path, 'utf8')}\nimport '${name}';\n`, loader };
      });
    },
  };
}
