import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startNginx } from './nginx.ts';
import { end, listenForChild, type TileServer } from './processes.ts';
import { settlementTags } from './tables.ts';

export async function mapServerVersion(): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('mapserv', ['-v']);
    return /version ([\d.]+)/.exec(stdout)![1];
  } catch {
    return null;
  }
}

const layer = (name: string, tags: readonly string[], data: string, connection: string) => `
  LAYER
    NAME "${name}" TYPE POINT STATUS ON
    PROJECTION "init=epsg:3857" END
    ${connection}
    DATA "${data}"
    METADATA "gml_include_items" "${tags.join()}" "gml_types" "auto" END
    CLASS STYLE COLOR 0 0 0 SIZE 1 END END
  END`;

/**
 * MapServer as FastCGI behind nginx, its connections to the database kept. For zoom 7 it is given the groups ready-made:
 * it has no way to make them.
 */
export async function startMapServer(databaseUrl: string): Promise<TileServer> {
  const directory = await mkdtemp(join(tmpdir(), 'baylanys-mapserver-'));
  const { hostname, port: databasePort, username, pathname } = new URL(databaseUrl);
  const connection = `CONNECTIONTYPE POSTGIS PROCESSING "CLOSE_CONNECTION=DEFER"
    CONNECTION "host=${hostname} port=${databasePort || 5432} user=${username} dbname=${pathname.slice(1)}"`;
  // Truth, which it would read as the number 0, is given as a number, and what may be unknown as a text.
  const settlements = `place from (select place, region, code, population::text, status, flagged::int as flagged
    from bench.point) as point using unique code using srid=3857`;
  const groupTags = ['settlements', 'residents', 'flagged', 'flaggedResidents', 'assigned', 'overdue', 'served'];
  const map = join(directory, 'tiles.map');
  await writeFile(
    map,
    `MAP
  NAME "tiles" SIZE 256 256 EXTENT -20037508 -20037508 20037508 20037508
  PROJECTION "init=epsg:3857" END
  OUTPUTFORMAT
    NAME "mvt" DRIVER "MVT" FORMATOPTION "EXTENT=4096" FORMATOPTION "EDGE_BUFFER=0"
  END
  ${layer('settlements', settlementTags, settlements, connection)}
  ${layer('groups', groupTags, 'place from bench.cluster_7 using unique number using srid=3857', connection)}
END`,
  );
  const configuration = join(directory, 'mapserver.conf');
  await writeFile(configuration, `CONFIG ENV MS_MAP_PATTERN "." END MAPS TILES "${map}" END END`);
  const { server, port, descriptor } = await listenForChild();
  const child = spawn('mapserv', [], {
    env: { ...process.env, MAPSERVER_CONFIG_FILE: configuration },
    stdio: [descriptor, 'ignore', 'ignore'],
  });
  // The child has it now, and alone is to take what comes.
  server.close();
  const query = (layer: string) => `mode=tile&tilemode=gmap&map.imagetype=mvt&layers=${layer}&tile=$2+$3+$1&map=TILES`;
  const location = (zoom: number, layer: string) => `location ~ ^/api/tiles/(${zoom})/(\\d+)/(\\d+)\\.mvt$ {
    fastcgi_buffers 64 64k; fastcgi_param REQUEST_METHOD GET; fastcgi_param QUERY_STRING ${query(layer)};
    fastcgi_pass 127.0.0.1:${port}; }`;
  const nginx = await startNginx(`${location(7, 'groups')} ${location(8, 'settlements')}`);
  return {
    address: nginx.address,
    processes: () => [child.pid!, ...nginx.processes()],
    async close() {
      await nginx.close();
      await end(child, 'SIGKILL');
      await rm(directory, { recursive: true, force: true });
    },
  };
}
