/** Rows of the table, ascending: those of `rows` from one index and before another, or, where it is null, these rows. */
export interface Rows {
  rows: Uint32Array | null;
  from: number;
  before: number;
}
