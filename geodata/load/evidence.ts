import type { Box } from '../../server/assessment/engine/circle.ts';
import type { Action } from '../../server/changes/record.ts';
import { wholeCountry } from '../../server/changes/schema.ts';
import { addEvidence, type NewEvidence, removeEvidence } from '../../server/coverage/queries.ts';
import { recordEvidence } from '../../server/coverage/recorded.ts';
import type { Evidence } from '../../server/coverage/schema.ts';
import { polygonsOf } from '../checks/areas.ts';
import { warning } from '../checks/warnings.ts';
import { FileError } from '../files/file-error.ts';
import { toEvidence } from '../sources/evidence.ts';
import type { ReadRow } from '../sources/read.ts';
import { inBatches } from './batches.ts';
import { type Place, placeOf } from './evidence-place.ts';
import { evidenceOfDataset, standing, type StandingEvidence } from './evidence.queries.ts';
import type { Loader, Loading } from './loader.ts';
import { Operators } from './operators.ts';
import { knownPopulations } from './settlements.queries.ts';

/** Rows, or vertices of areas, that are held before they are written: a file larger than memory passes through. */
const rowsAtOnce = 2000;
const verticesAtOnce = 200_000;

/** Adds the evidence of a dataset that is new and withdraws what the file no longer has. */
export class EvidenceLoader implements Loader<'evidence'> {
  readonly #loading: Loading;
  readonly #operators: Operators;
  readonly #action: Action;
  /** Settlement → region. */
  readonly #regionOf: ReadonlyMap<string, { regionCode: string }>;
  readonly #before: ReadonlyMap<string, StandingEvidence[]>;
  readonly #seen = new Set<string>();
  #held: ReadRow<'evidence'>[] = [];
  #heldVertices = 0;
  #elsewhere = 0;

  private constructor(
    loading: Loading,
    operators: Operators,
    action: Action,
    regionOf: ReadonlyMap<string, { regionCode: string }>,
    before: ReadonlyMap<string, StandingEvidence[]>,
  ) {
    this.#loading = loading;
    this.#operators = operators;
    this.#action = action;
    this.#regionOf = regionOf;
    this.#before = before;
  }

  /** Throws FileError where no region is known that evidence could stand in. */
  static async open(loading: Loading): Promise<EvidenceLoader> {
    const { database, country, dataset } = loading;
    if (country.outlines.size === 0 && country.boxes.size === 0)
      throw new FileError(
        'No region is known that the evidence could stand in. Load boundaries or settlements first.',
        { fault: 'no-regions' },
      );
    const before = new Map<string, StandingEvidence[]>();
    for (const row of await evidenceOfDataset(database, dataset))
      before.set(row.id, [...(before.get(row.id) ?? []), row]);
    const operators = await Operators.read(database);
    return new EvidenceLoader(loading, operators, await loading.openAction(), await knownPopulations(database), before);
  }

