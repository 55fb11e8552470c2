// PostGIS for the embedded database, of which each start compiles every library that it is given: what this service has
// no use for, rasters, topologies and geocoding, is left out of the package's archive.
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { postgis as whole } from '@electric-sql/pglite-postgis';

const unused = /raster|topology|tiger_geocoder|contrib\/|--unpackaged|--ANY/;
const block = 512;

/** PGlite's extension `postgis`, without what is unused. */
export const postgis = {
  name: 'postgis',
  async setup(database, options) {
    const { bundlePath, emscriptenOpts } = await whole.setup(database, options);
    const archive = used(bundlePath);
    emscriptenOpts.preRun.push((module) => (module.pg_extensions.postgis = archive));
    return { emscriptenOpts };
  },
};

/** The tar archive of this address, which is compressed there, without the files that are unused. */
async function used(address) {
  const tar = await promisify(gunzip)(await readFile(address));
  const kept = [];
  // An entry is a block that tells its name and, in octal digits, its size; then its content, in whole blocks.
  for (let start = 0, end; tar[start]; start = end) {
    const size = parseInt(tar.toString('latin1', start + 124, start + 136), 8);
    end = start + block + Math.ceil(size / block) * block;
    const name = tar.toString('utf8', start, tar.indexOf(0, start));
    if (!unused.test(name)) kept.push(tar.subarray(start, end));
  }
  return new Blob([...kept, new Uint8Array(2 * block)]);
}
