import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, expect, test } from '@jest/globals';
import { canonicalJson } from '../../server/changes/chain.ts';
import { recordLines } from '../../server/changes/record-file.ts';
import { signBaseline } from '../../server/schedules/baseline.ts';
import { scratchFolder } from '../geodata/scratch.ts';
import { run } from '../process.ts';
import { aqsu, partiesOfSmallCountry, qyzylzhar } from '../schedules/story.ts';

const story = partiesOfSmallCountry();
const scratch = scratchFolder();
let baseline: string;
let record: string[];
let key: string;

beforeEach(async () => {
  if (baseline !== undefined) return;
  await story.approved([aqsu, qyzylzhar]);
  baseline = await (await story.given.planner.fetch('/api/schedules/north/baselines/1')).text();
  record = [];
  for await (const line of recordLines(story.given.database)) record.push(line);
  const { publicKey } = await story.ask(story.given.service.nobody, 'GET', '/api/signing-key');
  key = await scratch.write('key.pem', publicKey);
});

/** What `baylanys verify` says of this text: its exit code and its words. */
async function verify(text: string, ...more: string[]): Promise<[number | null, string]> {
  const running = run(['verify', await scratch.write('file.json', text), ...more]);
  return [await running.ended, running.output().trim()];
}

test('a baseline as it was signed is whole, by the key in it and by the one that was published', async () => {
  const { hash } = JSON.parse(baseline);
  const said = `Whole: baseline 1 of north, made on 2026-11-22, 2 assignments, hash ${hash}.`;
  expect(await verify(baseline)).toEqual([0, said]);
  expect(await verify(`${baseline}\n`, '--key', key)).toEqual([0, said]);
});

test('a single altered byte in a row names the row', async () => {
  expect(await verify(baseline.replace('75000000', '75000001'))).toEqual([
    1,
    'Altered: the assignment 10/1001/1 (Ақсу).',
  ]);
});

test('a file that somebody signed anew with another key is told by the key that was published', async () => {
  const { head, assignments } = JSON.parse(baseline);
  const forged = signBaseline(generateKeyPairSync('ed25519').privateKey, head, assignments.slice(1));
  expect((await verify(canonicalJson(forged)))[0]).toBe(0);
  expect(await verify(canonicalJson(forged), '--key', key)).toEqual([
    1,
    'The file is signed by another key than the one given.',
  ]);
});

test('an exported record is whole; a single altered byte names the change', async () => {
  expect(await verify(record.join(''), '--key', key)).toEqual([
    0,
    `Whole: ${record.length - 1} changes, each chain from its beginning to its end.`,
  ]);
  const altered = record.map((line) =>
    line.includes('"regionCode":"11","sequence":2,') ? line.replace('"actor":"', '"actor":"x') : line,
  );
  expect(await verify(altered.join(''))).toEqual([1, 'Altered: change 2 of the chain 11.']);
});

test('what is no such file, or no key, is told in one line', async () => {
  expect(await verify('')).toEqual([1, 'The file is cut short: its last line, the seal, is not there.']);
  expect(await verify('{"assignments":[')).toEqual([1, expect.stringMatching(/^The file is not JSON any more: .*\.$/)]);
  expect((await verify(baseline, '--key', await scratch.write('no-key', 'nothing')))[0]).toBe(2);
  const missing = run(['verify', scratch.path('missing.json')]);
  expect([await missing.ended, missing.output()]).toEqual([2, expect.stringContaining('missing.json cannot be read')]);
});
