import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { findAltered } from '../changes/check.ts';
import { faultsOfRecord } from '../changes/record-file.ts';
import { readPublicKey } from '../changes/signing.ts';
import { allBaselineFiles } from '../schedules/queries.ts';
import { faultsOfBaseline } from '../schedules/verify-baseline.ts';
import { CommandError, openInstallation, type Register } from './environment.ts';

/** Checks that a signed file, or the record of this installation, is as it was made. Ends with 0 only if it is whole. */
export const register: Register = (program, { settings }) => {
  program
    .command('verify')
    .description(
      'check a baseline or an exported record of changes without a server; without a file, this installation',
    )
    .argument('[file]', 'a baseline, or a record that `baylanys export --record` wrote')
    .option('--key <file>', 'the public key that must have signed it, as /api/signing-key gives it')
    .action(async (file: string | undefined, { key }: { key?: string }) => {
      const trusted = key === undefined ? undefined : await readKey(key);
      if (file !== undefined) return tell(...(await checkFile(file, trusted)));
      const database = await openInstallation(settings);
      try {
        const altered = await findAltered(database);
        const faults =
          altered === null ? [] : [`Altered: change ${altered.sequence} of the chain ${altered.regionCode}.`];
        for (const { operatorCode, version, file: text } of await allBaselineFiles(database)) {
          const found = faultsOfBaseline(text, trusted);
          faults.push(...found.map((fault) => `Baseline ${version} of ${operatorCode}: ${fault}`));
        }
        tell(faults, 'Whole: the record of changes and every baseline of this installation.');
      } finally {
        await database.close();
      }
    });
};

function tell(faults: readonly string[], whole: string): void {
  if (faults.length > 0) throw new CommandError(faults.join('\n'));
  console.log(whole);
}

async function readKey(path: string): Promise<string> {
  try {
    const text = await readFile(path, 'utf8');
    readPublicKey(text);
    return text;
  } catch (error) {
    throw new CommandError(`${path} is not a public key: ${(error as Error).message}`, 2);
  }
}

async function checkFile(path: string, trusted: string | undefined): Promise<[string[], string]> {
  const beginning = await readBeginning(path);
  // A change is written in canonical JSON too, and has no `assignments`.
  if (!/^\s*\{\s*"assignments"/.test(beginning)) {
    const lines = createInterface({ input: createReadStream(path) });
    const { faults, changes } = await faultsOfRecord(lines, trusted);
    return [faults, `Whole: ${changes} changes, each chain from its beginning to its end.`];
  }
  const text = await readFile(path, 'utf8');
  const faults = faultsOfBaseline(text, trusted);
  if (faults.length > 0) return [faults, ''];
  const { head, assignments, hash } = JSON.parse(text);
  return [
    [],
    `Whole: baseline ${head.version} of ${head.operator.code}, made on ${head.madeOn}, ` +
      `${assignments.length} assignments, hash ${hash}.`,
  ];
}

async function readBeginning(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new CommandError(`${path} cannot be read: ${(error as Error).message}`, 2);
  }
}
