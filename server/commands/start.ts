import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { buildClient } from '../../client/build.ts';
import { addDemonstrationAccounts } from '../accounts/demonstration.ts';
import { createApp } from '../app.ts';
import { assess } from '../assessment/assess.ts';
import { BucketStore } from '../attachments/bucket-store.ts';
import { DirectoryStore } from '../attachments/directory-store.ts';
import { keepSwept } from '../attachments/sweep.ts';
import { ChangeFeed } from '../changes/feed.ts';
import { statusCounts } from '../country/queries.ts';
import type { Database } from '../database/database.ts';
import { allOperators } from '../operators/queries.ts';
import { keepNotices } from '../notices/keeper.ts';
import { smtpPost } from '../notices/post.ts';
import { countSettlements } from '../places/queries.ts';
import { beginOnThread } from '../planning/begin.ts';
import { keepPlanning } from '../planning/runner.ts';
import { currentProgramme } from '../programmes/queries.ts';
import { keepClock } from '../schedules/clock.ts';
import type { Settings } from '../settings.ts';
import { CommandError, openInstallation, type Register } from './environment.ts';

const hour = 3_600_000;
/** What is still under way this long after a signal to stop is cut off. */
const patience = 10_000;

/** Runs the service until it is told to stop. */
export const register: Register = (program, { settings, version, today }) => {
  program
    .command('start')
    .description('run the service; an empty database is given the demonstration country first')
    .action(async () => {
      const step = stepper();
      let handle: RequestListener = (_request, response) => {
        response.writeHead(503, { 'Retry-After': '5', 'Content-Type': 'text/plain' }).end('Baylanys is starting.\n');
      };
      // The port is taken first: a busy one is told at once, not after all the work.
      const server = await listen(settings, (request, response) => handle(request, response));
      try {
        // Beside what follows, which is mostly waiting for the database. Where it fails, that is told when it is awaited.
        const client = buildClient();
        client.catch(() => {});
        step('Opening the database');
        const database = await openInstallation(settings);
        const feed = new ChangeFeed(database);
        const timer = await readyCountry(database, settings, today, step);
        step('Building the pages');
        const log = pino({ level: settings.logLevel }, pino.destination(2));
        const { bucket, dataDirectory } = settings;
        const attachments =
          bucket === null ? new DirectoryStore(join(dataDirectory, 'attachments')) : new BucketStore(bucket);
        handle = await createApp({
          database,
          feed,
          log,
          client: await client,
          dataDirectory,
          attachments,
          baseMap: settings.baseMap,
          sendsMail: settings.mail !== null,
          openId: settings.openId,
          readsAhead: true,
          today,
          version,
        });
        const stopClock = keepClock(database, today, (error) => log.error({ error }, 'the clock failed'));
        const stopSweeping = keepSwept(database, attachments, (error) =>
          log.error({ error }, 'files that nobody names were not removed'),
        );
        const { mail } = settings;
        const stopNotices = keepNotices(database, {
          today,
          now: () => new Date(),
          sending: mail && {
            post: smtpPost(mail),
            publicUrl: mail.publicUrl,
            failed: (error) => log.warn({ error: String(error) }, 'mail was not taken'),
          },
          failed: (error) => log.error({ error: String(error) }, 'people could not be told'),
        });
        const stopPlanning = keepPlanning(database, {
          begin: beginOnThread,
          failed: (error) => log.error({ error: String(error) }, 'a plan could not be computed'),
        });
        await printFigures(database, server, step);
        stopOnSignal(server, feed, async () => {
          stopClock();
          await stopPlanning();
          await stopNotices();
          stopSweeping();
          clearInterval(timer);
          await database.close();
        });
      } catch (error) {
        server.close();
        server.closeAllConnections();
        throw error;
      }
    });
};

/** Prints each step with the seconds since the start. */
function stepper(): (text: string) => void {
  const begun = performance.now();
  return (text) => console.log(`${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${text}`);
}

function listen({ host, port }: Settings, handle: RequestListener): Promise<Server> {
  return new Promise((done, fail) => {
    const server = createServer(handle);
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `The port ${port} is in use. Stop what uses it, or set PORT to another.`
          : `The address ${host}:${port} cannot be used (${error.code}). Set HOST and PORT.`;
      fail(new CommandError(reason));
    });
    server.listen(port, host, () => done(server));
  });
}

/** Loads the demonstration where there is no country, assesses as of today, and again each day. */
async function readyCountry(
  database: Database,
  settings: Settings,
  today: () => string,
  step: (text: string) => void,
): Promise<NodeJS.Timeout> {
  let assessedOn = today();
  const assessAll = () => assess(database, { type: 'country' }, assessedOn);
  if ((await currentProgramme(database)) === undefined) {
    step('Loading the demonstration country');
    const { loadDemonstrationCountry } = await import('./demo.ts');
    await loadDemonstrationCountry(database, settings, assessedOn, step);
  } else {
    step('Assessing');
    await assessAll();
  }
  if ((await currentProgramme(database))?.generated) {
    const [operator] = await allOperators(database);
    await addDemonstrationAccounts(database, operator.code);
  }
  return setInterval(() => {
    if (today() === assessedOn) return;
    assessedOn = today();
    // A day that fails is tried again in an hour.
    assessAll().catch(() => (assessedOn = ''));
  }, hour);
}

async function printFigures(database: Database, server: Server, step: (text: string) => void): Promise<void> {
  const { settlements, populationMissing } = await countSettlements(database);
  const { flagged, byStatus } = await statusCounts(database);
  const { address, family, port } = server.address() as AddressInfo;
  step('Ready');
  console.log(`\n  ${settlements} settlements, ${flagged} flagged, ${populationMissing} with population missing`);
  console.log(
    `  ${Object.entries(byStatus)
      .map(([status, count]) => `${status} ${count}`)
      .join(', ')}`,
  );
  console.log(`\n  http://${family === 'IPv6' ? `[${address}]` : address}:${port}/\n`);
}

/** Stops when asked to: takes nothing new, finishes what it began, then lets go of the database. */
function stopOnSignal(server: Server, feed: ChangeFeed, release: () => Promise<void>): void {
  // Whoever reads what is printed may be gone before.
  process.stdout.on('error', () => {});
  const stop = () => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    console.log('Stopping.');
    const cutOff = setTimeout(() => server.closeAllConnections(), patience);
    server.close(async () => {
      clearTimeout(cutOff);
      await release();
      process.exitCode = 0;
    });
    feed.close();
    server.closeIdleConnections();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
