import { canonicalJson } from '../changes/chain.ts';
import { BaselineFile, type BaselineRow } from './schema.ts';
import { jsonHash, isSigned, publicText, readPublicKey } from '../changes/signing.ts';

/** An assignment as a person would look for it. */
const named = ({ regionCode, code, number, names }: BaselineRow) =>
  `the assignment ${regionCode}/${code}/${number} (${names.kk || names.ru || names.en})`;

/** What of a baseline file was altered, each in words; nothing where it is whole. `trusted` is the key to expect. */
export function faultsOfBaseline(text: string, trusted?: string): string[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return [`The file is not JSON any more: ${(error as Error).message}.`];
  }
  const parsed = BaselineFile.safeParse(data);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    return [`The file has not the shape of a baseline: ${path.join('.') || 'the whole'}: ${message}.`];
  }
  const file = parsed.data;
  const faults = faultsOfPieces(file);
  // Also tells of members that the shape does not know, of doubled ones and of white space.
  if (faults.length === 0 && canonicalJson(file) !== text.trim()) {
    faults.push(`The file was written anew: ${firstDifference(canonicalJson(file), text.trim())}.`);
  }
  return [...faults, ...faultsOfSignature(file, trusted)];
}

function faultsOfPieces({ head, assignments, hashes, hash }: BaselineFile): string[] {
  const now = { head: jsonHash(head), assignments: assignments.map(jsonHash) };
  if (jsonHash(now) === hash) {
    // The pieces are as they were signed: where a hash differs, the hash itself was altered.
    if (canonicalJson(now) === canonicalJson(hashes)) return [];
    if (now.head !== hashes.head) return ['The hash of the head was altered; the head itself is whole.'];
    const at = assignments.findIndex((_, i) => now.assignments[i] !== hashes.assignments[i]);
    return [`The hash of ${at < 0 ? 'an assignment that is not there' : named(assignments[at])} was altered.`];
  }
  const faults: string[] = [];
  if (now.head !== hashes.head) faults.push('The head was altered.');
  if (assignments.length !== hashes.assignments.length) {
    faults.push(`There are ${assignments.length} assignments and ${hashes.assignments.length} hashes.`);
  }
  for (const [i, row] of assignments.entries()) {
    if (now.assignments[i] !== hashes.assignments[i]) faults.push(`Altered: ${named(row)}.`);
  }
  return faults.length > 0 ? faults : ['The hash of the whole was altered, or pieces with their hashes.'];
}

function faultsOfSignature({ hash, signature, publicKey }: BaselineFile, trusted?: string): string[] {
  const faults: string[] = [];
  if (!isSigned(hash, { signature, publicKey })) {
    faults.push('The signature is not one of the key in the file over this hash.');
  }
  if (trusted !== undefined && publicText(readPublicKey(trusted)) !== publicKey) {
    faults.push('The file is signed by another key than the one given.');
  }
  return faults;
}

function firstDifference(expected: string, found: string): string {
  const at = [...expected].findIndex((letter, i) => found[i] !== letter);
  const place = at < 0 ? expected.length : at;
  return `at character ${place + 1} it has ${JSON.stringify(found.slice(place, place + 20))}`;
}
