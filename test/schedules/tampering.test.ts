import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, genesis, hashOf } from '../../server/changes/chain.ts';
import { faultsOfRecord } from '../../server/changes/record-file.ts';
import type { Change } from '../../server/changes/schema.ts';
import { publicText, signText } from '../../server/changes/signing.ts';
import { signBaseline } from '../../server/schedules/baseline.ts';
import type { BaselineHead, BaselineRow } from '../../server/schedules/schema.ts';
import { faultsOfBaseline } from '../../server/schedules/verify-baseline.ts';

const key = generateKeyPairSync('ed25519').privateKey;
const names = (text: string) => ({ kk: text, ru: text, en: text });

const row = (number: number): BaselineRow => ({
  regionCode: '10',
  code: `10${number}`,
  number: 1,
  names: names(`Ауыл ${number}`),
  region: names('Облыс'),
  district: null,
  population: 1000 + number,
  technology: 'fibre',
  startQuarter: '2027-Q1',
  finishQuarter: '2027-Q3',
  costTenge: null,
  subsidyTenge: 0,
  responsibleOfficer: 'Ә. Өмірзақ',
});

const head: BaselineHead = {
  format: 'baylanys-baseline-1',
  programme: { code: '250+', names: names('250+') },
  operator: { code: 'north', names: names('Солтүстік') },
  version: 1,
  madeOn: '2026-11-22',
  madeBy: 'planner',
  responsibleOfficer: 'Ә. Өмірзақ',
  scheduleVersion: 1,
  changeRequests: [],
  previous: null,
  totals: { settlements: 3, residents: 3003, costTenge: 0, subsidyTenge: 0 },
};

const rows = [row(0), row(1), row(2)];
const whole = canonicalJson(signBaseline(key, head, rows));

const letters = fc.string({ minLength: 1, maxLength: 1, unit: 'binary-ascii' });

/** A text with one character replaced by another. */
const altered = (text: string) =>
  fc
    .tuple(fc.nat(text.length - 1), letters)
    .filter(([at, letter]) => text[at] !== letter)
    .map(([at, letter]) => ({ at, text: text.slice(0, at) + letter + text.slice(at + 1) }));

test('a baseline as it was signed has no faults', () => {
  expect(faultsOfBaseline(whole)).toEqual([]);
});

test('any one altered character of a baseline is found', () => {
  fc.assert(
    fc.property(altered(whole), ({ text }) => {
      expect(faultsOfBaseline(text)).not.toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('any altered value of a row names that row and no other', () => {
  const values = fc.record(
    {
      population: fc.nat(),
      finishQuarter: fc.constantFrom('2027-Q2', '2028-Q4'),
      costTenge: fc.nat(),
      responsibleOfficer: fc.string(),
      technology: fc.constantFrom('4g', 'satellite'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.nat(2), values, (at, changes) => {
      const file = JSON.parse(whole);
      Object.assign(file.assignments[at], changes);
      const same = canonicalJson(file.assignments[at]) === canonicalJson(rows[at]);
      expect(faultsOfBaseline(canonicalJson(file))).toEqual(
        same ? [] : [`Altered: the assignment 10/10${at}/1 (Ауыл ${at}).`],
      );
    }),
  );
});

test.each([
  ['the head', (file: any) => (file.head.version = 2), 'The head was altered.'],
  [
    'a hash of a row',
    (file: any) => (file.hashes.assignments[1] = 'f'.repeat(64)),
    'The hash of the assignment 10/101/1 (Ауыл 1) was altered.',
  ],
  ['a row left out', (file: any) => file.assignments.pop(), 'There are 2 assignments and 3 hashes.'],
  [
    'a row left out with its hash',
    (file: any) => [file.assignments.pop(), file.hashes.assignments.pop()],
    'The hash of the whole was altered, or pieces with their hashes.',
  ],
])('%s is named', (_, alter, said) => {
  const file = JSON.parse(whole);
  alter(file);
  expect(faultsOfBaseline(canonicalJson(file))).toEqual([said]);
});

test('a member put in beside those that are signed is told', () => {
  const text = whole.replace('{"assignments"', '{"approved":"yes","assignments"');
  expect(faultsOfBaseline(text)).toEqual([
    'The file was written anew: at character 4 it has "pproved\\":\\"yes\\",\\"assi".',
  ]);
});

/** Two chains of three changes, and the seal. */
const record = (() => {
  const heads: { regionCode: string; sequence: number; hash: string }[] = [];
  const lines: string[] = [];
  for (const regionCode of ['10', '11']) {
    let previousHash = genesis;
    for (let sequence = 1; sequence <= 3; sequence++) {
      const change: Omit<Change, 'hash'> = {
        regionCode,
        sequence,
        actionId: '00000000-0000-4000-8000-000000000001',
        madeAt: '2026-11-22T00:00:00.000Z',
        actor: 'planner',
        verb: 'assign',
        undoes: null,
        items: [{ entity: 'assignment', key: { number: sequence }, before: null, after: { stage: 'draft' } }],
        previousHash,
      };
      previousHash = hashOf(change);
      lines.push(canonicalJson({ ...change, hash: previousHash }));
    }
    heads.push({ regionCode, sequence: 3, hash: previousHash });
  }
  const signature = signText(key, canonicalJson(heads));
  return [...lines, canonicalJson({ heads, signature, publicKey: publicText(key) })];
})();

async function* each(lines: readonly string[]) {
  yield* lines;
}

const faults = async (lines: readonly string[]) => (await faultsOfRecord(each(lines))).faults;

test('a record as it was exported has no faults; each change that is altered, taken out or put in is named', async () => {
  expect(await faults(record)).toEqual([]);
  expect(await faults(record.with(1, record[1].replace('draft', 'dxaft')))).toEqual([
    'Altered: change 2 of the chain 10.',
  ]);
  expect(await faults(record.toSpliced(4, 1))).toEqual(['Altered: change 2 of the chain 11.']);
  expect(await faults(record.toSpliced(5, 1))).toEqual(['The chain 11 ends with change 2, by the seal with 3.']);
  expect(await faults(record.toSpliced(5, 0, record[4]))).toEqual(['Altered: change 3 of the chain 11.']);
  expect(await faults(record.slice(0, 3))).toEqual(['The file is cut short: its last line, the seal, is not there.']);
});

test('any one altered character of a record is found', async () => {
  const text = record.join('\n');
  await fc.assert(
    fc.asyncProperty(altered(text), async ({ text: other }) => {
      expect(await faults(other.split('\n'))).not.toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
