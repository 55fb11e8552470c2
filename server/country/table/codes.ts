/** A few codes that occur many times, and a number for each. */
export class Codes {
  readonly list: string[] = [];
  readonly #at = new Map<string, number>();

  /** The number of a code, which gets one where it has none yet. */
  indexOf(code: string): number {
    const known = this.#at.get(code);
    if (known !== undefined) return known;
    this.#at.set(code, this.list.length);
    return this.list.push(code) - 1;
  }

  /** The number of a code; -1 where it never occurred. */
  find(code: string): number {
    return this.#at.get(code) ?? -1;
  }
}
