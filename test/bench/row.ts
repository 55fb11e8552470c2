import type { Measured } from './measure.ts';

/** One comparison. `ratio` is theirs / ours: how many times less we need. */
export interface Row {
  id: string;
  work: string;
  size: number;
  peer: string;
  peerVersion: string;
  ours: number;
  theirs: number;
  ratio: number;
  unit: string;
}

export function rowOf(
  about: Pick<Row, 'id' | 'work' | 'size' | 'peer' | 'peerVersion'>,
  ours: Measured<unknown>,
  theirs: Measured<unknown>,
): Row {
  const ratio = theirs.elapsed / ours.elapsed;
  return { ...about, ours: round(ours.elapsed), theirs: round(theirs.elapsed), ratio: round(ratio), unit: 'ms' };
}

const round = (value: number) => Number(value.toPrecision(4));

/** Two lines a comparison: what was done, and the figures. */
export function print({ id, work, size, peer, peerVersion, ours, theirs, ratio, unit }: Row): void {
  console.log(`${id}: ${work} (${size.toLocaleString('en')})`);
  console.log(`  ours ${ours} ${unit}, ${peer} ${peerVersion} ${theirs} ${unit}: ${ratio} times`);
}
