import { wholeCountry, type Entity } from '../../server/changes/schema.ts';
import { canonicalJson } from '../../server/changes/chain.ts';
import { identifierOf } from '../../server/changes/identifier.ts';
import {
  networkNodes,
  networkSpans,
  removeNodes,
  removeSpans,
  writeNodes,
  writeSpans,
} from '../../server/network/queries.ts';
import type { NetworkNode, NetworkSpan } from '../../server/network/schema.ts';
import { boundaryMargin } from '../../server/places/margin.ts';
import type { Fault } from '../checks/reasons.ts';
import { warning } from '../checks/warnings.ts';
import { FileError } from '../files/file-error.ts';
import type { FileRecord } from '../files/record.ts';
import type { ReadRow } from '../sources/read.ts';
import type { NetworkRow, SettlementRow } from '../sources/source.ts';
import { inBatches } from './batches.ts';
import type { Loader, Loading } from './loader.ts';
import { locate } from './locate.ts';
import { Operators } from './operators.ts';

type Part = NetworkNode | NetworkSpan;
const isNode = (part: Part): part is NetworkNode => 'longitude' in part;
const entityOf = (part: Part): Entity => (isNode(part) ? 'network-node' : 'network-span');
const keyOf = ({ regionCode, id }: Part) => ({ regionCode, id });

/** Makes the network of a dataset what the file says: adds, changes and withdraws its nodes and spans. */
export class NetworkLoader implements Loader<'network'> {
  readonly #loading: Loading;
  readonly #operators: Operators;
  readonly #known: ReadonlyMap<string, Part>;
  readonly #reads: { record: FileRecord; row: NetworkRow }[] = [];

  private constructor(loading: Loading, operators: Operators, known: ReadonlyMap<string, Part>) {
    this.#loading = loading;
    this.#operators = operators;
    this.#known = known;
  }

  /** Throws FileError where no region is known that a node could stand in. */
  static async open(loading: Loading): Promise<NetworkLoader> {
    const { database, country } = loading;
    if (country.outlines.size === 0)
      throw new FileError('No region is known that the network could stand in. Load boundaries first.', {
        fault: 'no-regions',
      });
    const known = [...(await networkNodes(database, null)), ...(await networkSpans(database, null))];
    return new NetworkLoader(loading, await Operators.read(database), new Map(known.map((part) => [part.id, part])));
  }

  async accept({ record, row, faults }: ReadRow<'network'>): Promise<void> {
    if (row !== null) this.#reads.push({ record, row });
    else if (faults.length > 0) await this.#loading.tally.reject(record, faults);
  }

  async finish(): Promise<void> {
    const { database, tally, dataset, importId } = this.#loading;
    const parts = await this.#placed();
    const seen = new Set(parts.map(({ id }) => id));
    const fresh: Part[] = [];
    let elsewhere = 0;
    for (const part of parts) {
      const before = this.#known.get(part.id);
      const isElsewhere = before !== undefined && before.dataset !== dataset;
      const isSame = before !== undefined && canonicalJson(before) === canonicalJson(part);
      tally[before === undefined ? 'added' : isSame || isElsewhere ? 'unchanged' : 'changed'] += 1;
      if (isElsewhere) elsewhere += 1;
      else if (!isSame) fresh.push(part);
    }
    const gone = [...this.#known.values()].filter((part) => part.dataset === dataset && !seen.has(part.id));
    tally.removed += gone.length;
    if (elsewhere > 0) tally.warnings.push(warning('other-dataset', { count: elsewhere }));
    if (fresh.length + gone.length === 0) return;

    const action = await this.#loading.openAction();
    // What moved to another region leaves the first.
    const moved = fresh.flatMap((part) => {
      const before = this.#known.get(part.id);
      return before !== undefined && before.regionCode !== part.regionCode ? [before] : [];
    });
    for (const before of [...gone, ...moved])
      action.add(before.regionCode, {
        entity: entityOf(before),
        key: keyOf(before),
        before: { ...before },
        after: null,
      });
    for (const part of fresh) {
      const old = this.#known.get(part.id);
      const before = old?.regionCode === part.regionCode ? { ...old } : null;
      action.add(part.regionCode, { entity: entityOf(part), key: keyOf(part), before, after: { ...part, importId } });
    }
    for (const { code, name } of this.#operators.added) {
      const names = { kk: name, ru: name, en: name };
      action.add(wholeCountry, { entity: 'operator', key: { code }, before: null, after: { code, names } });
    }
    const added = this.#operators.added.map(({ code, name }) => `${name} (${code})`);
    if (added.length > 0) tally.warnings.push(warning('operators-added', { operators: added.join(', ') }));

    const leaving = [...gone, ...moved];
    await removeNodes(database, leaving.filter(isNode));
    await removeSpans(
      database,
      leaving.filter((part) => !isNode(part)),
    );
    const written = <T extends Part>(part: T) => ({ ...part, importId, version: action.sequence(part.regionCode) });
    await inBatches(fresh.filter(isNode), (batch) => writeNodes(database, batch.map(written)));
    const spans = fresh.filter((part): part is NetworkSpan => !isNode(part));
    await inBatches(spans, (batch) => writeSpans(database, batch.map(written)));
  }

  /** The rows without fault, in their regions: a span in the first that its route comes through. */
  async #placed(): Promise<Part[]> {
    const { country, tally, dataset } = this.#loading;
    const points = this.#reads.flatMap(({ row }) =>
      row.type === 'node' ? [[row.longitude, row.latitude]] : row.route.slice(0, 1),
    );
    const located = locate(
      points.map(([longitude, latitude]) => ({ regionCode: null, code: '', longitude, latitude }) as SettlementRow),
      country,
      boundaryMargin,
    );
    const sound: { row: NetworkRow; id: string; regionCode: string }[] = [];
    const seen = new Set<string>();
    for (const [at, { record, row }] of this.#reads.entries()) {
      const place = located[at];
      const id = identifierOf(`${row.type} ${row.identity}`);
      const faults: Fault[] = 'fault' in place ? [place.fault] : [];
      if (seen.has(id)) faults.push({ column: 'id', value: row.identity, reason: 'duplicate' });
      if (faults.length > 0 || 'fault' in place) await tally.reject(record, faults);
      else sound.push({ row, id, regionCode: place.regionCode });
      seen.add(id);
    }
    const codes = await this.#operators.codesOf(new Set(sound.map(({ row }) => row.operator)));
    return sound.map(({ row, id, regionCode }): Part => {
      const { name, status, readyOn } = row;
      const common = { regionCode, id, operatorCode: codes.get(row.operator)!, name, status, readyOn, dataset };
      if (row.type === 'node') {
        const { longitude, latitude, technologies } = row;
        return { ...common, longitude, latitude, technologies };
      }
      const end = (identity: string | null) => (identity === null ? null : identifierOf(identity));
      return { ...common, startId: end(row.start), endId: end(row.end), route: row.route };
    });
  }
}
