/** One field in which theirs and mine differ, in words. */
export interface ComparedField {
  label: string;
  theirs: string;
  mine: string;
}

/** One thing that another changed while this person was changing it. */
export interface Comparison {
  title: string;
  fields: readonly ComparedField[];
  /** Writes mine in the fields where it was chosen, and leaves theirs in the others. */
  save(mine: readonly boolean[]): Promise<void>;
}
