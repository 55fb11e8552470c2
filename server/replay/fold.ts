import { changesBefore, type RecordPlace } from '../changes/queries.ts';
import type { Change, ChangeItem, Entity } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';

/** A row as the record tells of it: the key and everything that was written, by the names that items use. */
export type Row = Record<string, unknown>;

/**
 * The rows that a record of changes leaves, change by change. An item names
 * what its action wrote: what it does not name stays as it was.
 */
export class Fold {
  readonly #entities: ReadonlySet<Entity> | null;
  readonly #rows = new Map<Entity, Map<string, Row>>();
  /** Of each region, the latest action and the first of its changes there: the version of the rows that it wrote. */
  readonly #latest = new Map<string, { actionId: string; sequence: number }>();
  /** Evidence by its id alone, whichever region it stands in: what copies are made of. */
  readonly #evidence = new Map<string, Row>();

  /** Keeps the rows of these entities; of all where none are named. */
  constructor(entities: readonly Entity[] | null = null) {
    this.#entities = entities && new Set(entities);
  }

  apply({ regionCode, sequence, actionId, items }: Change): void {
    if (this.#latest.get(regionCode)?.actionId !== actionId) this.#latest.set(regionCode, { actionId, sequence });
    const version = this.#latest.get(regionCode)!.sequence;
    for (const item of items) {
      if (this.#entities === null || this.#entities.has(item.entity)) this.#write(item, version);
    }
  }

  /** The rows of an entity, in no order, of the shape that its items have. */
  rowsOf<Shape = Row>(entity: Entity): Shape[] {
    return [...(this.#rows.get(entity)?.values() ?? [])] as Shape[];
  }

  entities(): Entity[] {
    return [...this.#rows.keys()];
  }

  #write({ entity, key, after }: ChangeItem, version: number): void {
    const rows = this.#rows.get(entity) ?? new Map<string, Row>();
    this.#rows.set(entity, rows);
    // The database keeps the members of an object in an order of its own, the same for equal names.
    const text = Object.values(key).join(' ');
    if (after === null) {
      rows.delete(text);
      return;
    }
    const { copied, ...written } = after;
    const standing = copied === true ? this.#evidence.get(String(key.id)) : rows.get(text);
    const row = { ...standing, ...written, version, ...key };
    rows.set(text, row);
    if (entity === 'evidence') this.#evidence.set(String(key.id), row);
  }
}

const changesAtOnce = 50;

/** Folds the record up to a time, an ISO date and time that is itself not included; all of it where it is null. */
export async function foldRecord(
  database: Database,
  before: string | null,
  entities: readonly Entity[] | null = null,
): Promise<Fold> {
  const fold = new Fold(entities);
  let place: RecordPlace | null = null;
  for (;;) {
    const changes: Change[] = await changesBefore(database, before, place, changesAtOnce);
    for (const change of changes) fold.apply(change);
    if (changes.length < changesAtOnce) return fold;
    place = changes.at(-1)!;
  }
}
