import type { MultiPoint } from 'geojson';
import type { Area } from '../../server/assessment/engine/area.ts';
import { cover } from '../../server/assessment/engine/cover.ts';
import { PointGrid } from '../../server/assessment/engine/grid.ts';
import { Ranges } from '../../server/assessment/engine/ranges.ts';
import { keepShapes } from '../../server/changes/shapes.ts';
import { warning } from '../checks/warnings.ts';
import type { ReadRow } from '../sources/read.ts';
import type { ResidentsRow } from '../sources/source.ts';
import { inBatches } from './batches.ts';
import type { Loader, Loading } from './loader.ts';
import { settlementsWithAreas, writeResidents } from './settlements.queries.ts';

/**
 * Where people live in the settlements that are given as polygons: the points that fall in one take the place of those
 * that were known of it. A point in several is of the smallest; one in none is left out, and told of.
 */
export class ResidentsLoader implements Loader<'residents'> {
  readonly #loading: Loading;
  readonly #points: ResidentsRow[] = [];

  constructor(loading: Loading) {
    this.#loading = loading;
  }

  async accept({ record, row, faults }: ReadRow<'residents'>): Promise<void> {
    if (row !== null) this.#points.push(row);
    else if (faults.length > 0) await this.#loading.tally.reject(record, faults);
  }

  async finish(): Promise<void> {
    const { database, tally, importId, touched } = this.#loading;
    const settlements = await settlementsWithAreas(database);
    const owners = ownersOf(
      this.#points,
      settlements.map(({ area }) => area),
    );
    const pointsOf = settlements.map((): ResidentsRow[] => []);
    let outside = 0;
    for (const [i, point] of this.#points.entries()) {
      if (owners[i] < 0) outside++;
      else pointsOf[owners[i]].push(point);
    }
    if (outside > 0) tally.warnings.push(warning('outside-settlements', { count: outside }));

    const named = settlements.flatMap((settlement, i) =>
      pointsOf[i].some(({ residents }) => residents > 0) ? { settlement, rows: pointsOf[i] } : [],
    );
    const hashes: string[] = [];
    await inBatches(named, async (batch) => {
      hashes.push(
        ...(await keepShapes(
          database,
          batch.map(({ rows }) => together(rows)),
        )),
      );
    });
    const action = await this.#loading.openAction();
    const written = named.flatMap(({ settlement: { regionCode, code, residents }, rows }, i) => {
      const hash = hashes[i];
      tally[residents === null ? 'added' : residents === hash ? 'unchanged' : 'changed'] += rows.length;
      if (residents === hash) return [];
      const key = { regionCode, code };
      const after = { residents: hash, importId };
      action.add(regionCode, { entity: 'settlement', key, before: { residents }, after });
      touched.settlement(key);
      return { ...key, residents: hash, version: action.sequence(regionCode) };
    });
    await inBatches(written, (batch) => writeResidents(database, batch, importId));
  }
}

/** Of each point the area, by index, that covers it, the smallest of several; -1 where none does. */
function ownersOf(points: readonly ResidentsRow[], areas: readonly Area[]): Int32Array {
  const owners = new Int32Array(points.length).fill(-1);
  if (points.length === 0) return owners;
  const grid = new PointGrid(
    Float64Array.from(points, ({ longitude }) => longitude),
    Float64Array.from(points, ({ latitude }) => latitude),
  );
  const sizeOf = ({ box: [west, south, east, north] }: Area) => (east - west) * (north - south);
  const ranges = new Ranges();
  for (const index of [...areas.keys()].toSorted((a, b) => sizeOf(areas[a]) - sizeOf(areas[b]) || a - b)) {
    cover(grid, { type: 'area', area: areas[index] }, ranges);
    for (const position of ranges.positions()) {
      const point = grid.order[position];
      if (owners[point] < 0) owners[point] = index;
    }
  }
  return owners;
}

/** Degrees: the people within such a square, some hundred metres wide, are taken together at their mean. */
const square = 0.001;

/** Points as they are kept, whatever their order in the file: GeoJSON, with residents in the place of the height. */
function together(points: readonly ResidentsRow[]): MultiPoint {
  const squares = new Map<string, ResidentsRow[]>();
  const inOrder = points.toSorted(
    (a, b) => a.longitude - b.longitude || a.latitude - b.latitude || a.residents - b.residents,
  );
  for (const point of inOrder) {
    if (point.residents === 0) continue;
    const key = `${Math.floor(point.longitude / square)} ${Math.floor(point.latitude / square)}`;
    const known = squares.get(key);
    if (known) known.push(point);
    else squares.set(key, [point]);
  }
  return { type: 'MultiPoint', coordinates: Array.from(squares.values(), meanOf) };
}

function meanOf(points: readonly ResidentsRow[]): [longitude: number, latitude: number, residents: number] {
  const residents = points.reduce((sum, point) => sum + point.residents, 0);
  const mean = (of: 'longitude' | 'latitude') =>
    Math.round((1e6 * points.reduce((sum, point) => sum + point.residents * point[of], 0)) / residents) / 1e6;
  return [mean('longitude'), mean('latitude'), Math.round(100 * residents) / 100];
}
