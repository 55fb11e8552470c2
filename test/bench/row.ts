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
  /** `ms of processor` where both could be read, else `ms`, elapsed; other rows name their own. */
  unit: string;
}

/** Takes in rows as they come, so that nothing is lost where a later peer fails. */
export type Take = (rows: readonly Row[]) => Promise<void>;

/** What stands in every row besides its figures. */
export type About = Pick<Row, 'id' | 'work' | 'size' | 'peer' | 'peerVersion'>;

/** Compares processor time with processor time, or else elapsed with elapsed. */
export function rowOf(about: About, ours: Measured<unknown>, theirs: Measured<unknown>): Row {
  return ours.processor !== null && theirs.processor !== null
    ? rowOfFigures(about, ours.processor, theirs.processor, 'ms of processor')
    : rowOfFigures(about, ours.elapsed, theirs.elapsed, 'ms');
}

export function rowOfFigures(about: About, ours: number, theirs: number, unit: string): Row {
  return { ...about, ours: round(ours), theirs: round(theirs), ratio: round(theirs / ours), unit };
}

const round = (value: number) => Number(value.toPrecision(4));

/** Two lines a comparison: what was done, and the figures. */
export function print({ id, work, size, peer, peerVersion, ours, theirs, ratio, unit }: Row): void {
  console.log(`${id}: ${work} (${size.toLocaleString('en')})`);
  console.log(`  ours ${ours} ${unit}, ${peer} ${peerVersion} ${theirs} ${unit}: ${ratio} times`);
}
