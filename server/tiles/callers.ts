/** How old, in milliseconds, it may be that somebody was found to be signed in: as old as the table may be. */
const knownFor = 250;
const most = 1000;

/** Who asked for tiles just now and may have them: by the cookie that the session was found by. */
export class Callers {
  readonly #known = new Map<string, { company: string | null; at: number }>();

  /** The company as whose member somebody asks, null for none; undefined where it must be found out. */
  find(cookie: string): string | null | undefined {
    const known = this.#known.get(cookie);
    return known !== undefined && performance.now() - known.at < knownFor ? known.company : undefined;
  }

  know(cookie: string, company: string | null): void {
    if (this.#known.size >= most) this.#known.clear();
    this.#known.set(cookie, { company, at: performance.now() });
  }

  forget(cookie: string): void {
    this.#known.delete(cookie);
  }
}
