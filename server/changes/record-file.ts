import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { canonicalJson, genesis, hashOf } from './chain.ts';
import { chainHeads, type ChainHead, changesOfRegion } from './queries.ts';
import { Change } from './schema.ts';
import { isSigned, publicText, readPublicKey, signingKey, signText } from './signing.ts';

const changesAtOnce = 200;

/** The last line: where each chain ends, so that a file cut short is told, signed by the installation. */
const Seal = z.object({
  heads: z.array(z.object({ regionCode: z.string(), sequence: z.int(), hash: z.string() })),
  signature: z.string(),
  publicKey: z.string(),
});
type Seal = z.infer<typeof Seal>;

const Line = z.union([Change, Seal]);

/** The record of changes as lines of canonical JSON: every chain from its beginning, a change a line, then the seal. */
export async function* recordLines(database: Database): AsyncGenerator<string> {
  const heads = await chainHeads(database);
  for (const { regionCode, sequence: last } of heads) {
    for (let sequence = 0; sequence < last; sequence += changesAtOnce) {
      const changes = await changesOfRegion(database, regionCode, sequence, Math.min(changesAtOnce, last - sequence));
      for (const change of changes) yield `${canonicalJson(change)}\n`;
    }
  }
  const key = await signingKey(database);
  const signature = signText(key, canonicalJson(heads));
  yield `${canonicalJson({ heads, signature, publicKey: publicText(key) } satisfies Seal)}\n`;
}

/** Checks a record's lines, whichever their number. Says what is wrong first in each chain; nothing where it is whole. */
export async function faultsOfRecord(
  lines: AsyncIterable<string>,
  trusted?: string,
): Promise<{ faults: string[]; changes: number }> {
  const ends = new Map<string, Omit<ChainHead, 'regionCode'>>();
  const faulty = new Map<string, string>();
  let changes = 0;
  let place = 'the beginning';
  let seal: Seal | null = null;
  for await (const line of lines) {
    if (line === '') continue;
    const data = parsed(line);
    if (data === null || seal !== null) {
      return { faults: [`Altered after ${place}: a line that is no change.`], changes };
    }
    if ('heads' in data) {
      seal = data;
      place = 'the last change';
      continue;
    }
    const { regionCode } = data;
    const { sequence, hash } = ends.get(regionCode) ?? { sequence: 0, hash: genesis };
    place = `change ${data.sequence} of the chain ${regionCode}`;
    if (!follows(data, sequence, hash) && !faulty.has(regionCode)) {
      faulty.set(regionCode, `Altered: change ${sequence + 1} of the chain ${regionCode}.`);
    }
    ends.set(regionCode, data);
    changes += 1;
  }
  const faults = [...faulty.values(), ...faultsOfSeal(seal, ends, new Set(faulty.keys()), trusted)];
  return { faults, changes };
}

const follows = ({ hash, ...change }: Change, sequence: number, previousHash: string): boolean =>
  change.sequence === sequence + 1 && change.previousHash === previousHash && hashOf(change) === hash;

/** A line that is canonical JSON of a change or of the seal; null for any other. */
function parsed(line: string): Change | Seal | null {
  try {
    const data: unknown = JSON.parse(line);
    return canonicalJson(data) === line && Line.safeParse(data).success ? (data as Change | Seal) : null;
  } catch {
    return null;
  }
}

function faultsOfSeal(
  seal: Seal | null,
  ends: ReadonlyMap<string, Omit<ChainHead, 'regionCode'>>,
  faulty: ReadonlySet<string>,
  trusted: string | undefined,
): string[] {
  if (seal === null) return ['The file is cut short: its last line, the seal, is not there.'];
  const { heads, publicKey } = seal;
  const faults: string[] = [];
  if (!isSigned(canonicalJson(heads), seal)) faults.push('The seal was altered.');
  if (trusted !== undefined && publicText(readPublicKey(trusted)) !== publicKey) {
    faults.push('The file is sealed by another key than the one given.');
  }
  for (const { regionCode, sequence, hash } of heads) {
    const end = ends.get(regionCode) ?? { sequence: 0, hash: genesis };
    if (!faulty.has(regionCode) && (end.sequence !== sequence || end.hash !== hash)) {
      faults.push(`The chain ${regionCode} ends with change ${end.sequence}, by the seal with ${sequence}.`);
    }
  }
  return faults;
}
