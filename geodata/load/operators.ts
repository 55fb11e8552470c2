import { createHash } from 'node:crypto';
import type { Database } from '../../server/database/database.ts';
import { allOperators } from '../../server/operators/queries.ts';
import { addOperators } from './operators.queries.ts';
import { slugOf } from './slug.ts';

/** The operators that are known, by code and by every name, and those that a file adds. */
export class Operators {
  readonly #codes: Map<string, string>;
  readonly #database: Database;
  readonly added: { code: string; name: string }[] = [];

  private constructor(database: Database, codes: Map<string, string>) {
    this.#database = database;
    this.#codes = codes;
  }

  static async read(database: Database): Promise<Operators> {
    const known = (await allOperators(database)).flatMap(({ code, names }) =>
      [code, ...Object.values(names)]
        .filter((name) => name !== '')
        .map((name): [string, string] => [simple(name), code]),
    );
    return new Operators(database, new Map(known));
  }

  /** The codes of these names; operators that are not known are added. */
  async codesOf(names: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    const fresh: { code: string; name: string }[] = [];
    for (const name of names) {
      const slug = operatorCodeOf(name);
      const known = this.#codes.get(simple(name)) ?? this.#codes.get(slug);
      if (known === undefined) fresh.push({ code: slug, name });
      const code = known ?? slug;
      this.#codes.set(simple(name), code).set(slug, code);
      found.set(name, code);
    }
    if (fresh.length > 0) await addOperators(this.#database, fresh);
    this.added.push(...fresh);
    return found;
  }
}

/** The code that an operator gets that is known by its name alone. */
export function operatorCodeOf(name: string): string {
  return slugOf(name) || `operator-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

const simple = (name: string) => name.trim().toLowerCase();
