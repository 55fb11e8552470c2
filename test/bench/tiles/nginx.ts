import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { setTimeout } from 'node:timers/promises';
import { end, listenForChild, type TileServer } from './processes.ts';

const run = promisify(execFile);

/** `nginx 1.22.1`, or null where it is not installed. */
export async function nginxVersion(): Promise<string | null> {
  try {
    return (await run('nginx', ['-v'])).stderr.split('/')[1].trim();
  } catch {
    return null;
  }
}

/** One worker of nginx on the loopback that does what `location` says. */
export async function startNginx(location: string): Promise<TileServer> {
  const directory = await mkdtemp(join(tmpdir(), 'baylanys-nginx-'));
  const { server, port } = await listenForChild();
  await new Promise((done) => server.close(done));
  const configuration = join(directory, 'nginx.conf');
  await writeFile(
    configuration,
    `daemon off; worker_processes 1; pid ${directory}/pid; error_log ${directory}/error.log;
events { worker_connections 64; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=2000;
  client_body_temp_path ${directory}; proxy_temp_path ${directory}; fastcgi_temp_path ${directory};
  uwsgi_temp_path ${directory}; scgi_temp_path ${directory};
  types { application/vnd.mapbox-vector-tile mvt; }
  server { listen 127.0.0.1:${port}; ${location} }
}`,
  );
  const child = spawn('nginx', ['-p', directory, '-c', configuration], { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    const answers = await fetch(`${address}/`).then(
      () => true,
      () => false,
    );
    if (answers) break;
    if (tries === 50) throw new Error(`nginx did not start: ${await readFile(join(directory, 'error.log'), 'utf8')}`);
    await setTimeout(100);
  }
  const { stdout } = await run('pgrep', ['-P', String(child.pid)]);
  const processes = stdout.trim().split('\n').map(Number);
  return {
    address,
    processes: () => processes,
    async close() {
      await end(child);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Files, by their paths, in a new directory that whoever nginx works as may read. */
export async function writeFiles(files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'baylanys-files-'));
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), bytes);
  }
  await run('chmod', ['-R', 'a+rX', root]);
  return root;
}

/** The same with the files of a directory, which are compressed already. */
export const startNginxOf = (root: string): Promise<TileServer> =>
  startNginx(`location / { root ${root}; add_header Content-Encoding gzip; }`);