  async accept(read: ReadRow<'evidence'>): Promise<void> {
    const { tally } = this.#loading;
    if (read.row === null) {
      if (read.faults.length > 0) await tally.reject(read.record, read.faults);
      return;
    }
    this.#held.push(read);
    const { where } = read.row;
    if (where.type === 'area') this.#heldVertices += polygonsOf(where.geometry).flat(2).length;
    if (this.#held.length >= rowsAtOnce || this.#heldVertices >= verticesAtOnce) await this.#flush();
  }

  async finish(): Promise<void> {
    await this.#flush();
    await this.#withdraw();
    const { tally, country } = this.#loading;
    for (const { code, name } of this.#operators.added) {
      const names = { kk: name, ru: name, en: name };
      this.#action.add(wholeCountry, { entity: 'operator', key: { code }, before: null, after: { code, names } });
    }
    const added = this.#operators.added.map(({ code, name }) => `${name} (${code})`);
    if (added.length > 0) tally.warnings.push(warning('operators-added', { operators: added.join(', ') }));
    if (this.#elsewhere > 0) tally.warnings.push(warning('other-dataset', { count: this.#elsewhere }));
    if (country.outlines.size === 0) tally.warnings.push(warning('evidence-by-extent'));
  }

  async #flush(): Promise<void> {
    const held = this.#held;
    this.#held = [];
    this.#heldVertices = 0;
    const pieces: { evidence: Evidence; box: Box | null; regionCodes: string[]; line: number }[] = [];
    const sound: { read: ReadRow<'evidence'>; place: Place }[] = [];
    for (const read of held) {
      const place = placeOf(read.row!, this.#loading.country, this.#regionOf);
      if ('fault' in place) await this.#loading.tally.reject(read.record, [place.fault]);
      else sound.push({ read, place });
    }
    const names = new Set(sound.flatMap(({ read }) => read.row!.operator ?? []));
    const codes = await this.#operators.codesOf(names);
    for (const { read, place } of sound) {
      const { operator } = read.row!;
      const evidence = toEvidence(read.row!, operator === null ? null : codes.get(operator)!);
      if (this.#seen.has(evidence.id)) {
        await this.#loading.tally.reject(read.record, [{ column: null, value: null, reason: 'duplicate' }]);
        continue;
      }
      this.#seen.add(evidence.id);
      pieces.push({ evidence, line: read.record.line, ...place });
    }
    await this.#write(pieces);
  }

  async #write(pieces: readonly { evidence: Evidence; box: Box | null; regionCodes: string[]; line: number }[]) {
    const { database, tally, touched, dataset, importId } = this.#loading;
    const keys = pieces.flatMap(({ evidence: { id }, regionCodes }) =>
      regionCodes.map((regionCode) => ({ regionCode, id })),
    );
    const there = await standing(database, keys);
    const recorded = await recordEvidence(database, pieces, dataset, importId);
    const rows: NewEvidence[] = [];
    for (const [at, { evidence, box, regionCodes, line }] of pieces.entries()) {
      const { id } = evidence;
      const missing = regionCodes.filter((regionCode) => !there.has(`${regionCode} ${id}`));
      const isNew = missing.length === regionCodes.length && !this.#before.has(id);
      tally[isNew ? 'added' : 'unchanged'] += 1;
      if (!isNew && !this.#before.has(id)) this.#elsewhere += 1;
      for (const regionCode of missing) {
        rows.push({ regionCode, id, evidence, box, line, version: this.#action.sequence(regionCode) });
        this.#action.add(regionCode, {
          entity: 'evidence',
          key: { regionCode, id },
          before: null,
          after: recorded[at],
        });
        this.#touch(touched, regionCode, box, evidence.where.type === 'settlement' ? evidence.where.code : null);
      }
    }
    await inBatches(rows, (batch) => addEvidence(database, batch, dataset, importId));
  }

  async #withdraw(): Promise<void> {
    const { database, tally, touched } = this.#loading;
    const gone = [...this.#before].filter(([id]) => !this.#seen.has(id));
    tally.removed += gone.length;
    for (const { regionCode, id, box, settlementCode } of gone.flatMap(([, rows]) => rows)) {
      const before = { dataset: this.#loading.dataset, settlementCode, box };
      this.#action.add(regionCode, { entity: 'evidence', key: { regionCode, id }, before, after: null });
      this.#touch(touched, regionCode, box, settlementCode);
    }
    await inBatches(
      gone.flatMap(([, rows]) => rows),
      (batch) => removeEvidence(database, batch),
    );
  }

  #touch(touched: Loading['touched'], regionCode: string, box: Box | null, settlementCode: string | null): void {
    if (box !== null) touched.box(regionCode, box);
    else if (settlementCode !== null && this.#regionOf.get(settlementCode)?.regionCode === regionCode)
      touched.settlement({ regionCode, code: settlementCode });
  }
}
